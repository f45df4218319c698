using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BankAdmin.Infrastructure.Persistence.Postgres.Migrations
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
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CertificateId",
                table: "SignInSessions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DisclosedDraftId",
                table: "SignInSessions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "SignInSessions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Full");

            migrationBuilder.CreateTable(
                name: "Disclosures",
                columns: table => new
                {
                    SessionId = table.Column<Guid>(type: "uuid", nullable: false),
                    DraftId = table.Column<Guid>(type: "uuid", nullable: false),
                    EndsAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Box = table.Column<string>(type: "character varying(200000)", maxLength: 200000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Disclosures", x => x.SessionId);
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
