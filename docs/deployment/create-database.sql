-- Run by sqlcmd with the passwords in its environment; may be run again.
-- Passwords must not contain an apostrophe: sqlcmd puts them in as they are.
IF DB_ID(N'BankAdmin') IS NULL
    CREATE DATABASE BankAdmin;
GO
-- Readers do not wait for writers, as on SQLite with WAL.
IF EXISTS (SELECT 1 FROM sys.databases WHERE name = N'BankAdmin' AND is_read_committed_snapshot_on = 0)
    ALTER DATABASE BankAdmin SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
GO
IF SUSER_ID(N'bankadmin_owner') IS NULL
    CREATE LOGIN bankadmin_owner WITH PASSWORD = N'$(BANKADMIN_OWNER_PASSWORD)', DEFAULT_DATABASE = BankAdmin;
IF SUSER_ID(N'bankadmin_web') IS NULL
    CREATE LOGIN bankadmin_web WITH PASSWORD = N'$(BANKADMIN_WEB_PASSWORD)', DEFAULT_DATABASE = BankAdmin;
GO
USE BankAdmin;
GO
IF USER_ID(N'bankadmin_owner') IS NULL
BEGIN
    CREATE USER bankadmin_owner FOR LOGIN bankadmin_owner;
    ALTER ROLE db_owner ADD MEMBER bankadmin_owner;
END;
-- No right to change a table or to switch off the triggers that keep the history append-only.
IF USER_ID(N'bankadmin_web') IS NULL
BEGIN
    CREATE USER bankadmin_web FOR LOGIN bankadmin_web;
    ALTER ROLE db_datareader ADD MEMBER bankadmin_web;
    ALTER ROLE db_datawriter ADD MEMBER bankadmin_web;
END;
GO
