using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Seeds;

/// <summary>Writes what the people of a company did, sealed as commits are, many in one transaction.</summary>
public sealed class LoadHistory(BankAdminDatabase database, BankParameters bank, SecretKey key, TimeProvider clock)
{
    private const int AtOnce = 10_000;
    private const int MostAhead = 1_000;
    private const int MostFolded = 100_000;

    // 8:30 to 17:30.
    private const int OpeningMinutes = 510;
    private const long SecondsADay = 9 * 60 * 60;

    private static readonly string[] Browsers = ["Edge (Windows)", "Chrome (Windows)", "Firefox (Windows)", "Safari (macOS)"];

    private readonly Dictionary<string, string> folded = [];

    /// <summary>Adds records to the chain of a company by its number, and says after each transaction how many it wrote.</summary>
    public async IAsyncEnumerable<int> AddAsync(string contractNumber, long records, [EnumeratorCancellation] CancellationToken ct)
    {
        var (company, people) = await ReadAsync(contractNumber, ct);
        using var steps = StepsOf(company, people, records).GetEnumerator();
        var more = steps.MoveNext();
        for (var written = 0L; more && written < records;)
        {
            var batch = new List<(Person By, LoadStep Step, DateTime AtUtc)>();
            var count = 0;
            for (; more && count < AtOnce && written + count < records; more = steps.MoveNext())
            {
                batch.Add(steps.Current);
                count += steps.Current.Step.Events.Count;
            }

            await WriteAsync(company, batch, count, ct);
            written += count;
            yield return count;
        }
    }

    private async Task<(CompanyOfLoad Company, List<Person> People)> ReadAsync(string contractNumber, CancellationToken ct)
    {
        await using var context = database.OpenForSystem(clock);
        var company = await context.Companies.IgnoreAutoIncludes().AsNoTracking()
            .Where(c => c.ContractNumber == contractNumber).Select(c => new { c.Id, c.Name }).SingleAsync(ct);
        var users = await context.Users.AsNoTracking().Where(u => u.CompanyId == company.Id).OrderBy(u => u.LoginIdKey).ToListAsync(ct);
        return (
            new CompanyOfLoad(company.Id, new OperationSubject(SubjectKind.Company, contractNumber, company.Name)),
            users.Select((user, i) => Person.Of(user, string.Create(
                CultureInfo.InvariantCulture, $"192.0.2.{(i % 200) + 1} / {Browsers[i % Browsers.Length]}"))).ToList());
    }

    // As many as are asked for, the last of them cut to what still fits.
    private IEnumerable<(Person By, LoadStep Step, DateTime AtUtc)> StepsOf(CompanyOfLoad company, List<Person> people, long records)
    {
        var today = JapanTime.Day(clock.GetUtcNow().UtcDateTime);
        var days = Enumerable.Range(-LoadSeed.Days, LoadSeed.Days).Select(today.AddDays)
            .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ToList();
        var visits = new LoadVisits(company.Subject, people.Select(OperationSubject.Of).ToList());
        var done = 0L;
        for (var visit = 0; ; visit++)
        {
            var by = people[visit % people.Count];
            by = by with { SessionId = SessionOf(company.Id, visit) };
            foreach (var step in visits.Of(visit, OperationSubject.Of(by)))
            {
                var left = records - done;
                var fits = step.Events.Count <= left ? step
                    : LoadStep.Of(new SheetInquired(OperationCatalogue.InquireCompany, company.Subject));
                var second = done * (days.Count * SecondsADay) / records;
                var at = JapanTime.StartUtc(days[(int)(second / SecondsADay)]).AddMinutes(OpeningMinutes).AddSeconds(second % SecondsADay);
                yield return (by, fits, at);
                done += fits.Events.Count;
                if (done >= records)
                {
                    yield break;
                }
            }
        }
    }

    private async Task WriteAsync(
        CompanyOfLoad company, List<(Person By, LoadStep Step, DateTime AtUtc)> batch, int count, CancellationToken ct)
    {
        await using var context = database.OpenForSystem(clock);
        await using var own = await context.BeginAsync(ct);
        var head = await OperationSealer.ReserveAsync(context, company.Id, count, ct);
        var receipts = batch.Where(at => at.Step.Screen is not null).CountBy(at => JapanTime.Day(at.AtUtc));
        var numbers = await LoadReceiptNumbers.TakeAsync(context, receipts, ct);

        // One core seals what the other writes.
        await Engine.Of(context).CopyAsync(context, MakeAhead(RowsOf(company, batch, head, numbers)), ct);
        await context.ChainHeads.Where(end => end.ChainId == company.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(end => end.Seal, head.Seal), ct);
        await own.CommitAsync(ct);
    }

    // The head goes along with the rows.
    private IEnumerable<OperationRecord> RowsOf(
        CompanyOfLoad company, List<(Person By, LoadStep Step, DateTime AtUtc)> batch, ChainHead head, LoadReceiptNumbers numbers)
    {
        var made = new SealedRow(key, Fold);
        foreach (var (by, step, at) in batch)
        {
            var number = step.Screen is null ? null : numbers.Next(JapanTime.Day(at));
            foreach (var (part, happened) in step.Events.Index())
            {
                var receipt = part == 0 && number is not null ? ReceiptOf(step, company, by, number, at) : null;
                var row = made.Of(
                    new PendingOperation(company.Id, by, happened, at),
                    OperationPayload.Of(happened, by, receipt, part == 0 ? null : number),
                    new RowPlace(++head.Sequence, head.Seal, part), at);
                head.Seal = row.Seal;
                yield return row;
            }
        }
    }

    private static IEnumerable<T> MakeAhead<T>(IEnumerable<T> source)
    {
        using var made = new BlockingCollection<T>(MostAhead);
        using var left = new CancellationTokenSource();
        var making = Task.Run(() =>
        {
            try
            {
                foreach (var one in source)
                {
                    made.Add(one, left.Token);
                }
            }
            finally
            {
                made.CompleteAdding();
            }
        });
        try
        {
            foreach (var one in made.GetConsumingEnumerable())
            {
                yield return one;
            }

            making.GetAwaiter().GetResult();
        }
        finally
        {
            left.Cancel();
            Task.WhenAny(making).Wait();
        }
    }

    private Receipt ReceiptOf(LoadStep step, CompanyOfLoad company, Person by, string number, DateTime atUtc) => new(
        step.Screen!.Value.Id, step.Screen.Value.Title, number, atUtc, company.Subject.Name, by.Name, by.LoginName,
        "以下の内容で変更しました。", step.Sheet!, bank.Issuer);

    // The same texts come again and again.
    private string Fold(string text)
    {
        if (folded.TryGetValue(text, out var known))
        {
            return known;
        }

        if (folded.Count >= MostFolded)
        {
            folded.Clear();
        }

        return folded[text] = SearchKey.Of(text);
    }

    private static Guid SessionOf(Guid company, int visit)
    {
        Span<byte> bytes = stackalloc byte[16];
        company.TryWriteBytes(bytes);
        BitConverter.TryWriteBytes(bytes[^sizeof(int)..], visit);
        return new Guid(bytes);
    }

    private sealed record CompanyOfLoad(Guid Id, OperationSubject Subject);
}

/// <summary>受付番号 of days that are over, taken in the transaction that uses them.</summary>
internal sealed class LoadReceiptNumbers
{
    private readonly Dictionary<DateOnly, int> last = [];

    /// <summary>Takes as many of each day as are needed.</summary>
    public static async Task<LoadReceiptNumbers> TakeAsync(
        BankAdminDbContext context, IEnumerable<KeyValuePair<DateOnly, int>> needed, CancellationToken ct)
    {
        var taken = new LoadReceiptNumbers();
        foreach (var (day, count) in needed.OrderBy(each => each.Key))
        {
            var row = context.ReceiptDays.Where(d => d.Day == day);
            while (await row.ExecuteUpdateAsync(set => set.SetProperty(d => d.LastSerial, d => d.LastSerial + count), ct) <= 0)
            {
                await context.InsertIfMissingAsync(ReceiptNumbers.InsertDay(day), ct);
            }

            taken.last[day] = await row.Select(d => d.LastSerial).SingleAsync(ct) - count;
        }

        return taken;
    }

    /// <summary>The next one of a day.</summary>
    public string Next(DateOnly day) => ReceiptNumbers.Of(day, ++last[day]);
}
