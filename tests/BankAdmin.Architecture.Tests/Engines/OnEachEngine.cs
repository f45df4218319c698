using BankAdmin.Infrastructure.Persistence;

namespace BankAdmin.Architecture.Tests.Engines;

// What every engine has to keep, on each: SQL Server where there is one.

public sealed class StoreOnSqliteTests() : StoreTests(DatabaseProvider.Sqlite);

public sealed class StoreOnPostgresTests() : StoreTests(DatabaseProvider.Postgres);

public sealed class StoreOnSqlServerTests() : StoreTests(DatabaseProvider.SqlServer);

public sealed class ScopeOnSqliteTests() : ScopeTests(DatabaseProvider.Sqlite);

public sealed class ScopeOnPostgresTests() : ScopeTests(DatabaseProvider.Postgres);

public sealed class ScopeOnSqlServerTests() : ScopeTests(DatabaseProvider.SqlServer);

public sealed class RecordingOnSqliteTests() : RecordingTests(DatabaseProvider.Sqlite);

public sealed class RecordingOnPostgresTests() : RecordingTests(DatabaseProvider.Postgres);

public sealed class RecordingOnSqlServerTests() : RecordingTests(DatabaseProvider.SqlServer);

public sealed class SealerOnSqliteTests() : SealerTests(DatabaseProvider.Sqlite);

public sealed class SealerOnPostgresTests() : SealerTests(DatabaseProvider.Postgres);

public sealed class InquiryLogOnSqliteTests() : InquiryLogTests(DatabaseProvider.Sqlite);

public sealed class InquiryLogOnPostgresTests() : InquiryLogTests(DatabaseProvider.Postgres);

public sealed class HistoryVerificationOnSqliteTests() : HistoryVerificationTests(DatabaseProvider.Sqlite);

public sealed class HistoryVerificationOnPostgresTests() : HistoryVerificationTests(DatabaseProvider.Postgres);

public sealed class HistoryVerificationOnSqlServerTests() : HistoryVerificationTests(DatabaseProvider.SqlServer);

public sealed class HistoryRetentionOnSqliteTests() : HistoryRetentionTests(DatabaseProvider.Sqlite);

public sealed class HistoryRetentionOnPostgresTests() : HistoryRetentionTests(DatabaseProvider.Postgres);

public sealed class HistoryRetentionOnSqlServerTests() : HistoryRetentionTests(DatabaseProvider.SqlServer);

public sealed class LoadSeedOnSqliteTests() : LoadSeedTests(DatabaseProvider.Sqlite);

public sealed class LoadSeedOnPostgresTests() : LoadSeedTests(DatabaseProvider.Postgres);

public sealed class LoadSeedOnSqlServerTests() : LoadSeedTests(DatabaseProvider.SqlServer);
