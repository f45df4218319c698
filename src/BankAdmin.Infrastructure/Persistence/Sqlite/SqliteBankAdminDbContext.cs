using BankAdmin.Infrastructure.Operations;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Persistence.Sqlite;

/// <summary>The database on SQLite.</summary>
public sealed class SqliteBankAdminDbContext(
    DbContextOptions<SqliteBankAdminDbContext> options, OperationContext operation, OperationSealer sealer)
    : BankAdminDbContext(options, operation, sealer);
