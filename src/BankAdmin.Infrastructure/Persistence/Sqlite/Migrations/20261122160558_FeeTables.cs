using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BankAdmin.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FeeTables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "FeeTables",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CompanyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    UsesStandard = table.Column<bool>(type: "INTEGER", nullable: false),
                    Method = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeeTables", x => x.Id);
                    table.CheckConstraint("CK_FeeTables_Kind_Length", "length(\"Kind\") <= 40");
                    table.CheckConstraint("CK_FeeTables_Method_Length", "length(\"Method\") <= 40");
                    table.ForeignKey(
                        name: "FK_FeeTables_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StandardFees",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandardFees", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FeeTableBands",
                columns: table => new
                {
                    TableId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    SameBranch = table.Column<long>(type: "INTEGER", nullable: false),
                    SameBank = table.Column<long>(type: "INTEGER", nullable: false),
                    OtherBank = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeeTableBands", x => new { x.TableId, x.Position });
                    table.ForeignKey(
                        name: "FK_FeeTableBands_FeeTables_TableId",
                        column: x => x.TableId,
                        principalTable: "FeeTables",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StandardFeesBands",
                columns: table => new
                {
                    TableId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    SameBranch = table.Column<long>(type: "INTEGER", nullable: false),
                    SameBank = table.Column<long>(type: "INTEGER", nullable: false),
                    OtherBank = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandardFeesBands", x => new { x.TableId, x.Position });
                    table.ForeignKey(
                        name: "FK_StandardFeesBands_StandardFees_TableId",
                        column: x => x.TableId,
                        principalTable: "StandardFees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_FeeTables_CompanyId_Kind",
                table: "FeeTables",
                columns: new[] { "CompanyId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StandardFees_EffectiveFrom",
                table: "StandardFees",
                column: "EffectiveFrom",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FeeTableBands");

            migrationBuilder.DropTable(
                name: "StandardFeesBands");

            migrationBuilder.DropTable(
                name: "FeeTables");

            migrationBuilder.DropTable(
                name: "StandardFees");
        }
    }
}
