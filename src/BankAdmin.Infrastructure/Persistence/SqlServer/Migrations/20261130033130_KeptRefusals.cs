using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BankAdmin.Infrastructure.Persistence.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class KeptRefusals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "RefusalJson",
                table: "WizardDrafts",
                type: "nvarchar(max)",
                maxLength: 1000000,
                nullable: false,
                defaultValue: "");
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
