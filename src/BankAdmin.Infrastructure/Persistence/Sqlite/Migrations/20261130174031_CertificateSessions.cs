using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BankAdmin.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CertificateSessions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "PasswordSetByOtherAtUtc",
                table: "Users",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CertificateId",
                table: "SignInSessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DisclosedDraftId",
                table: "SignInSessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddText("SignInSessions", "Kind", 40, present: "Full");

            migrationBuilder.CreateTable(
                name: "Disclosures",
                columns: table => new
                {
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DraftId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EndsAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Box = table.Column<string>(type: "TEXT", maxLength: 200000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Disclosures", x => x.SessionId);
                    table.CheckConstraint("CK_Disclosures_Box_Length", "length(\"Box\") <= 200000");
                });

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_EndsAtUtc",
                table: "Disclosures",
                column: "EndsAtUtc");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Disclosures");

            migrationBuilder.DropColumn(
                name: "PasswordSetByOtherAtUtc",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "CertificateId",
                table: "SignInSessions");

            migrationBuilder.DropColumn(
                name: "DisclosedDraftId",
                table: "SignInSessions");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "SignInSessions");
        }
    }
}
