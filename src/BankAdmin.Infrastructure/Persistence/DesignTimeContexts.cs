using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence.Sqlite;
using BankAdmin.Infrastructure.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace BankAdmin.Infrastructure.Persistence;

/// <summary>Contexts without a database behind them: for adding migrations and for rendering SQL.</summary>
public static class DesignTimeContexts
{
    /// <summary>A context the tools make migrations for SQLite with.</summary>
    public static SqliteBankAdminDbContext Sqlite() => new(
        new DbContextOptionsBuilder<SqliteBankAdminDbContext>().UseSqlite("Data Source=:memory:").Options,
        new OperationContext(), Unused(), CompanyScope.All);

    /// <summary>A context the tools make migrations for SQL Server with.</summary>
    public static SqlServerBankAdminDbContext SqlServer() => new(
        new DbContextOptionsBuilder<SqlServerBankAdminDbContext>().UseSqlServer("Server=.;Database=BankAdmin").Options,
        new OperationContext(), Unused(), CompanyScope.All);

    // Nothing is saved here, so nothing is sealed.
    private static OperationSealer Unused() => new(new Lazy<HistoryKeys>(() => throw new NotSupportedException()), TimeProvider.System);

    private sealed class SqliteFactory : IDesignTimeDbContextFactory<SqliteBankAdminDbContext>
    {
        public SqliteBankAdminDbContext CreateDbContext(string[] args) => Sqlite();
    }

    private sealed class SqlServerFactory : IDesignTimeDbContextFactory<SqlServerBankAdminDbContext>
    {
        public SqlServerBankAdminDbContext CreateDbContext(string[] args) => SqlServer();
    }
}
