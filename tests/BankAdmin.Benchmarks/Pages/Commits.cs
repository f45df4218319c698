using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Volume;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Benchmarks.Pages;

/// <summary>Commits without pages or passwords: eight people of different companies, each one change after the other.</summary>
internal static class Commits
{
    private const int Each = 50;

    public static Measure On(DatabaseProvider engine) =>
        new($"commits, {Line.Clients} clients, {engine}", _ => TakeAsync(engine, numbered: true));

    /// <summary>The same without a 受付番号.</summary>
    public static Measure WithoutNumber(DatabaseProvider engine) =>
        new($"commits without 受付番号, {engine}", _ => TakeAsync(engine, numbered: false));

    private static async Task<Sample> TakeAsync(DatabaseProvider engine, bool numbered)
    {
        using var bank = await TestBank.OpenAsync(engine);
        var numbers = Enumerable.Range(1, Line.Clients).Select(i => $"90000001{i:D2}").ToList();
        await bank.AddAsync([.. numbers.Select((number, i) => A.Company(number).WithMaster(VolumeSize.Master(i)))]);
        var database = bank.Database();
        var people = await Task.WhenAll(numbers.Select(number => database.ActForAsync(number)));
        await Sample.TakeAsync(Line.Clients, Each, ChangeAsync); // as compiled and connected as it will be
        return await Sample.TakeAsync(Line.Clients, Each, ChangeAsync);

        async Task<int> ChangeAsync(int client, int time)
        {
            await using var context = database.Open(people[client], TimeProvider.System);
            var company = await context.Companies.SingleAsync();
            company.ChangeAccountMemos([$"{Guid.CreateVersion7():N}"[..20]]);
            var done = new OperationCompleted(OperationCatalogue.ChangeAccountMemos, company.AsSubject());
            if (numbered)
            {
                await context.SaveWithReceiptAsync(done, ReceiptOf, CancellationToken.None);
                return 0;
            }

            context.Record(done);
            return await context.SaveChangesAsync();
        }
    }

    private static Receipt ReceiptOf(string number, DateTime atUtc) =>
        new("", "", number, atUtc, "", "", "", "", new Sheet(Compares: true, []), null);
}
