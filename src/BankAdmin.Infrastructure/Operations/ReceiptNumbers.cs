using System.Globalization;
using BankAdmin.Domain;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Operations;

/// <summary>
/// Gives out 受付番号, each once over the whole bank: <c>yyyyMMdd-nnnnnn</c>, the Japan day and a serial of at least six digits. A process
/// takes the day's serials by blocks and outside all commits, so that companies never wait for each other's. A commit that is undone and a
/// process that ends leave gaps; the next block of another process comes between.
/// </summary>
public sealed class ReceiptNumbers(BankAdminDatabase database)
{
    /// <summary>How many are taken at once: the most that a process which ends leaves unused.</summary>
    public const int Block = 20;

    private readonly SemaphoreSlim one = new(1);
    private DateOnly day;
    private int last;
    private int end;

    /// <summary>The next one of the day of a time.</summary>
    public async Task<string> NextAsync(DateTime nowUtc, CancellationToken ct)
    {
        var today = JapanTime.Day(nowUtc);
        await one.WaitAsync(ct);
        try
        {
            if (today != day || last == end)
            {
                var begin = await TakeBlockAsync(today, ct);
                (day, last, end) = (today, begin, begin + Block);
            }

            return Of(day, ++last);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>A number of a day.</summary>
    public static string Of(DateOnly day, int serial) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}-{serial:D6}");

    /// <summary>Begins the serial of a day unless it is there; the same words on every engine.</summary>
    public static FormattableString InsertDay(DateOnly day) =>
        $"""
        INSERT INTO "ReceiptDays" ("Day", "LastSerial")
        SELECT {day}, 0
        WHERE NOT EXISTS (SELECT 1 FROM "ReceiptDays" WHERE "Day" = {day})
        """;

    // Losing the race means that another node took a block: read again.
    private async Task<int> TakeBlockAsync(DateOnly today, CancellationToken ct)
    {
        await using var context = database.OpenForSystem(TimeProvider.System);
        var row = context.ReceiptDays.Where(d => d.Day == today);
        while (true)
        {
            if (await row.Select(d => (int?)d.LastSerial).SingleOrDefaultAsync(ct) is not { } given)
            {
                await context.InsertIfMissingAsync(InsertDay(today), ct);
            }
            else if (await row.Where(d => d.LastSerial == given)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.LastSerial, given + Block), ct) > 0)
            {
                return given;
            }
        }
    }
}
