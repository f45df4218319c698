using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BankAdmin.Infrastructure.Persistence.Sqlite.Migrations
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
                    ChainId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Seal = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChainHeads", x => x.ChainId);
                });

            migrationBuilder.CreateTable(
                name: "Companies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContractNumber = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 192, nullable: false),
                    NameKana = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    LoginMethod = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OtpRequired = table.Column<bool>(type: "INTEGER", nullable: false),
                    OtpForCompany = table.Column<bool>(type: "INTEGER", nullable: false),
                    DifferentUserApproval = table.Column<bool>(type: "INTEGER", nullable: false),
                    UserMaximum = table.Column<int>(type: "INTEGER", nullable: false),
                    Stopped = table.Column<bool>(type: "INTEGER", nullable: false),
                    Ceilings_Bonus = table.Column<long>(type: "INTEGER", nullable: false),
                    Ceilings_BulkTransfer = table.Column<long>(type: "INTEGER", nullable: false),
                    Ceilings_DirectDebit = table.Column<long>(type: "INTEGER", nullable: false),
                    Ceilings_Salary = table.Column<long>(type: "INTEGER", nullable: false),
                    Limits_Bonus = table.Column<long>(type: "INTEGER", nullable: false),
                    Limits_BulkTransfer = table.Column<long>(type: "INTEGER", nullable: false),
                    Limits_DirectDebit = table.Column<long>(type: "INTEGER", nullable: false),
                    Limits_Salary = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Companies", x => x.Id);
                    table.CheckConstraint("CK_Companies_ContractNumber_Length", "length(\"ContractNumber\") <= 10");
                    table.CheckConstraint("CK_Companies_LoginMethod_Length", "length(\"LoginMethod\") <= 40");
                    table.CheckConstraint("CK_Companies_Name_Length", "length(\"Name\") <= 192");
                    table.CheckConstraint("CK_Companies_NameKana_Length", "length(\"NameKana\") <= 100");
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FriendlyName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Xml = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                    table.CheckConstraint("CK_DataProtectionKeys_FriendlyName_Length", "length(\"FriendlyName\") <= 200");
                    table.CheckConstraint("CK_DataProtectionKeys_Xml_Length", "length(\"Xml\") <= 20000");
                });

            migrationBuilder.CreateTable(
                name: "EntryCounters",
                columns: table => new
                {
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    Pauses = table.Column<int>(type: "INTEGER", nullable: false),
                    PausedUntilUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Stopped = table.Column<bool>(type: "INTEGER", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntryCounters", x => new { x.SubjectId, x.Kind });
                    table.CheckConstraint("CK_EntryCounters_Kind_Length", "length(\"Kind\") <= 40");
                });

            migrationBuilder.CreateTable(
                name: "OperationRecords",
                columns: table => new
                {
                    ChainId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    OccurredAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OperatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OperatorLoginId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OperatorName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Terminal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ErrorCodes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ReceiptNumber = table.Column<string>(type: "TEXT", maxLength: 15, nullable: true),
                    Payload = table.Column<string>(type: "TEXT", maxLength: 1000000, nullable: false),
                    KeyId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PreviousSeal = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Seal = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OperationRecords", x => new { x.ChainId, x.Sequence });
                    table.CheckConstraint("CK_OperationRecords_Code_Length", "length(\"Code\") <= 40");
                    table.CheckConstraint("CK_OperationRecords_ErrorCodes_Length", "length(\"ErrorCodes\") <= 400");
                    table.CheckConstraint("CK_OperationRecords_KeyId_Length", "length(\"KeyId\") <= 40");
                    table.CheckConstraint("CK_OperationRecords_OperatorLoginId_Length", "length(\"OperatorLoginId\") <= 40");
                    table.CheckConstraint("CK_OperationRecords_OperatorName_Length", "length(\"OperatorName\") <= 120");
                    table.CheckConstraint("CK_OperationRecords_Outcome_Length", "length(\"Outcome\") <= 40");
                    table.CheckConstraint("CK_OperationRecords_Payload_Length", "length(\"Payload\") <= 1000000");
                    table.CheckConstraint("CK_OperationRecords_ReceiptNumber_Length", "length(\"ReceiptNumber\") <= 15");
                    table.CheckConstraint("CK_OperationRecords_Terminal_Length", "length(\"Terminal\") <= 64");
                });

            migrationBuilder.CreateTable(
                name: "ReceiptDays",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastSerial = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceiptDays", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "SignInSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastSeenAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PreviousLoginAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Terminal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    EndedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInSessions", x => x.Id);
                    table.CheckConstraint("CK_SignInSessions_EndReason_Length", "length(\"EndReason\") <= 40");
                    table.CheckConstraint("CK_SignInSessions_Terminal_Length", "length(\"Terminal\") <= 64");
                });

            migrationBuilder.CreateTable(
                name: "WizardDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Wizard = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CompanyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SubjectVersion = table.Column<long>(type: "INTEGER", nullable: false),
                    BaseJson = table.Column<string>(type: "TEXT", maxLength: 1000000, nullable: false),
                    InputJson = table.Column<string>(type: "TEXT", maxLength: 1000000, nullable: false),
                    InputSchema = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    ExpiresAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CompletedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReceiptNumber = table.Column<string>(type: "TEXT", maxLength: 15, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WizardDrafts", x => x.Id);
                    table.CheckConstraint("CK_WizardDrafts_BaseJson_Length", "length(\"BaseJson\") <= 1000000");
                    table.CheckConstraint("CK_WizardDrafts_InputJson_Length", "length(\"InputJson\") <= 1000000");
                    table.CheckConstraint("CK_WizardDrafts_Path_Length", "length(\"Path\") <= 200");
                    table.CheckConstraint("CK_WizardDrafts_ReceiptNumber_Length", "length(\"ReceiptNumber\") <= 15");
                    table.CheckConstraint("CK_WizardDrafts_Subject_Length", "length(\"Subject\") <= 60");
                    table.CheckConstraint("CK_WizardDrafts_Title_Length", "length(\"Title\") <= 100");
                    table.CheckConstraint("CK_WizardDrafts_Wizard_Length", "length(\"Wizard\") <= 60");
                });

            migrationBuilder.CreateTable(
                name: "BankAccounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CompanyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    BranchCode = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    BranchName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    Memo = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Ceilings_AdHoc = table.Column<long>(type: "INTEGER", nullable: false),
                    Ceilings_PreRegistered = table.Column<long>(type: "INTEGER", nullable: false),
                    Ceilings_Total = table.Column<long>(type: "INTEGER", nullable: false),
                    Limits_AdHoc = table.Column<long>(type: "INTEGER", nullable: false),
                    Limits_PreRegistered = table.Column<long>(type: "INTEGER", nullable: false),
                    Limits_Total = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankAccounts", x => x.Id);
                    table.CheckConstraint("CK_BankAccounts_BranchCode_Length", "length(\"BranchCode\") <= 3");
                    table.CheckConstraint("CK_BankAccounts_BranchName_Length", "length(\"BranchName\") <= 60");
                    table.CheckConstraint("CK_BankAccounts_Kind_Length", "length(\"Kind\") <= 10");
                    table.CheckConstraint("CK_BankAccounts_Memo_Length", "length(\"Memo\") <= 80");
                    table.CheckConstraint("CK_BankAccounts_Number_Length", "length(\"Number\") <= 7");
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CompanyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Memo = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consignors", x => x.Id);
                    table.CheckConstraint("CK_Consignors_Code_Length", "length(\"Code\") <= 10");
                    table.CheckConstraint("CK_Consignors_Memo_Length", "length(\"Memo\") <= 80");
                    table.CheckConstraint("CK_Consignors_Name_Length", "length(\"Name\") <= 100");
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
                    CompanyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Service = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContractedServices", x => new { x.CompanyId, x.Service });
                    table.CheckConstraint("CK_ContractedServices_Mode_Length", "length(\"Mode\") <= 40");
                    table.CheckConstraint("CK_ContractedServices_Service_Length", "length(\"Service\") <= 40");
                    table.ForeignKey(
                        name: "FK_ContractedServices_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Users",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CompanyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoginId = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    LoginIdKey = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Suspended = table.Column<bool>(type: "INTEGER", nullable: false),
                    ConfirmationPassword_Hash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ConfirmationPassword_MustChange = table.Column<bool>(type: "INTEGER", nullable: false),
                    ConfirmationPassword_SetAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConfirmationPassword_UnusableFromUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Limits_Bonus = table.Column<long>(type: "INTEGER", nullable: false),
                    Limits_BulkTransfer = table.Column<long>(type: "INTEGER", nullable: false),
                    Limits_DirectDebit = table.Column<long>(type: "INTEGER", nullable: false),
                    Limits_Salary = table.Column<long>(type: "INTEGER", nullable: false),
                    Limits_TransferNewPayee = table.Column<long>(type: "INTEGER", nullable: false),
                    Limits_TransferPreRegistered = table.Column<long>(type: "INTEGER", nullable: false),
                    Limits_TransferSavedPayee = table.Column<long>(type: "INTEGER", nullable: false),
                    LoginPassword_Hash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    LoginPassword_MustChange = table.Column<bool>(type: "INTEGER", nullable: false),
                    LoginPassword_SetAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LoginPassword_UnusableFromUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Users", x => x.Id);
                    table.CheckConstraint("CK_Users_ConfirmationPassword_Hash_Length", "length(\"ConfirmationPassword_Hash\") <= 200");
                    table.CheckConstraint("CK_Users_Email_Length", "length(\"Email\") <= 64");
                    table.CheckConstraint("CK_Users_LoginId_Length", "length(\"LoginId\") <= 12");
                    table.CheckConstraint("CK_Users_LoginIdKey_Length", "length(\"LoginIdKey\") <= 12");
                    table.CheckConstraint("CK_Users_LoginPassword_Hash_Length", "length(\"LoginPassword_Hash\") <= 200");
                    table.CheckConstraint("CK_Users_Name_Length", "length(\"Name\") <= 120");
                    table.CheckConstraint("CK_Users_Role_Length", "length(\"Role\") <= 40");
                    table.ForeignKey(
                        name: "FK_Users_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UserAccounts",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false)
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
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Right = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserRights", x => new { x.UserId, x.Right });
                    table.CheckConstraint("CK_UserRights_Right_Length", "length(\"Right\") <= 40");
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
                name: "IX_SignInSessions_UserId",
                table: "SignInSessions",
                column: "UserId",
                unique: true,
                filter: "\"EndedAtUtc\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Users_CompanyId",
                table: "Users",
                column: "CompanyId");

            migrationBuilder.CreateIndex(
                name: "IX_Users_LoginIdKey",
                table: "Users",
                column: "LoginIdKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WizardDrafts_ExpiresAtUtc",
                table: "WizardDrafts",
                column: "ExpiresAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_WizardDrafts_OwnerId_CompletedAtUtc",
                table: "WizardDrafts",
                columns: new[] { "OwnerId", "CompletedAtUtc" });

            foreach (var trigger in AppendOnly.Sqlite)
            {
                migrationBuilder.Sql(trigger);
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
                name: "OperationRecords");

            migrationBuilder.DropTable(
                name: "ReceiptDays");

            migrationBuilder.DropTable(
                name: "SignInSessions");

            migrationBuilder.DropTable(
                name: "UserAccounts");

            migrationBuilder.DropTable(
                name: "UserRights");

            migrationBuilder.DropTable(
                name: "WizardDrafts");

            migrationBuilder.DropTable(
                name: "Users");

            migrationBuilder.DropTable(
                name: "Companies");
        }
    }
}
