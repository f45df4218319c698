using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BankAdmin.Infrastructure.Persistence.Sqlite.Migrations
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
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAtUtc",
                table: "Users",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ChangedBy",
                table: "Users",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAtUtc",
                table: "StandardFees",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ChangedBy",
                table: "StandardFees",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAtUtc",
                table: "FeeTables",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ChangedBy",
                table: "FeeTables",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAtUtc",
                table: "Companies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ChangedBy",
                table: "Companies",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "CK_WizardDrafts_Origin_Length",
                table: "WizardDrafts",
                sql: "length(\"Origin\") <= 1000");

            migrationBuilder.CreateIndex(
                name: "IX_Users_Master",
                table: "Users",
                column: "CompanyId",
                unique: true,
                filter: "\"Role\" = 'Master'");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Users_ChangedBy_Length",
                table: "Users",
                sql: "length(\"ChangedBy\") <= 120");

            migrationBuilder.AddCheckConstraint(
                name: "CK_StandardFees_ChangedBy_Length",
                table: "StandardFees",
                sql: "length(\"ChangedBy\") <= 120");

            migrationBuilder.AddCheckConstraint(
                name: "CK_FeeTables_ChangedBy_Length",
                table: "FeeTables",
                sql: "length(\"ChangedBy\") <= 120");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Companies_ChangedBy_Length",
                table: "Companies",
                sql: "length(\"ChangedBy\") <= 120");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_WizardDrafts_Origin_Length",
                table: "WizardDrafts");

            migrationBuilder.DropIndex(
                name: "IX_Users_Master",
                table: "Users");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Users_ChangedBy_Length",
                table: "Users");

            migrationBuilder.DropCheckConstraint(
                name: "CK_StandardFees_ChangedBy_Length",
                table: "StandardFees");

            migrationBuilder.DropCheckConstraint(
                name: "CK_FeeTables_ChangedBy_Length",
                table: "FeeTables");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Companies_ChangedBy_Length",
                table: "Companies");

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
