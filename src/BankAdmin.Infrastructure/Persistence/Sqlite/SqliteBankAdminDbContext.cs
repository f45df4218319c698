using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Persistence.Sqlite;

/// <summary>The database on SQLite.</summary>
public sealed class SqliteBankAdminDbContext(DbContextOptions<SqliteBankAdminDbContext> options, ContextParts parts)
    : BankAdminDbContext(options, parts);
