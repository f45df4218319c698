using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BankAdmin.Infrastructure.Persistence.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class SessionRealmsAndShownMarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ShownMarks",
                table: "WizardDrafts",
                type: "nvarchar(max)",
                maxLength: 1000000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Realm",
                table: "SignInSessions",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Company");

            migrationBuilder.CreateIndex(
                name: "IX_SignInSessions_UserId_StartedAtUtc",
                table: "SignInSessions",
                columns: new[] { "UserId", "StartedAtUtc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SignInSessions_UserId_StartedAtUtc",
                table: "SignInSessions");

            migrationBuilder.DropColumn(
                name: "ShownMarks",
                table: "WizardDrafts");

            migrationBuilder.DropColumn(
                name: "Realm",
                table: "SignInSessions");
        }
    }
}
