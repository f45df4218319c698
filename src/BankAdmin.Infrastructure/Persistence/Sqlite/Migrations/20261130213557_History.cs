using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BankAdmin.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class History : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddText("OperationRecords", "NameKey", length: 720);

            migrationBuilder.AddColumn<int>(
                name: "Part",
                table: "OperationRecords",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddText("OperationRecords", "ReceiptOf", length: 15);

            migrationBuilder.AddText("OperationRecords", "SearchText", length: 4000);

            migrationBuilder.AddText("OperationRecords", "Subject", length: 240);

            migrationBuilder.AddText("OperationRecords", "SubjectKey", length: 60);

            migrationBuilder.CreateTable(
                name: "ChainBases",
                columns: table => new
                {
                    ChainId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Seal = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    BeforeUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    KeyId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Proof = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChainBases", x => x.ChainId);
                    table.CheckConstraint("CK_ChainBases_KeyId_Length", "length(\"KeyId\") <= 40");
                });

            migrationBuilder.CreateTable(
                name: "ChainVerifications",
                columns: table => new
                {
                    ChainId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Records = table.Column<long>(type: "INTEGER", nullable: false),
                    Fault = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChainVerifications", x => x.ChainId);
                    table.CheckConstraint("CK_ChainVerifications_Fault_Length", "length(\"Fault\") <= 400");
                });

            migrationBuilder.CreateTable(
                name: "HistoryBlocks",
                columns: table => new
                {
                    ChainId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Signature = table.Column<byte[]>(type: "BLOB", maxLength: 4096, nullable: false)
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
