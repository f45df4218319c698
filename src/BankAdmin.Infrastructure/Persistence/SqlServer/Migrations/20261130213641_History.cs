using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BankAdmin.Infrastructure.Persistence.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class History : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "NameKey",
                table: "OperationRecords",
                type: "nvarchar(720)",
                maxLength: 720,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "Part",
                table: "OperationRecords",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReceiptOf",
                table: "OperationRecords",
                type: "nvarchar(15)",
                maxLength: 15,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "OperationRecords",
                type: "nvarchar(4000)",
                maxLength: 4000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Subject",
                table: "OperationRecords",
                type: "nvarchar(240)",
                maxLength: 240,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SubjectKey",
                table: "OperationRecords",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateTable(
                name: "ChainBases",
                columns: table => new
                {
                    ChainId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Seal = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    BeforeUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    KeyId = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Proof = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChainBases", x => x.ChainId);
                });

            migrationBuilder.CreateTable(
                name: "ChainVerifications",
                columns: table => new
                {
                    ChainId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Records = table.Column<long>(type: "bigint", nullable: false),
                    Fault = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChainVerifications", x => x.ChainId);
                });

            migrationBuilder.CreateTable(
                name: "HistoryBlocks",
                columns: table => new
                {
                    ChainId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    FirstAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Signature = table.Column<byte[]>(type: "varbinary(4096)", maxLength: 4096, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HistoryBlocks", x => new { x.ChainId, x.Number });
                });

            migrationBuilder.CreateIndex(
                name: "IX_SignInSessions_LastSeenAtUtc",
                table: "SignInSessions",
                column: "LastSeenAtUtc",
                filter: "\"EndedAtUtc\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OperationRecords_ChainId_OccurredAtUtc_Sequence",
                table: "OperationRecords",
                columns: new[] { "ChainId", "OccurredAtUtc", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_OperationRecords_OccurredAtUtc_ChainId_Sequence",
                table: "OperationRecords",
                columns: new[] { "OccurredAtUtc", "ChainId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_HistoryBlocks_ChainId_FirstAtUtc",
                table: "HistoryBlocks",
                columns: new[] { "ChainId", "FirstAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_HistoryBlocks_ChainId_LastAtUtc",
                table: "HistoryBlocks",
                columns: new[] { "ChainId", "LastAtUtc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ChainBases");

            migrationBuilder.DropTable(
                name: "ChainVerifications");

            migrationBuilder.DropTable(
                name: "HistoryBlocks");

            migrationBuilder.DropIndex(
                name: "IX_SignInSessions_LastSeenAtUtc",
                table: "SignInSessions");

            migrationBuilder.DropIndex(
                name: "IX_OperationRecords_ChainId_OccurredAtUtc_Sequence",
                table: "OperationRecords");

            migrationBuilder.DropIndex(
                name: "IX_OperationRecords_OccurredAtUtc_ChainId_Sequence",
                table: "OperationRecords");

            migrationBuilder.DropColumn(
                name: "NameKey",
                table: "OperationRecords");

            migrationBuilder.DropColumn(
                name: "Part",
                table: "OperationRecords");

            migrationBuilder.DropColumn(
                name: "ReceiptOf",
                table: "OperationRecords");

            migrationBuilder.DropColumn(
                name: "SearchText",
                table: "OperationRecords");

            migrationBuilder.DropColumn(
                name: "Subject",
                table: "OperationRecords");

            migrationBuilder.DropColumn(
                name: "SubjectKey",
                table: "OperationRecords");
        }
    }
}
