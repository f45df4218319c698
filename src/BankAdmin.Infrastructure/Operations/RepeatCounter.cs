using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using BankAdmin.Domain;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Operations;

/// <summary>How often one thing came from one source on one Japan day.</summary>
public sealed class RepeatCount
{
    /// <summary>Digest of thing, source and day.</summary>
    public string Key { get; init; } = "";

    /// <summary>How often it came.</summary>
    public int Times { get; init; }

    /// <summary>When it began to be counted, UTC.</summary>
    public DateTime FirstAtUtc { get; init; }
}

/// <summary>
/// Counts what a stranger can repeat as often as they like, on every node alike, so that the history tells it once and again each time
/// the number has doubled (rule: spec rulings.md „Bounded records“).
/// </summary>
public sealed class RepeatCounter(BankAdminDbContext context, TimeProvider clock)
{
    /// <summary>Counts one more.</summary>
    /// <param name="thing">What happened.</param>
    /// <param name="source">Where it came from: a person, an address.</param>
    /// <returns>How often it has happened today.</returns>
    public async Task<int> CountAsync(string thing, string source)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var key = KeyOf(string.Create(CultureInfo.InvariantCulture, $"{thing}\n{source}\n{JapanTime.Day(now):O}"));
        var rows = context.RepeatCounts.Where(count => count.Key == key);

        // Losing the race means that another was counted. Nothing is cancelled: who hangs up has done it all the same.
        while (true)
        {
            if (await rows.AsNoTracking().Select(count => (int?)count.Times).SingleOrDefaultAsync() is not { } times)
            {
                await context.InsertIfMissingAsync(InsertStatement(key, now), CancellationToken.None);
            }
            else if (await rows.Where(count => count.Times == times)
                .ExecuteUpdateAsync(set => set.SetProperty(count => count.Times, times + 1)) > 0)
            {
                return times + 1;
            }
        }
    }

    /// <summary>
    /// The source that a terminal stands for, whatever its browser calls itself; who has an IPv6 address has all of its network.
    /// </summary>
    public static string SourceOf(string terminal)
    {
        var first = terminal.Split(' ')[0];
        return IPAddress.TryParse(first, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : first;
    }

    /// <summary>Whether the history is to tell it at that number: at 1, 2, 4, 8, …</summary>
    public static bool IsTold(int times) => BitOperations.IsPow2(times);

    /// <summary>Begins a count unless it is there; the same words on all engines.</summary>
    public static FormattableString InsertStatement(string key, DateTime nowUtc) =>
        $"""
        INSERT INTO "RepeatCounts" ("Key", "Times", "FirstAtUtc")
        SELECT {key}, 0, {nowUtc}
        WHERE NOT EXISTS (SELECT 1 FROM "RepeatCounts" WHERE "Key" = {key})
        """;

    private static string KeyOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
