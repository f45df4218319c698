using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BankAdmin.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SessionRealmsAndShownMarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddText("WizardDrafts", "ShownMarks", 1_000_000, present: "");
            migrationBuilder.AddText("SignInSessions", "Realm", 40, present: "Company");

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
