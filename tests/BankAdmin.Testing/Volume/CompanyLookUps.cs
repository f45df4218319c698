using System.Globalization;
using BankAdmin.Domain;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Testing.Volume;

/// <summary>What every page of a company asks for, by the product's own queries and filters.</summary>
public static class CompanyLookUps
{
    private const int Rows = 20;

    /// <summary>Acts for a company from here on.</summary>
    public static async Task<OperationContext> ActForAsync(this BankAdminDatabase database, string contractNumber)
    {
        await using var system = database.OpenForSystem(TimeProvider.System);
        var id = await system.Companies.IgnoreAutoIncludes().Where(c => c.ContractNumber == contractNumber).Select(c => c.Id).SingleAsync();
        var operation = new OperationContext();
        operation.ActAs(Person.System with { CompanyId = id });
        return operation;
    }

    /// <summary>Looks the company up whole, its first users, approvers and fee tables; what was found, without keys.</summary>
    public static async Task<IReadOnlyList<string>> LookUpAsync(this BankAdminDatabase database, OperationContext operation)
    {
        await using var context = database.Open(operation, TimeProvider.System);
        var company = await context.Companies.AsNoTracking().SingleAsync();
        var rows = context.UserRows(TimeProvider.System.GetUtcNow().UtcDateTime);
        var users = await rows.OrderBy(user => user.LoginIdKey).Take(Rows).ToListAsync();
        var approvers = (await LossGuard.ReadAsync(context, company, CancellationToken.None)).Approvers;
        var fees = await context.FeeTables.AsNoTracking().OrderBy(table => table.Kind).ToListAsync();
        var (all, shown) = (await context.Users.CountAsync(), await rows.CountAsync());
        return
        [
            $"{company.ContractNumber} {company.Name}",
            .. company.Accounts.Select(account => account.Name),
            string.Create(CultureInfo.InvariantCulture, $"{all} {shown}"),
            .. users.Select(user => $"{user.LoginId} {user.Name} {user.Role} {user.State}"),
            .. approvers.Select(service => string.Create(CultureInfo.InvariantCulture, $"{service.Key.Key} {service.Value}")),
            .. fees.Select(table => $"{table.Kind.Code} {table.UsesStandard}"),
        ];
    }
}
