using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BankAdmin.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Certificates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ClientCertificates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CompanyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Serial = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Thumbprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    IssuedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndsAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RevokedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClientCertificates", x => x.Id);
                    table.CheckConstraint("CK_ClientCertificates_Reason_Length", "length(\"Reason\") <= 40");
                    table.CheckConstraint("CK_ClientCertificates_Serial_Length", "length(\"Serial\") <= 32");
                    table.CheckConstraint("CK_ClientCertificates_Thumbprint_Length", "length(\"Thumbprint\") <= 64");
                });

            migrationBuilder.CreateTable(
                name: "RevocationLists",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    IssuedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revocations = table.Column<long>(type: "INTEGER", nullable: false),
                    ListedRevocations = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RevocationLists", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ClientCertificates_CompanyId_RevokedAtUtc",
                table: "ClientCertificates",
                columns: new[] { "CompanyId", "RevokedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_ClientCertificates_RevokedAtUtc",
                table: "ClientCertificates",
                column: "RevokedAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_ClientCertificates_Thumbprint",
                table: "ClientCertificates",
                column: "Thumbprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClientCertificates_UserId",
                table: "ClientCertificates",
                column: "UserId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ClientCertificates");

            migrationBuilder.DropTable(
                name: "RevocationLists");
        }
    }
}
