using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BankAdmin.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ShownRowsAndRealms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddText("WizardDrafts", "ShownMarks", 1_000_000, present: "");
            migrationBuilder.AddText("SignInSessions", "Realm", 40, present: "Company");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ShownMarks",
                table: "WizardDrafts");

            migrationBuilder.DropColumn(
                name: "Realm",
                table: "SignInSessions");
        }
    }
}
