using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BankAdmin.Infrastructure.Persistence.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ShownRowsAndRealms : Migration
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
