using BankAdmin.Infrastructure.Persistence;

namespace BankAdmin.Web.Tests.Processes;

// Every race and every kill on each engine: SQL Server where there is one.

public sealed class CertificatesOnSqliteTests(EngineNodes all) : CertificateTests(all, DatabaseProvider.Sqlite);

public sealed class CertificatesOnPostgresTests(EngineNodes all) : CertificateTests(all, DatabaseProvider.Postgres);

public sealed class CertificatesOnSqlServerTests(EngineNodes all) : CertificateTests(all, DatabaseProvider.SqlServer);

public sealed class ChainRaceOnSqliteTests(EngineNodes all) : ChainRaceTests(all, DatabaseProvider.Sqlite);

public sealed class ChainRaceOnPostgresTests(EngineNodes all) : ChainRaceTests(all, DatabaseProvider.Postgres);

public sealed class ChainRaceOnSqlServerTests(EngineNodes all) : ChainRaceTests(all, DatabaseProvider.SqlServer);

public sealed class CodeRaceOnSqliteTests(EngineNodes all) : CodeRaceTests(all, DatabaseProvider.Sqlite);

public sealed class CodeRaceOnPostgresTests(EngineNodes all) : CodeRaceTests(all, DatabaseProvider.Postgres);

public sealed class CodeRaceOnSqlServerTests(EngineNodes all) : CodeRaceTests(all, DatabaseProvider.SqlServer);

public sealed class CompanyRaceOnSqliteTests(EngineNodes all) : CompanyRaceTests(all, DatabaseProvider.Sqlite);

public sealed class CompanyRaceOnPostgresTests(EngineNodes all) : CompanyRaceTests(all, DatabaseProvider.Postgres);

public sealed class CompanyRaceOnSqlServerTests(EngineNodes all) : CompanyRaceTests(all, DatabaseProvider.SqlServer);

public sealed class CrashOnSqliteTests(EngineNodes all) : CrashTests(all, DatabaseProvider.Sqlite);

public sealed class CrashOnPostgresTests(EngineNodes all) : CrashTests(all, DatabaseProvider.Postgres);

public sealed class CrashOnSqlServerTests(EngineNodes all) : CrashTests(all, DatabaseProvider.SqlServer);

public sealed class ExactlyOnceOnSqliteTests(EngineNodes all) : ExactlyOnceTests(all, DatabaseProvider.Sqlite);

public sealed class ExactlyOnceOnPostgresTests(EngineNodes all) : ExactlyOnceTests(all, DatabaseProvider.Postgres);

public sealed class ExactlyOnceOnSqlServerTests(EngineNodes all) : ExactlyOnceTests(all, DatabaseProvider.SqlServer);

public sealed class FirstStartRaceOnSqliteTests(EngineNodes all) : FirstStartRaceTests(all, DatabaseProvider.Sqlite);

public sealed class FirstStartRaceOnPostgresTests(EngineNodes all) : FirstStartRaceTests(all, DatabaseProvider.Postgres);

public sealed class FirstStartRaceOnSqlServerTests(EngineNodes all) : FirstStartRaceTests(all, DatabaseProvider.SqlServer);

public sealed class FirstStartOnSqliteTests(EngineNodes all) : FirstStartTests(all, DatabaseProvider.Sqlite);

public sealed class FirstStartOnPostgresTests(EngineNodes all) : FirstStartTests(all, DatabaseProvider.Postgres);

public sealed class FirstStartOnSqlServerTests(EngineNodes all) : FirstStartTests(all, DatabaseProvider.SqlServer);

public sealed class GuessingOnSqliteTests(EngineNodes all) : GuessingTests(all, DatabaseProvider.Sqlite);

public sealed class GuessingOnPostgresTests(EngineNodes all) : GuessingTests(all, DatabaseProvider.Postgres);

public sealed class GuessingOnSqlServerTests(EngineNodes all) : GuessingTests(all, DatabaseProvider.SqlServer);

public sealed class LockedDatabaseOnSqliteTests(EngineNodes all) : LockedDatabaseTests(all, DatabaseProvider.Sqlite);

public sealed class LockedDatabaseOnPostgresTests(EngineNodes all) : LockedDatabaseTests(all, DatabaseProvider.Postgres);

public sealed class LockedDatabaseOnSqlServerTests(EngineNodes all) : LockedDatabaseTests(all, DatabaseProvider.SqlServer);

public sealed class SignInRaceOnSqliteTests(EngineNodes all) : SignInRaceTests(all, DatabaseProvider.Sqlite);

public sealed class SignInRaceOnPostgresTests(EngineNodes all) : SignInRaceTests(all, DatabaseProvider.Postgres);

public sealed class SignInRaceOnSqlServerTests(EngineNodes all) : SignInRaceTests(all, DatabaseProvider.SqlServer);

public sealed class UserRaceOnSqliteTests(EngineNodes all) : UserRaceTests(all, DatabaseProvider.Sqlite);

public sealed class UserRaceOnPostgresTests(EngineNodes all) : UserRaceTests(all, DatabaseProvider.Postgres);

public sealed class UserRaceOnSqlServerTests(EngineNodes all) : UserRaceTests(all, DatabaseProvider.SqlServer);

public sealed class ClocksApartOnSqliteTests() : ClocksApartTests(DatabaseProvider.Sqlite);

public sealed class ClocksApartOnPostgresTests() : ClocksApartTests(DatabaseProvider.Postgres);

public sealed class ClocksApartOnSqlServerTests() : ClocksApartTests(DatabaseProvider.SqlServer);
