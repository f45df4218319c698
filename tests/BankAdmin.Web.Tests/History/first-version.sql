BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
INSERT INTO __EFMigrationsHistory VALUES('20261122134919_Initial','10.0.14');
INSERT INTO __EFMigrationsHistory VALUES('20261122160558_FeeTables','10.0.14');
INSERT INTO __EFMigrationsHistory VALUES('20261122170244_DeletedUsers','10.0.14');
INSERT INTO __EFMigrationsHistory VALUES('20261125232134_SignedChanges','10.0.14');
INSERT INTO __EFMigrationsHistory VALUES('20261125234247_OutgoingMails','10.0.14');
CREATE TABLE IF NOT EXISTS "ChainHeads" (
    "ChainId" TEXT NOT NULL CONSTRAINT "PK_ChainHeads" PRIMARY KEY,
    "Sequence" INTEGER NOT NULL,
    "Seal" BLOB NOT NULL
);
INSERT INTO ChainHeads VALUES('01A2295E-8F7D-7897-9832-D95519FCDACF',15,X'6262f100b4285ea7d5f715b076f00e984516a5cf8afff4a8868df38210644788');
CREATE TABLE IF NOT EXISTS "Companies" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Companies" PRIMARY KEY,
    "ContractNumber" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "NameKana" TEXT NOT NULL,
    "LoginMethod" TEXT NOT NULL,
    "OtpRequired" INTEGER NOT NULL,
    "OtpForCompany" INTEGER NOT NULL,
    "DifferentUserApproval" INTEGER NOT NULL,
    "UserMaximum" INTEGER NOT NULL,
    "Stopped" INTEGER NOT NULL,
    "Ceilings_Bonus" INTEGER NOT NULL,
    "Ceilings_BulkTransfer" INTEGER NOT NULL,
    "Ceilings_DirectDebit" INTEGER NOT NULL,
    "Ceilings_Salary" INTEGER NOT NULL,
    "Limits_Bonus" INTEGER NOT NULL,
    "Limits_BulkTransfer" INTEGER NOT NULL,
    "Limits_DirectDebit" INTEGER NOT NULL,
    "Limits_Salary" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL, "ChangedBy" TEXT NULL CONSTRAINT "CK_Companies_ChangedBy_Length" CHECK (length("ChangedBy") <= 120), "ChangedAtUtc" TEXT NULL,
    CONSTRAINT "CK_Companies_ContractNumber_Length" CHECK (length("ContractNumber") <= 10),
    CONSTRAINT "CK_Companies_LoginMethod_Length" CHECK (length("LoginMethod") <= 40),
    CONSTRAINT "CK_Companies_Name_Length" CHECK (length("Name") <= 192),
    CONSTRAINT "CK_Companies_NameKana_Length" CHECK (length("NameKana") <= 100)
);
INSERT INTO Companies VALUES('01A2295E-8F7D-7897-9832-D95519FCDACF','9000000901','旧版商事','','Password',0,1,0,10,0,0,0,0,0,0,0,0,0,2,'旧版　一郎','2026-11-29 22:13:33.602492');
CREATE TABLE IF NOT EXISTS "DataProtectionKeys" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_DataProtectionKeys" PRIMARY KEY,
    "FriendlyName" TEXT NOT NULL,
    "Xml" TEXT NOT NULL,
    CONSTRAINT "CK_DataProtectionKeys_FriendlyName_Length" CHECK (length("FriendlyName") <= 200),
    CONSTRAINT "CK_DataProtectionKeys_Xml_Length" CHECK (length("Xml") <= 20000)
);
CREATE TABLE IF NOT EXISTS "EntryCounters" (
    "SubjectId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Failures" INTEGER NOT NULL,
    "Pauses" INTEGER NOT NULL,
    "PausedUntilUtc" TEXT NULL,
    "Stopped" INTEGER NOT NULL,
    "Revision" INTEGER NOT NULL,
    CONSTRAINT "PK_EntryCounters" PRIMARY KEY ("SubjectId", "Kind"),
    CONSTRAINT "CK_EntryCounters_Kind_Length" CHECK (length("Kind") <= 40)
);
CREATE TABLE IF NOT EXISTS "OperationRecords" (
    "ChainId" TEXT NOT NULL,
    "Sequence" INTEGER NOT NULL,
    "OccurredAtUtc" TEXT NOT NULL,
    "OperatorId" TEXT NULL,
    "OperatorLoginId" TEXT NOT NULL,
    "OperatorName" TEXT NOT NULL,
    "Terminal" TEXT NOT NULL,
    "SessionId" TEXT NULL,
    "Code" TEXT NOT NULL,
    "Outcome" TEXT NOT NULL,
    "ErrorCodes" TEXT NOT NULL,
    "ReceiptNumber" TEXT NULL,
    "Payload" TEXT NOT NULL,
    "KeyId" TEXT NOT NULL,
    "PreviousSeal" BLOB NOT NULL,
    "Seal" BLOB NOT NULL,
    CONSTRAINT "PK_OperationRecords" PRIMARY KEY ("ChainId", "Sequence"),
    CONSTRAINT "CK_OperationRecords_Code_Length" CHECK (length("Code") <= 40),
    CONSTRAINT "CK_OperationRecords_ErrorCodes_Length" CHECK (length("ErrorCodes") <= 400),
    CONSTRAINT "CK_OperationRecords_KeyId_Length" CHECK (length("KeyId") <= 40),
    CONSTRAINT "CK_OperationRecords_OperatorLoginId_Length" CHECK (length("OperatorLoginId") <= 40),
    CONSTRAINT "CK_OperationRecords_OperatorName_Length" CHECK (length("OperatorName") <= 120),
    CONSTRAINT "CK_OperationRecords_Outcome_Length" CHECK (length("Outcome") <= 40),
    CONSTRAINT "CK_OperationRecords_Payload_Length" CHECK (length("Payload") <= 1000000),
    CONSTRAINT "CK_OperationRecords_ReceiptNumber_Length" CHECK (length("ReceiptNumber") <= 15),
    CONSTRAINT "CK_OperationRecords_Terminal_Length" CHECK (length("Terminal") <= 64)
);
INSERT INTO OperationRecords VALUES('01A2295E-8F7D-7897-9832-D95519FCDACF',1,'2026-11-29 22:13:13.6256456',NULL,'system','システム','',NULL,'bank.open-company','Succeeded','',NULL,'{"event":{"contractNumber":"9000000901","name":"旧版商事"}}','20261129221246',X'0000000000000000000000000000000000000000000000000000000000000000',X'36fe6b43c00b376929d22f17f88dcc058e2b8aa3d1f6ec51ff6b62ba47fe636c');
INSERT INTO OperationRecords VALUES('01A2295E-8F7D-7897-9832-D95519FCDACF',2,'2026-11-29 22:13:13.6256456',NULL,'system','システム','',NULL,'bank.open-fee-table','Succeeded','',NULL,'{"event":{"table":"PayeeTransfer"}}','20261129221246',X'36fe6b43c00b376929d22f17f88dcc058e2b8aa3d1f6ec51ff6b62ba47fe636c',X'1a976cf2e415bcc9b54d533d1c847c5bc59f116267adc11319ab338b3ee8f3a3');
INSERT INTO OperationRecords VALUES('01A2295E-8F7D-7897-9832-D95519FCDACF',3,'2026-11-29 22:13:13.6256456',NULL,'system','システム','',NULL,'bank.open-fee-table','Succeeded','',NULL,'{"event":{"table":"PayeeBulkTransfer"}}','20261129221246',X'1a976cf2e415bcc9b54d533d1c847c5bc59f116267adc11319ab338b3ee8f3a3',X'94b1b5d8344b1676d580244f1a6e5f56f0ce7316a9f7f590dab8a566edeb6774');
INSERT INTO OperationRecords VALUES('01A2295E-8F7D-7897-9832-D95519FCDACF',4,'2026-11-29 22:13:13.6256456',NULL,'system','システム','',NULL,'bank.open-fee-table','Succeeded','',NULL,'{"event":{"table":"PayerBulkTransfer"}}','20261129221246',X'94b1b5d8344b1676d580244f1a6e5f56f0ce7316a9f7f590dab8a566edeb6774',X'7790c224ba9b89a7ab4025983dd3918801792d214fc7fb7d7e8008d3e106a1fa');
INSERT INTO OperationRecords VALUES('01A2295E-8F7D-7897-9832-D95519FCDACF',5,'2026-11-29 22:13:13.6256456',NULL,'system','システム','',NULL,'user.register','Succeeded','',NULL,'{"event":{"loginId":"mukashi01","name":"旧版\u3000一郎"}}','20261129221246',X'7790c224ba9b89a7ab4025983dd3918801792d214fc7fb7d7e8008d3e106a1fa',X'31a8f7756671ef70c46d5fa8bd15c44b60c2b721d73cf5370b91dc3191ebe202');
INSERT INTO OperationRecords VALUES('01A2295E-8F7D-7897-9832-D95519FCDACF',6,'2026-11-29 22:13:13.6256456',NULL,'system','システム','',NULL,'user.register','Succeeded','',NULL,'{"event":{"loginId":"mukashi02","name":"旧版\u3000二郎"}}','20261129221246',X'31a8f7756671ef70c46d5fa8bd15c44b60c2b721d73cf5370b91dc3191ebe202',X'07e2ba531c4b092da638f9d3b7b24e4b0a9ed047d09bd15e58dd81c26f592efd');
INSERT INTO OperationRecords VALUES('01A2295E-8F7D-7897-9832-D95519FCDACF',7,'2026-11-29 22:13:13.6256456',NULL,'system','システム','',NULL,'user.register','Succeeded','',NULL,'{"event":{"loginId":"mukashi03","name":"旧版\u3000三郎"}}','20261129221246',X'07e2ba531c4b092da638f9d3b7b24e4b0a9ed047d09bd15e58dd81c26f592efd',X'64bbf4c5b24b41713d5565ab8ac85c45909ba65cc4776ffcc9fb93a2721a8747');
INSERT INTO OperationRecords VALUES('01A2295E-8F7D-7897-9832-D95519FCDACF',8,'2026-11-29 22:13:21.2702169','01A2295E-9105-7870-8756-F323F90E8053','mukashi01','旧版　一郎','127.0.0.1','2DDF41AF-98B6-470D-A2AB-62CBAFAA8D8E','auth.login','Succeeded','',NULL,'{"event":{}}','20261129221246',X'64bbf4c5b24b41713d5565ab8ac85c45909ba65cc4776ffcc9fb93a2721a8747',X'a9f5128389ce6deb2243cf92995d94af201210418b388d88561d5a291ef91dd2');
INSERT INTO OperationRecords VALUES('01A2295E-8F7D-7897-9832-D95519FCDACF',9,'2026-11-29 22:13:22.0912681','01A2295E-9105-7870-8756-F323F90E8053','mukashi01','旧版　一郎','127.0.0.1','2DDF41AF-98B6-470D-A2AB-62CBAFAA8D8E','company.inquire','Succeeded','',NULL,'{"event":{}}','20261129221246',X'a9f5128389ce6deb2243cf92995d94af201210418b388d88561d5a291ef91dd2',X'8b78d16bdb4137ad99d9291713dde9f05e7e2f1873268719d2e4f59426531009');
INSERT INTO OperationRecords VALUES('01A2295E-8F7D-7897-9832-D95519FCDACF',10,'2026-11-29 22:13:32.8413579','01A2295E-9105-7870-8756-F323F90E8053','mukashi01','旧版　一郎','127.0.0.1','67D9536F-39D1-4049-B87C-68B597B84713','auth.login','Succeeded','',NULL,'{"event":{}}','20261129221246',X'8b78d16bdb4137ad99d9291713dde9f05e7e2f1873268719d2e4f59426531009',X'7b14a85db98a948d47edf9cdf2d17908721411b77313d05c0b00167ea39428a3');
INSERT INTO OperationRecords VALUES('01A2295E-8F7D-7897-9832-D95519FCDACF',11,'2026-11-29 22:13:32.9275505','01A2295E-9105-7870-8756-F323F90E8053','mukashi01','旧版　一郎','127.0.0.1','67D9536F-39D1-4049-B87C-68B597B84713','company.inquire','Succeeded','',NULL,'{"event":{}}','20261129221246',X'7b14a85db98a948d47edf9cdf2d17908721411b77313d05c0b00167ea39428a3',X'747eaedd83baed8319ecb302b88f280d7d64de0951d858cd0f08eb7e0fd063df');
INSERT INTO OperationRecords VALUES('01A2295E-8F7D-7897-9832-D95519FCDACF',12,'2026-11-29 22:13:33.6095916','01A2295E-9105-7870-8756-F323F90E8053','mukashi01','旧版　一郎','127.0.0.1','67D9536F-39D1-4049-B87C-68B597B84713','company.account-memos','Succeeded','','20261130-000001','{"event":{},"receipt":{"screenId":"BKGK016","title":"口座メモ変更結果","number":"20261130-000001","atUtc":"2026-11-29T22:13:33.6095916Z","companyName":"旧版商事","operatorName":"旧版\u3000一郎","operatorLoginId":"mukashi01","message":"以下の内容で口座メモを変更しました。","sheet":{"compares":true,"sections":[{"title":"口座メモ","rows":[{"key":"memos[0]","label":"101支店 (101) 普通 1234567","value":"旧版のメモ","before":"","kind":"Text","muted":false,"changed":true}]}],"rows":[{"key":"memos[0]","label":"101支店 (101) 普通 1234567","value":"旧版のメモ","before":"","kind":"Text","muted":false,"changed":true}],"changedCount":1}}}','20261129221246',X'747eaedd83baed8319ecb302b88f280d7d64de0951d858cd0f08eb7e0fd063df',X'eabbace55ccdaa72760d736457ec2cec655cd9e07266d29730b142f55aab1656');
INSERT INTO OperationRecords VALUES('01A2295E-8F7D-7897-9832-D95519FCDACF',13,'2026-11-29 22:13:35.4388454','01A2295E-9105-7870-8756-F323F90E8053','mukashi01','旧版　一郎','127.0.0.1','67D9536F-39D1-4049-B87C-68B597B84713','user.suspend','Succeeded','','20261130-000002','{"event":{"loginId":"mukashi02","name":"旧版\u3000二郎"},"receipt":{"screenId":"BRSK017","title":"利用者停止・解除結果","number":"20261130-000002","atUtc":"2026-11-29T22:13:35.4388454Z","companyName":"旧版商事","operatorName":"旧版\u3000一郎","operatorLoginId":"mukashi01","message":"以下の利用者の状態を変更しました。","sheet":{"compares":true,"sections":[{"title":"サービス状態","rows":[{"key":"nextState:mukashi02","label":"mukashi02\u3000旧版\u3000二郎","value":"サービス利用停止","before":"利用可能","kind":"Text","muted":false,"changed":true},{"key":"nextState:mukashi03","label":"mukashi03\u3000旧版\u3000三郎","value":"利用可能","before":"サービス利用停止","kind":"Text","muted":false,"changed":true}]}],"rows":[{"key":"nextState:mukashi02","label":"mukashi02\u3000旧版\u3000二郎","value":"サービス利用停止","before":"利用可能","kind":"Text","muted":false,"changed":true},{"key":"nextState:mukashi03","label":"mukashi03\u3000旧版\u3000三郎","value":"利用可能","before":"サービス利用停止","kind":"Text","muted":false,"changed":true}],"changedCount":2}}}','20261129221246',X'eabbace55ccdaa72760d736457ec2cec655cd9e07266d29730b142f55aab1656',X'4b001fd7e50e082f1538ab2da0510373a4f73e57cea23e657559044fdf8e5429');
INSERT INTO OperationRecords VALUES('01A2295E-8F7D-7897-9832-D95519FCDACF',14,'2026-11-29 22:13:35.4388454','01A2295E-9105-7870-8756-F323F90E8053','mukashi01','旧版　一郎','127.0.0.1','67D9536F-39D1-4049-B87C-68B597B84713','user.suspend','Succeeded','',NULL,'{"event":{"loginId":"mukashi03","name":"旧版\u3000三郎"}}','20261129221246',X'4b001fd7e50e082f1538ab2da0510373a4f73e57cea23e657559044fdf8e5429',X'ff5e8158b2332c584085275a8c2efb454c31a3ca3777505926121915d3c10629');
INSERT INTO OperationRecords VALUES('01A2295E-8F7D-7897-9832-D95519FCDACF',15,'2026-11-29 22:13:36.0129397','01A2295E-9105-7870-8756-F323F90E8053','mukashi01','旧版　一郎','127.0.0.1','67D9536F-39D1-4049-B87C-68B597B84713','auth.logout','Succeeded','',NULL,'{"event":{}}','20261129221246',X'ff5e8158b2332c584085275a8c2efb454c31a3ca3777505926121915d3c10629',X'6262f100b4285ea7d5f715b076f00e984516a5cf8afff4a8868df38210644788');
CREATE TABLE IF NOT EXISTS "ReceiptDays" (
    "Day" TEXT NOT NULL CONSTRAINT "PK_ReceiptDays" PRIMARY KEY,
    "LastSerial" INTEGER NOT NULL
);
INSERT INTO ReceiptDays VALUES('2026-11-30',2);
CREATE TABLE IF NOT EXISTS "SignInSessions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_SignInSessions" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "StartedAtUtc" TEXT NOT NULL,
    "LastSeenAtUtc" TEXT NOT NULL,
    "PreviousLoginAtUtc" TEXT NULL,
    "Terminal" TEXT NOT NULL,
    "EndedAtUtc" TEXT NULL,
    "EndReason" TEXT NULL,
    CONSTRAINT "CK_SignInSessions_EndReason_Length" CHECK (length("EndReason") <= 40),
    CONSTRAINT "CK_SignInSessions_Terminal_Length" CHECK (length("Terminal") <= 64)
);
INSERT INTO SignInSessions VALUES('2DDF41AF-98B6-470D-A2AB-62CBAFAA8D8E','01A2295E-9105-7870-8756-F323F90E8053','2026-11-29 22:13:20.8107501','2026-11-29 22:13:20.8107501',NULL,'127.0.0.1','2026-11-29 22:13:32.8368281','OtherLogin');
INSERT INTO SignInSessions VALUES('67D9536F-39D1-4049-B87C-68B597B84713','01A2295E-9105-7870-8756-F323F90E8053','2026-11-29 22:13:32.8368281','2026-11-29 22:13:32.8368281','2026-11-29 22:13:20.8107501','127.0.0.1','2026-11-29 22:13:35.994875','LoggedOut');
CREATE TABLE IF NOT EXISTS "WizardDrafts" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_WizardDrafts" PRIMARY KEY,
    "Wizard" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Path" TEXT NOT NULL,
    "OwnerId" TEXT NOT NULL,
    "CompanyId" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "SubjectVersion" INTEGER NOT NULL,
    "BaseJson" TEXT NOT NULL,
    "InputJson" TEXT NOT NULL,
    "InputSchema" INTEGER NOT NULL,
    "Revision" INTEGER NOT NULL,
    "ExpiresAtUtc" TEXT NOT NULL,
    "CompletedAtUtc" TEXT NULL,
    "ReceiptNumber" TEXT NULL, "Origin" TEXT NULL CONSTRAINT "CK_WizardDrafts_Origin_Length" CHECK (length("Origin") <= 1000),
    CONSTRAINT "CK_WizardDrafts_BaseJson_Length" CHECK (length("BaseJson") <= 1000000),
    CONSTRAINT "CK_WizardDrafts_InputJson_Length" CHECK (length("InputJson") <= 1000000),
    CONSTRAINT "CK_WizardDrafts_Path_Length" CHECK (length("Path") <= 200),
    CONSTRAINT "CK_WizardDrafts_ReceiptNumber_Length" CHECK (length("ReceiptNumber") <= 15),
    CONSTRAINT "CK_WizardDrafts_Subject_Length" CHECK (length("Subject") <= 60),
    CONSTRAINT "CK_WizardDrafts_Title_Length" CHECK (length("Title") <= 100),
    CONSTRAINT "CK_WizardDrafts_Wizard_Length" CHECK (length("Wizard") <= 60)
);
INSERT INTO WizardDrafts VALUES('01A2295E-DEDD-7FCB-8763-2F840DCA3065','account-memos','口座メモ変更','/companies/account-memos/01a2295e-dedd-7fcb-8763-2f840dca3065/memos','01A2295E-9105-7870-8756-F323F90E8053','01A2295E-8F7D-7897-9832-D95519FCDACF','',1,'','',1,3,'2026-11-29 22:43:33.2381644','2026-11-29 22:13:33.6095916','20261130-000001',NULL);
INSERT INTO WizardDrafts VALUES('01A2295E-E2C4-7092-9E0C-16B57BA6FD83','suspend-users','利用者停止・解除一覧','/users/suspend/01a2295e-e2c4-7092-9e0c-16b57ba6fd83/users','01A2295E-9105-7870-8756-F323F90E8053','01A2295E-8F7D-7897-9832-D95519FCDACF','',0,'','',2,3,'2026-11-29 22:43:34.4754429','2026-11-29 22:13:35.4388454','20261130-000002',NULL);
INSERT INTO WizardDrafts VALUES('01A2295E-E9F4-77C0-B22E-970B076DC44F','change-company','企業情報変更','/companies/change-company/01a2295e-e9f4-77c0-b22e-970b076dc44f/edit','01A2295E-9105-7870-8756-F323F90E8053','01A2295E-8F7D-7897-9832-D95519FCDACF','',2,'{"companyName":"\u65E7\u7248\u5546\u4E8B","approval":{"transfer":"Single","bulkTransfer":"Single","payroll":"Single","directDebit":"Single"},"accountLimits":[{"total":"500,000","adHoc":"300,000","preRegistered":"200,000"}],"companyLimits":{"bulkTransfer":"0","salary":"0","bonus":"0","directDebit":"0"}}','{"companyName":"\u65E7\u7248\u5546\u4E8B","approval":{"transfer":"Single","bulkTransfer":"Single","payroll":"Single","directDebit":"Single"},"accountLimits":[{"total":"500,000","adHoc":"300,000","preRegistered":"200,000"}],"companyLimits":{"bulkTransfer":"0","salary":"0","bonus":"0","directDebit":"0"}}',1,1,'2026-11-29 22:43:35.8723896',NULL,NULL,NULL);
CREATE TABLE IF NOT EXISTS "BankAccounts" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_BankAccounts" PRIMARY KEY,
    "CompanyId" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    "BranchCode" TEXT NOT NULL,
    "BranchName" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Number" TEXT NOT NULL,
    "Memo" TEXT NOT NULL,
    "Ceilings_AdHoc" INTEGER NOT NULL,
    "Ceilings_PreRegistered" INTEGER NOT NULL,
    "Ceilings_Total" INTEGER NOT NULL,
    "Limits_AdHoc" INTEGER NOT NULL,
    "Limits_PreRegistered" INTEGER NOT NULL,
    "Limits_Total" INTEGER NOT NULL,
    CONSTRAINT "CK_BankAccounts_BranchCode_Length" CHECK (length("BranchCode") <= 3),
    CONSTRAINT "CK_BankAccounts_BranchName_Length" CHECK (length("BranchName") <= 60),
    CONSTRAINT "CK_BankAccounts_Kind_Length" CHECK (length("Kind") <= 10),
    CONSTRAINT "CK_BankAccounts_Memo_Length" CHECK (length("Memo") <= 80),
    CONSTRAINT "CK_BankAccounts_Number_Length" CHECK (length("Number") <= 7),
    CONSTRAINT "FK_BankAccounts_Companies_CompanyId" FOREIGN KEY ("CompanyId") REFERENCES "Companies" ("Id") ON DELETE CASCADE
);
INSERT INTO BankAccounts VALUES('01A2295E-8F7F-7E52-B782-37BE33D4E49B','01A2295E-8F7D-7897-9832-D95519FCDACF',0,'101','101支店','普通','1234567','旧版のメモ',1000000,1000000,1000000,300000,200000,500000);
CREATE TABLE IF NOT EXISTS "Consignors" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Consignors" PRIMARY KEY,
    "CompanyId" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    "Code" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Memo" TEXT NOT NULL,
    CONSTRAINT "CK_Consignors_Code_Length" CHECK (length("Code") <= 10),
    CONSTRAINT "CK_Consignors_Memo_Length" CHECK (length("Memo") <= 80),
    CONSTRAINT "CK_Consignors_Name_Length" CHECK (length("Name") <= 100),
    CONSTRAINT "FK_Consignors_Companies_CompanyId" FOREIGN KEY ("CompanyId") REFERENCES "Companies" ("Id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "ContractedServices" (
    "CompanyId" TEXT NOT NULL,
    "Service" TEXT NOT NULL,
    "Mode" TEXT NOT NULL,
    "Active" INTEGER NOT NULL,
    CONSTRAINT "PK_ContractedServices" PRIMARY KEY ("CompanyId", "Service"),
    CONSTRAINT "CK_ContractedServices_Mode_Length" CHECK (length("Mode") <= 40),
    CONSTRAINT "CK_ContractedServices_Service_Length" CHECK (length("Service") <= 40),
    CONSTRAINT "FK_ContractedServices_Companies_CompanyId" FOREIGN KEY ("CompanyId") REFERENCES "Companies" ("Id") ON DELETE CASCADE
);
INSERT INTO ContractedServices VALUES('01A2295E-8F7D-7897-9832-D95519FCDACF','BulkTransfer','Single',1);
INSERT INTO ContractedServices VALUES('01A2295E-8F7D-7897-9832-D95519FCDACF','DirectDebit','Single',1);
INSERT INTO ContractedServices VALUES('01A2295E-8F7D-7897-9832-D95519FCDACF','Payroll','Single',1);
INSERT INTO ContractedServices VALUES('01A2295E-8F7D-7897-9832-D95519FCDACF','Transfer','Single',1);
CREATE TABLE IF NOT EXISTS "Users" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Users" PRIMARY KEY,
    "CompanyId" TEXT NOT NULL,
    "LoginId" TEXT NOT NULL,
    "LoginIdKey" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Email" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "Suspended" INTEGER NOT NULL,
    "ConfirmationPassword_Hash" TEXT NULL,
    "ConfirmationPassword_MustChange" INTEGER NOT NULL,
    "ConfirmationPassword_SetAtUtc" TEXT NULL,
    "ConfirmationPassword_UnusableFromUtc" TEXT NULL,
    "Limits_Bonus" INTEGER NOT NULL,
    "Limits_BulkTransfer" INTEGER NOT NULL,
    "Limits_DirectDebit" INTEGER NOT NULL,
    "Limits_Salary" INTEGER NOT NULL,
    "Limits_TransferNewPayee" INTEGER NOT NULL,
    "Limits_TransferPreRegistered" INTEGER NOT NULL,
    "Limits_TransferSavedPayee" INTEGER NOT NULL,
    "LoginPassword_Hash" TEXT NULL,
    "LoginPassword_MustChange" INTEGER NOT NULL,
    "LoginPassword_SetAtUtc" TEXT NULL,
    "LoginPassword_UnusableFromUtc" TEXT NULL,
    "Version" INTEGER NOT NULL, "DeletedAtUtc" TEXT NULL, "ChangedBy" TEXT NULL CONSTRAINT "CK_Users_ChangedBy_Length" CHECK (length("ChangedBy") <= 120), "ChangedAtUtc" TEXT NULL,
    CONSTRAINT "CK_Users_ConfirmationPassword_Hash_Length" CHECK (length("ConfirmationPassword_Hash") <= 200),
    CONSTRAINT "CK_Users_Email_Length" CHECK (length("Email") <= 64),
    CONSTRAINT "CK_Users_LoginId_Length" CHECK (length("LoginId") <= 12),
    CONSTRAINT "CK_Users_LoginIdKey_Length" CHECK (length("LoginIdKey") <= 12),
    CONSTRAINT "CK_Users_LoginPassword_Hash_Length" CHECK (length("LoginPassword_Hash") <= 200),
    CONSTRAINT "CK_Users_Name_Length" CHECK (length("Name") <= 120),
    CONSTRAINT "CK_Users_Role_Length" CHECK (length("Role") <= 40),
    CONSTRAINT "FK_Users_Companies_CompanyId" FOREIGN KEY ("CompanyId") REFERENCES "Companies" ("Id") ON DELETE RESTRICT
);
INSERT INTO Users VALUES('01A2295E-9105-7870-8756-F323F90E8053','01A2295E-8F7D-7897-9832-D95519FCDACF','mukashi01','mukashi01','旧版　一郎','mukashi01@example.jp','Master',0,'AQAAAAIAAAPoAAAAEF6GC5iDB7bDZXB1frlzNgvPsUaY4E0cg5DNEilUHlftCEy98NzHGOEaw2Hh0ebYgg==',0,'2026-11-29 22:13:12.4875452',NULL,999999999999,999999999999,999999999999,999999999999,999999999999,999999999999,999999999999,'AQAAAAIAAAPoAAAAELnQu/HxppSsI4R9d90f+hoMmEC9VsWfH3r+lI+fJJ/I9FOriMnB0+zSlPXfZzD2rA==',0,'2026-11-29 22:13:12.4875452',NULL,1,NULL,NULL,NULL);
INSERT INTO Users VALUES('01A2295E-924A-7DF7-854F-85F76B3E1901','01A2295E-8F7D-7897-9832-D95519FCDACF','mukashi02','mukashi02','旧版　二郎','mukashi02@example.jp','General',1,NULL,0,NULL,NULL,0,0,0,0,0,0,0,'AQAAAAIAAAPoAAAAED8GyU3BG26rykdnYBLWnWu6jXSyZz7ol/qh5rhBT7dL1mY/Gw16GCUutPT5D1JsNg==',0,'2026-11-29 22:13:12.4875452',NULL,2,NULL,'旧版　一郎','2026-11-29 22:13:35.4366036');
INSERT INTO Users VALUES('01A2295E-9262-72BB-955B-39D81943C6CB','01A2295E-8F7D-7897-9832-D95519FCDACF','mukashi03','mukashi03','旧版　三郎','mukashi03@example.jp','General',0,NULL,0,NULL,NULL,0,0,0,0,0,0,0,'AQAAAAIAAAPoAAAAEE8HbMoJivUYbmIapUr2VLfxog4EtonA5LMPlPLtuXTtXlABsXJad4wk1wMOgUjkbw==',0,'2026-11-29 22:13:12.4875452',NULL,2,NULL,'旧版　一郎','2026-11-29 22:13:35.4366036');
CREATE TABLE IF NOT EXISTS "UserAccounts" (
    "UserId" TEXT NOT NULL,
    "AccountId" TEXT NOT NULL,
    CONSTRAINT "PK_UserAccounts" PRIMARY KEY ("UserId", "AccountId"),
    CONSTRAINT "FK_UserAccounts_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);
INSERT INTO UserAccounts VALUES('01A2295E-924A-7DF7-854F-85F76B3E1901','01A2295E-8F7F-7E52-B782-37BE33D4E49B');
INSERT INTO UserAccounts VALUES('01A2295E-9262-72BB-955B-39D81943C6CB','01A2295E-8F7F-7E52-B782-37BE33D4E49B');
CREATE TABLE IF NOT EXISTS "UserRights" (
    "UserId" TEXT NOT NULL,
    "Right" TEXT NOT NULL,
    CONSTRAINT "PK_UserRights" PRIMARY KEY ("UserId", "Right"),
    CONSTRAINT "CK_UserRights_Right_Length" CHECK (length("Right") <= 40),
    CONSTRAINT "FK_UserRights_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);
INSERT INTO UserRights VALUES('01A2295E-924A-7DF7-854F-85F76B3E1901','Balance');
INSERT INTO UserRights VALUES('01A2295E-9262-72BB-955B-39D81943C6CB','Balance');
CREATE TABLE IF NOT EXISTS "FeeTables" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_FeeTables" PRIMARY KEY,
    "CompanyId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "UsesStandard" INTEGER NOT NULL,
    "Method" TEXT NOT NULL,
    "Version" INTEGER NOT NULL, "ChangedBy" TEXT NULL CONSTRAINT "CK_FeeTables_ChangedBy_Length" CHECK (length("ChangedBy") <= 120), "ChangedAtUtc" TEXT NULL,
    CONSTRAINT "CK_FeeTables_Kind_Length" CHECK (length("Kind") <= 40),
    CONSTRAINT "CK_FeeTables_Method_Length" CHECK (length("Method") <= 40),
    CONSTRAINT "FK_FeeTables_Companies_CompanyId" FOREIGN KEY ("CompanyId") REFERENCES "Companies" ("Id") ON DELETE RESTRICT
);
INSERT INTO FeeTables VALUES('01A2295E-900C-7A85-AB3D-F08702ED8124','01A2295E-8F7D-7897-9832-D95519FCDACF','PayeeTransfer',1,'Fixed',1,NULL,NULL);
INSERT INTO FeeTables VALUES('01A2295E-902A-7D48-93A5-081F69BAFCC9','01A2295E-8F7D-7897-9832-D95519FCDACF','PayeeBulkTransfer',1,'Fixed',1,NULL,NULL);
INSERT INTO FeeTables VALUES('01A2295E-902F-723C-BF31-27B33DFC1D1F','01A2295E-8F7D-7897-9832-D95519FCDACF','PayerBulkTransfer',1,'Fixed',1,NULL,NULL);
CREATE TABLE IF NOT EXISTS "StandardFees" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_StandardFees" PRIMARY KEY,
    "EffectiveFrom" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
, "ChangedBy" TEXT NULL CONSTRAINT "CK_StandardFees_ChangedBy_Length" CHECK (length("ChangedBy") <= 120), "ChangedAtUtc" TEXT NULL);
CREATE TABLE IF NOT EXISTS "FeeTableBands" (
    "TableId" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    "From" INTEGER NOT NULL,
    "SameBranch" INTEGER NOT NULL,
    "SameBank" INTEGER NOT NULL,
    "OtherBank" INTEGER NOT NULL,
    CONSTRAINT "PK_FeeTableBands" PRIMARY KEY ("TableId", "Position"),
    CONSTRAINT "FK_FeeTableBands_FeeTables_TableId" FOREIGN KEY ("TableId") REFERENCES "FeeTables" ("Id") ON DELETE CASCADE
);
INSERT INTO FeeTableBands VALUES('01A2295E-900C-7A85-AB3D-F08702ED8124',0,1,0,0,0);
INSERT INTO FeeTableBands VALUES('01A2295E-902A-7D48-93A5-081F69BAFCC9',0,1,0,0,0);
INSERT INTO FeeTableBands VALUES('01A2295E-902F-723C-BF31-27B33DFC1D1F',0,0,0,0,0);
CREATE TABLE IF NOT EXISTS "StandardFeesBands" (
    "TableId" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    "From" INTEGER NOT NULL,
    "SameBranch" INTEGER NOT NULL,
    "SameBank" INTEGER NOT NULL,
    "OtherBank" INTEGER NOT NULL,
    CONSTRAINT "PK_StandardFeesBands" PRIMARY KEY ("TableId", "Position"),
    CONSTRAINT "FK_StandardFeesBands_StandardFees_TableId" FOREIGN KEY ("TableId") REFERENCES "StandardFees" ("Id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "OutgoingMails" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_OutgoingMails" PRIMARY KEY,
    "CompanyId" TEXT NOT NULL,
    "To" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Body" TEXT NOT NULL,
    "CreatedAtUtc" TEXT NOT NULL,
    "DueAtUtc" TEXT NOT NULL,
    "Attempts" INTEGER NOT NULL,
    CONSTRAINT "CK_OutgoingMails_Body_Length" CHECK (length("Body") <= 4000),
    CONSTRAINT "CK_OutgoingMails_Subject_Length" CHECK (length("Subject") <= 200),
    CONSTRAINT "CK_OutgoingMails_To_Length" CHECK (length("To") <= 64)
);
CREATE UNIQUE INDEX "IX_BankAccounts_CompanyId_BranchCode_Number" ON "BankAccounts" ("CompanyId", "BranchCode", "Number");
CREATE UNIQUE INDEX "IX_Companies_ContractNumber" ON "Companies" ("ContractNumber");
CREATE INDEX "IX_Consignors_CompanyId" ON "Consignors" ("CompanyId");
CREATE INDEX "IX_OperationRecords_ChainId_OperatorId_Code_Sequence" ON "OperationRecords" ("ChainId", "OperatorId", "Code", "Sequence");
CREATE UNIQUE INDEX "IX_OperationRecords_ReceiptNumber" ON "OperationRecords" ("ReceiptNumber") WHERE "ReceiptNumber" IS NOT NULL;
CREATE UNIQUE INDEX "IX_SignInSessions_UserId" ON "SignInSessions" ("UserId") WHERE "EndedAtUtc" IS NULL;
CREATE INDEX "IX_Users_CompanyId" ON "Users" ("CompanyId");
CREATE UNIQUE INDEX "IX_Users_LoginIdKey" ON "Users" ("LoginIdKey");
CREATE INDEX "IX_WizardDrafts_ExpiresAtUtc" ON "WizardDrafts" ("ExpiresAtUtc");
CREATE INDEX "IX_WizardDrafts_OwnerId_CompletedAtUtc" ON "WizardDrafts" ("OwnerId", "CompletedAtUtc");
CREATE TRIGGER "TR_OperationRecords_NoUpdate" BEFORE UPDATE ON "OperationRecords"
BEGIN SELECT RAISE(ABORT, 'The history is append-only.'); END;
CREATE TRIGGER "TR_OperationRecords_NoDelete" BEFORE DELETE ON "OperationRecords"
BEGIN SELECT RAISE(ABORT, 'The history is append-only.'); END;
CREATE UNIQUE INDEX "IX_FeeTables_CompanyId_Kind" ON "FeeTables" ("CompanyId", "Kind");
CREATE UNIQUE INDEX "IX_StandardFees_EffectiveFrom" ON "StandardFees" ("EffectiveFrom");
CREATE UNIQUE INDEX "IX_Users_Master" ON "Users" ("CompanyId") WHERE "Role" = 'Master';
CREATE INDEX "IX_OutgoingMails_DueAtUtc" ON "OutgoingMails" ("DueAtUtc");
COMMIT;
