using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Persistence.Postgres;

/// <summary>The database on PostgreSQL.</summary>
public sealed class PostgresBankAdminDbContext(DbContextOptions<PostgresBankAdminDbContext> options, ContextParts parts)
    : BankAdminDbContext(options, parts);
