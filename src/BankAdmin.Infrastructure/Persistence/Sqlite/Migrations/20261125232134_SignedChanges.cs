using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BankAdmin.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SignedChanges : Migration
    {
        private static readonly string[] Aggregates = ["Companies", "FeeTables", "StandardFees", "Users"];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddText("WizardDrafts", "Origin", 1000);
            foreach (var table in Aggregates)
            {
                migrationBuilder.AddText(table, "ChangedBy", 120);
                migrationBuilder.AddColumn<DateTime>(name: "ChangedAtUtc", table: table, type: "TEXT", nullable: true);
            }

            migrationBuilder.CreateIndex(
                name: "IX_Users_Master",
                table: "Users",
                column: "CompanyId",
                unique: true,
                filter: "\"Role\" = 'Master'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_Users_Master", table: "Users");
            migrationBuilder.DropColumn(name: "Origin", table: "WizardDrafts");
            foreach (var table in Aggregates)
            {
                migrationBuilder.DropColumn(name: "ChangedBy", table: table);
                migrationBuilder.DropColumn(name: "ChangedAtUtc", table: table);
            }
        }
    }
}
