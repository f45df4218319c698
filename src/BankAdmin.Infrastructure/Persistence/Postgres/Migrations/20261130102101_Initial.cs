using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BankAdmin.Infrastructure.Persistence.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ChainHeads",
                columns: table => new
                {
                    ChainId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Seal = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChainHeads", x => x.ChainId);
                });

            migrationBuilder.CreateTable(
                name: "Companies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ContractNumber = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(192)", maxLength: 192, nullable: false),
                    NameKana = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    LoginMethod = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OtpRequired = table.Column<bool>(type: "boolean", nullable: false),
                    OtpForCompany = table.Column<bool>(type: "boolean", nullable: false),
                    DifferentUserApproval = table.Column<bool>(type: "boolean", nullable: false),
                    UserMaximum = table.Column<int>(type: "integer", nullable: false),
                    Stopped = table.Column<bool>(type: "boolean", nullable: false),
                    Ceilings_Bonus = table.Column<long>(type: "bigint", nullable: false),
                    Ceilings_BulkTransfer = table.Column<long>(type: "bigint", nullable: false),
                    Ceilings_DirectDebit = table.Column<long>(type: "bigint", nullable: false),
                    Ceilings_Salary = table.Column<long>(type: "bigint", nullable: false),
                    Limits_Bonus = table.Column<long>(type: "bigint", nullable: false),
                    Limits_BulkTransfer = table.Column<long>(type: "bigint", nullable: false),
                    Limits_DirectDebit = table.Column<long>(type: "bigint", nullable: false),
                    Limits_Salary = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    ChangedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Companies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FriendlyName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Xml = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EntryCounters",
                columns: table => new
                {
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    Pauses = table.Column<int>(type: "integer", nullable: false),
                    PausedUntilUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Stopped = table.Column<bool>(type: "boolean", nullable: false),
                    Revision = table.Column<long>(type: "bigint", nullable: false),
                    LastAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntryCounters", x => new { x.SubjectId, x.Kind });
                });

            migrationBuilder.CreateTable(
                name: "OperationRecords",
                columns: table => new
                {
                    ChainId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    OccurredAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    OperatorId = table.Column<Guid>(type: "uuid", nullable: true),
                    OperatorLoginId = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OperatorName = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Terminal = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SessionId = table.Column<Guid>(type: "uuid", nullable: true),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ErrorCodes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ReceiptNumber = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: true, collation: "C"),
                    Payload = table.Column<string>(type: "character varying(1000000)", maxLength: 1000000, nullable: false),
                    KeyId = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PreviousSeal = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Seal = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OperationRecords", x => new { x.ChainId, x.Sequence });
                });

            migrationBuilder.CreateTable(
                name: "OutgoingMails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: false),
                    To = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    CreatedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DueAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutgoingMails", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReceiptDays",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    LastSerial = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceiptDays", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "RepeatCounts",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Times = table.Column<int>(type: "integer", nullable: false),
                    FirstAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RepeatCounts", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "SignInSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Realm = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StartedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastSeenAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PreviousLoginAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Terminal = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    EndedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndReason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInSessions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StandardFees",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    ChangedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandardFees", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WizardDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Wizard = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Origin = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Subject = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    SubjectVersion = table.Column<long>(type: "bigint", nullable: false),
                    BaseJson = table.Column<string>(type: "character varying(1000000)", maxLength: 1000000, nullable: false),
                    InputJson = table.Column<string>(type: "character varying(1000000)", maxLength: 1000000, nullable: false),
                    ShownMarks = table.Column<string>(type: "character varying(1000000)", maxLength: 1000000, nullable: false),
                    RefusalJson = table.Column<string>(type: "character varying(1000000)", maxLength: 1000000, nullable: false),
                    InputSchema = table.Column<int>(type: "integer", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    ExpiresAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CompletedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReceiptNumber = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WizardDrafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BankAccounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    BranchCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    BranchName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Number = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    Memo = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Ceilings_AdHoc = table.Column<long>(type: "bigint", nullable: false),
                    Ceilings_PreRegistered = table.Column<long>(type: "bigint", nullable: false),
                    Ceilings_Total = table.Column<long>(type: "bigint", nullable: false),
                    Limits_AdHoc = table.Column<long>(type: "bigint", nullable: false),
                    Limits_PreRegistered = table.Column<long>(type: "bigint", nullable: false),
                    Limits_Total = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankAccounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BankAccounts_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Consignors",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Memo = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consignors", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consignors_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ContractedServices",
                columns: table => new
                {
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Service = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContractedServices", x => new { x.CompanyId, x.Service });
                    table.ForeignKey(
                        name: "FK_ContractedServices_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FeeTables",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    UsesStandard = table.Column<bool>(type: "boolean", nullable: false),
                    Method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    ChangedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeeTables", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FeeTables_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Users",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoginId = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    LoginIdKey = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    NameKey = table.Column<string>(type: "character varying(180)", maxLength: 180, nullable: false, collation: "C"),
                    Email = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Suspended = table.Column<bool>(type: "boolean", nullable: false),
                    DeletedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ConfirmationPassword_Hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ConfirmationPassword_MustChange = table.Column<bool>(type: "boolean", nullable: false),
                    ConfirmationPassword_SetAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ConfirmationPassword_UnusableFromUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Limits_Bonus = table.Column<long>(type: "bigint", nullable: false),
                    Limits_BulkTransfer = table.Column<long>(type: "bigint", nullable: false),
                    Limits_DirectDebit = table.Column<long>(type: "bigint", nullable: false),
                    Limits_Salary = table.Column<long>(type: "bigint", nullable: false),
                    Limits_TransferNewPayee = table.Column<long>(type: "bigint", nullable: false),
                    Limits_TransferPreRegistered = table.Column<long>(type: "bigint", nullable: false),
                    Limits_TransferSavedPayee = table.Column<long>(type: "bigint", nullable: false),
                    LoginPassword_Hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    LoginPassword_MustChange = table.Column<bool>(type: "boolean", nullable: false),
                    LoginPassword_SetAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LoginPassword_UnusableFromUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    ChangedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Users", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Users_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StandardFeesBands",
                columns: table => new
                {
                    TableId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<long>(type: "bigint", nullable: false),
                    SameBranch = table.Column<long>(type: "bigint", nullable: false),
                    SameBank = table.Column<long>(type: "bigint", nullable: false),
                    OtherBank = table.Column<long>(type: "bigint", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "FeeTableBands",
                columns: table => new
                {
                    TableId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<long>(type: "bigint", nullable: false),
                    SameBranch = table.Column<long>(type: "bigint", nullable: false),
                    SameBank = table.Column<long>(type: "bigint", nullable: false),
                    OtherBank = table.Column<long>(type: "bigint", nullable: false)
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
                name: "UserAccounts",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserAccounts", x => new { x.UserId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_UserAccounts_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UserRights",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Right = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserRights", x => new { x.UserId, x.Right });
                    table.ForeignKey(
                        name: "FK_UserRights_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BankAccounts_CompanyId_BranchCode_Number",
                table: "BankAccounts",
                columns: new[] { "CompanyId", "BranchCode", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Companies_ContractNumber",
                table: "Companies",
                column: "ContractNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Consignors_CompanyId",
                table: "Consignors",
                column: "CompanyId");

            migrationBuilder.CreateIndex(
                name: "IX_EntryCounters_LastAtUtc",
                table: "EntryCounters",
                column: "LastAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_FeeTables_CompanyId_Kind",
                table: "FeeTables",
                columns: new[] { "CompanyId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OperationRecords_ChainId_OperatorId_Code_Sequence",
                table: "OperationRecords",
                columns: new[] { "ChainId", "OperatorId", "Code", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_OperationRecords_ReceiptNumber",
                table: "OperationRecords",
                column: "ReceiptNumber",
                unique: true,
                filter: "\"ReceiptNumber\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_DueAtUtc",
                table: "OutgoingMails",
                column: "DueAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_RepeatCounts_FirstAtUtc",
                table: "RepeatCounts",
                column: "FirstAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_SignInSessions_StartedAtUtc",
                table: "SignInSessions",
                column: "StartedAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_SignInSessions_UserId",
                table: "SignInSessions",
                column: "UserId",
                unique: true,
                filter: "\"EndedAtUtc\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SignInSessions_UserId_StartedAtUtc",
                table: "SignInSessions",
                columns: new[] { "UserId", "StartedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_StandardFees_EffectiveFrom",
                table: "StandardFees",
                column: "EffectiveFrom",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Users_CompanyId_DeletedAtUtc_LoginIdKey",
                table: "Users",
                columns: new[] { "CompanyId", "DeletedAtUtc", "LoginIdKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Users_LoginIdKey",
                table: "Users",
                column: "LoginIdKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Users_Master",
                table: "Users",
                column: "CompanyId",
                unique: true,
                filter: "\"Role\" = 'Master'");

            migrationBuilder.CreateIndex(
                name: "IX_WizardDrafts_CompletedAtUtc",
                table: "WizardDrafts",
                column: "CompletedAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_WizardDrafts_ExpiresAtUtc",
                table: "WizardDrafts",
                column: "ExpiresAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_WizardDrafts_OwnerId_CompletedAtUtc",
                table: "WizardDrafts",
                columns: new[] { "OwnerId", "CompletedAtUtc" });

            foreach (var statement in AppendOnly.Postgres)
            {
                migrationBuilder.Sql(statement);
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BankAccounts");

            migrationBuilder.DropTable(
                name: "ChainHeads");

            migrationBuilder.DropTable(
                name: "Consignors");

            migrationBuilder.DropTable(
                name: "ContractedServices");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "EntryCounters");

            migrationBuilder.DropTable(
                name: "FeeTableBands");

            migrationBuilder.DropTable(
                name: "OperationRecords");

            migrationBuilder.DropTable(
                name: "OutgoingMails");

            migrationBuilder.DropTable(
                name: "ReceiptDays");

            migrationBuilder.DropTable(
                name: "RepeatCounts");

            migrationBuilder.DropTable(
                name: "SignInSessions");

            migrationBuilder.DropTable(
                name: "StandardFeesBands");

            migrationBuilder.DropTable(
                name: "UserAccounts");

            migrationBuilder.DropTable(
                name: "UserRights");

            migrationBuilder.DropTable(
                name: "WizardDrafts");

            migrationBuilder.DropTable(
                name: "FeeTables");

            migrationBuilder.DropTable(
                name: "StandardFees");

            migrationBuilder.DropTable(
                name: "Users");

            migrationBuilder.DropTable(
                name: "Companies");
        }
    }
}
