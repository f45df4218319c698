using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BankAdmin.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class KeptRefusals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddText("WizardDrafts", "RefusalJson", 1_000_000, present: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "RefusalJson",
                table: "WizardDrafts");
        }
    }
}
