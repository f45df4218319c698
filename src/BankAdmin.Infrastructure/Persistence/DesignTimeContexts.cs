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
        // Nothing is saved here, so nothing is sealed.
        var database = new BankAdminDatabase(provider, "", () => throw new NotSupportedException(), logging: null);
        return database.OpenForSystem(TimeProvider.System);
    }

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
