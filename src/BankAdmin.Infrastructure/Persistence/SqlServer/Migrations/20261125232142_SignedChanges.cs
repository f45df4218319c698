using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BankAdmin.Infrastructure.Persistence.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class SignedChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "WizardDrafts",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAtUtc",
                table: "Users",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ChangedBy",
                table: "Users",
                type: "nvarchar(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAtUtc",
                table: "StandardFees",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ChangedBy",
                table: "StandardFees",
                type: "nvarchar(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAtUtc",
                table: "FeeTables",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ChangedBy",
                table: "FeeTables",
                type: "nvarchar(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAtUtc",
                table: "Companies",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ChangedBy",
                table: "Companies",
                type: "nvarchar(120)",
                maxLength: 120,
                nullable: true);

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
            migrationBuilder.DropIndex(
                name: "IX_Users_Master",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "WizardDrafts");

            migrationBuilder.DropColumn(
                name: "ChangedAtUtc",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "ChangedAtUtc",
                table: "StandardFees");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "StandardFees");

            migrationBuilder.DropColumn(
                name: "ChangedAtUtc",
                table: "FeeTables");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "FeeTables");

            migrationBuilder.DropColumn(
                name: "ChangedAtUtc",
                table: "Companies");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "Companies");
        }
    }
}
