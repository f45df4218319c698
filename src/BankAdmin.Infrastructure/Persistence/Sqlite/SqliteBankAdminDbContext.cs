using BankAdmin.Infrastructure.Operations;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Persistence.Sqlite;

/// <summary>The database on SQLite.</summary>
public sealed class SqliteBankAdminDbContext(
    DbContextOptions<SqliteBankAdminDbContext> options, OperationContext operation, OperationSealer sealer, CompanyScope scope)
    : BankAdminDbContext(options, operation, sealer, scope);
