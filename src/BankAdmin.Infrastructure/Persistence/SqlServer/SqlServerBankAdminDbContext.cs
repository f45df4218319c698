using BankAdmin.Infrastructure.Operations;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Persistence.SqlServer;

/// <summary>The database on SQL Server.</summary>
public sealed class SqlServerBankAdminDbContext(
    DbContextOptions<SqlServerBankAdminDbContext> options, OperationContext operation, OperationSealer sealer, CompanyScope scope)
    : BankAdminDbContext(options, operation, sealer, scope);
