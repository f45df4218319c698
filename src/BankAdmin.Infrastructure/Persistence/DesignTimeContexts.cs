using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence.Postgres;
using BankAdmin.Infrastructure.Persistence.Sqlite;
using BankAdmin.Infrastructure.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore.Design;

namespace BankAdmin.Infrastructure.Persistence;

/// <summary>Contexts without a database behind them: for adding migrations and for rendering SQL.</summary>
public static class DesignTimeContexts
{
    /// <summary>A context of an engine that the tools make migrations with.</summary>
    public static BankAdminDbContext Open(DatabaseProvider provider)
    {
        var engine = Engine.Of(provider);
        var parts = new ContextParts(new OperationContext(), Unused(), CompanyScope.All);
        return engine.NewContext(engine.Options("", logging: null, []), parts);
    }

    // Nothing is saved here, so nothing is sealed.
    private static OperationSealer Unused() => new(new Lazy<HistoryKeys>(() => throw new NotSupportedException()), TimeProvider.System);

    private sealed class SqliteFactory : IDesignTimeDbContextFactory<SqliteBankAdminDbContext>
    {
        public SqliteBankAdminDbContext CreateDbContext(string[] args) => (SqliteBankAdminDbContext)Open(DatabaseProvider.Sqlite);
    }

    private sealed class PostgresFactory : IDesignTimeDbContextFactory<PostgresBankAdminDbContext>
    {
        public PostgresBankAdminDbContext CreateDbContext(string[] args) => (PostgresBankAdminDbContext)Open(DatabaseProvider.Postgres);
    }

    private sealed class SqlServerFactory : IDesignTimeDbContextFactory<SqlServerBankAdminDbContext>
    {
        public SqlServerBankAdminDbContext CreateDbContext(string[] args) => (SqlServerBankAdminDbContext)Open(DatabaseProvider.SqlServer);
    }
}
