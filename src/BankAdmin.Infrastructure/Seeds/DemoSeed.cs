using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Fees;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.SignIn;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Seeds;

/// <summary>The companies and users of every development database, with a hundred days of history (spec demo-data.md).</summary>
public sealed class DemoSeed(BankAdminDatabase database, SeedParts parts, BankParameters bank, TimeProvider clock)
{
    private const int DaysOfHistory = 100;
    private const int PasswordAgeDays = 10;

    /// <summary>The demo companies as a fixture document.</summary>
    public static string Document()
    {
        using var stream = typeof(DemoSeed).Assembly.GetManifestResourceStream("demo.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The login IDs of the demo accounts; production refuses to start when one exists.</summary>
    public static IReadOnlyList<string> LoginIdKeys(BankParameters bank) =>
        new FixtureReader(bank).Read(Document()).Document.Companies.SelectMany(c => c.Users).Select(u => LoginId.Key(u.LoginId)).ToList();

    /// <summary>Fills an empty database; false when there are companies already. All or nothing.</summary>
    public async Task<bool> FillAsync(CancellationToken ct)
    {
        var operation = new OperationContext();
        await using var context = database.OpenForSystem(clock, operation);
        if (await IsFilledAsync(context, ct))
        {
            return false;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var (document, errors) = new FixtureReader(bank).Read(Document());
        if (errors.Count > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, errors));
        }

        var seed = new FixtureSeed(context, parts, bank, clock);
        var hashes = await seed.HashAsync(document, ct);
        await using var all = await context.Database.BeginTransactionAsync(ct);
        if (await IsFilledAsync(context, ct))
        {
            return false;
        }

        operation.HappenedAtUtc = JapanTime.StartUtc(JapanTime.Day(now).AddDays(-DaysOfHistory - 1));
        await PublishStandardFeesAsync(context, ct);
        await seed.AddAsync(document, hashes, now.AddDays(-PasswordAgeDays), ct);
        await SetOwnFeesAsync(context, ct);
        foreach (var company in await context.Companies.AsNoTracking().ToListAsync(ct))
        {
            await RecordDaysAsync(context, operation, company, now, ct);
        }

        await all.CommitAsync(ct);
        seed.WriteCertificates();
        return true;
    }

    private static Task<bool> IsFilledAsync(BankAdminDbContext context, CancellationToken ct) =>
        context.Companies.IgnoreAutoIncludes().AnyAsync(ct);

    private static async Task PublishStandardFeesAsync(BankAdminDbContext context, CancellationToken ct)
    {
        context.Add(StandardFees.Publish(
            new DateOnly(2024, 4, 1), new FeeSchedule(new FeeBand(1, 0, 110, 440), new FeeBand(30_000, 0, 330, 550))));
        context.Add(StandardFees.Publish(new DateOnly(2027, 4, 1), new FeeSchedule(new FeeBand(1, 0, 220, 495))));
        await context.SaveChangesAsync(ct);
    }

    // さくら deducts its own fees in 総合振込; everything else follows the standard.
    private static async Task SetOwnFeesAsync(BankAdminDbContext context, CancellationToken ct)
    {
        var sakura = await context.Companies.IgnoreAutoIncludes()
            .Where(c => c.ContractNumber == "1000000001").Select(c => c.Id).SingleAsync(ct);
        var table = await context.FeeTables.SingleAsync(t => t.CompanyId == sakura && t.Kind == FeeTableKind.PayeeBulkTransfer, ct);
        table.Change(new FeeTableChange(
            UsesStandard: false, FeeMethod.Fixed, new FeeSchedule(new FeeBand(10_000, 0, 110, 440), new FeeBand(30_000, 0, 330, 550))));
        await context.SaveChangesAsync(ct);
    }

    // What a company's people did on a hundred days, recorded by the code that records real operations.
    private static async Task RecordDaysAsync(
        BankAdminDbContext context, OperationContext operation, Company company, DateTime now, CancellationToken ct)
    {
        var users = await context.Users.AsNoTracking()
            .Where(user => user.CompanyId == company.Id).OrderBy(user => user.LoginId).ToListAsync(ct);
        var last = JapanTime.Day(now);
        for (var day = last.AddDays(-DaysOfHistory); day < last; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            {
                continue;
            }

            var opening = JapanTime.StartUtc(day).AddHours(8).AddMinutes(30);
            for (var person = 0; person < 3; person++)
            {
                var user = users[person];
                var at = opening.AddMinutes((day.DayNumber * 7 + person * 41) % 90).AddSeconds(day.DayNumber % 60);
                var who = Person.Of(user, $"192.0.2.{10 + person}");
                foreach (var (happened, minutes) in Visit(day, OperationSubject.Of(who), person == 0 ? company.AsSubject() : null))
                {
                    operation.HappenedAtUtc = at = at.AddMinutes(minutes);
                    context.Record(happened, who, company.Id);
                }
            }
        }

        operation.HappenedAtUtc = null;
        await context.SaveChangesAsync(ct);
    }

    // An administrator looks at the company.
    private static IEnumerable<(OperationEvent Happened, int Minutes)> Visit(
        DateOnly day, OperationSubject oneself, OperationSubject? company)
    {
        if (day.DayNumber % 17 == 0)
        {
            yield return (new LoginRefused(oneself, [ErrorCodes.SignInRefused]), 0);
        }

        yield return (new LoggedIn(oneself), 1);
        if (company is not null)
        {
            yield return (new SheetInquired(OperationCatalogue.InquireCompany, company), 3);
            if (day.DayNumber % 5 == 0)
            {
                yield return (new SheetPrinted(company), 1);
            }
        }

        yield return (new LoggedOut(oneself), 9);
    }
}
