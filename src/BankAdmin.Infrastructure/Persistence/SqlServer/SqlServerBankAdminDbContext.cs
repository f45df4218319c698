using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Persistence.SqlServer;

/// <summary>The database on SQL Server.</summary>
public sealed class SqlServerBankAdminDbContext(DbContextOptions<SqlServerBankAdminDbContext> options, ContextParts parts)
    : BankAdminDbContext(options, parts);
