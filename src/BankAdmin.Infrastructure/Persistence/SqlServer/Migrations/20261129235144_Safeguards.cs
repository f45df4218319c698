using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BankAdmin.Infrastructure.Persistence.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Safeguards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Users_CompanyId",
                table: "Users");

            migrationBuilder.AddColumn<string>(
                name: "NameKey",
                table: "Users",
                type: "nvarchar(180)",
                maxLength: 180,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "LastAtUtc",
                table: "EntryCounters",
                type: "datetime2",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.CreateTable(
                name: "RepeatCounts",
                columns: table => new
                {
                    Key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Times = table.Column<int>(type: "int", nullable: false),
                    FirstAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RepeatCounts", x => x.Key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_WizardDrafts_CompletedAtUtc",
                table: "WizardDrafts",
                column: "CompletedAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_Users_CompanyId_DeletedAtUtc_LoginIdKey",
                table: "Users",
                columns: new[] { "CompanyId", "DeletedAtUtc", "LoginIdKey" });

            migrationBuilder.CreateIndex(
                name: "IX_SignInSessions_StartedAtUtc",
                table: "SignInSessions",
                column: "StartedAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_EntryCounters_LastAtUtc",
                table: "EntryCounters",
                column: "LastAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_RepeatCounts_FirstAtUtc",
                table: "RepeatCounts",
                column: "FirstAtUtc");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RepeatCounts");

            migrationBuilder.DropIndex(
                name: "IX_WizardDrafts_CompletedAtUtc",
                table: "WizardDrafts");

            migrationBuilder.DropIndex(
                name: "IX_Users_CompanyId_DeletedAtUtc_LoginIdKey",
                table: "Users");

            migrationBuilder.DropIndex(
                name: "IX_SignInSessions_StartedAtUtc",
                table: "SignInSessions");

            migrationBuilder.DropIndex(
                name: "IX_EntryCounters_LastAtUtc",
                table: "EntryCounters");

            migrationBuilder.DropColumn(
                name: "NameKey",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "LastAtUtc",
                table: "EntryCounters");

            migrationBuilder.CreateIndex(
                name: "IX_Users_CompanyId",
                table: "Users",
                column: "CompanyId");
        }
    }
}
