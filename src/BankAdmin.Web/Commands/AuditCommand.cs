using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using BankAdmin.Domain;
using BankAdmin.Infrastructure.History;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Commands;

/// <summary><c>audit verify [--company N] [--anchor FILE] | FILE</c>, <c>audit anchor</c> and <c>audit retain</c>.</summary>
public static class AuditCommand
{
    /// <summary>What may stand behind <c>audit verify</c>.</summary>
    public const string Arguments = "[--company 契約番号] [--anchor ファイル] | 証跡ファイル";

    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(1);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Verifies the history, a line for every chain, the first bad row by name; or a bundle of evidence.</summary>
    public static async Task<int> VerifyAsync(IServiceProvider services, IReadOnlyList<string> rest)
    {
        if (rest is [var bundle] && !bundle.StartsWith('-'))
        {
            return EvidenceCommand.Verify(services.GetRequiredService<Settings>(), bundle);
        }

        if (CommandOptions.Read(rest, "--company", "--anchor") is not { } options)
        {
            return Failures.Tell($"使い方: audit verify {Arguments}");
        }

        await using var context = Open(services);
        Guid? company = null;
        if (options.TryGetValue("--company", out var number))
        {
            company = await context.Companies.IgnoreAutoIncludes()
                .Where(c => c.ContractNumber == number)
                .Select(c => (Guid?)c.Id).SingleOrDefaultAsync();
            if (company is null)
            {
                Console.Error.WriteLine($"契約番号「{number}」の企業はありません。");
                return 1;
            }
        }

        if (!TryReadAnchor(options.GetValueOrDefault("--anchor"), out var anchor))
        {
            Console.Error.WriteLine($"アンカー「{options["--anchor"]}」を読めません。");
            return 1;
        }

        var clock = services.GetRequiredService<TimeProvider>();
        var verification = new HistoryVerification(
            context, services.GetRequiredService<HistoryKeys>(), clock, services.GetRequiredService<ILogger<HistoryVerification>>());
        var holds = true;
        await foreach (var verdict in verification.RunAsync(company, anchor, Reporter(clock), CancellationToken.None))
        {
            (verdict.Fault is null ? Console.Out : Console.Error)
                .WriteLine($"{verdict.Name}: {verdict.Fault ?? $"{verdict.Rows}件、異常ありません。"}");
            holds &= verdict.Fault is null;
        }

        return holds ? 0 : 1;
    }

    /// <summary>Prints the heads of all chains, to be kept outside the database.</summary>
    public static async Task<int> AnchorAsync(IServiceProvider services, IReadOnlyList<string> rest)
    {
        await using var context = Open(services);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        Console.WriteLine(JsonSerializer.Serialize(await Verifier(services, context).TakeAnchorAsync(now, CancellationToken.None), Json));
        return 0;
    }

    /// <summary>Takes away the records that are older than the bank keeps them; a line for every chain.</summary>
    public static async Task<int> RetainAsync(IServiceProvider services, IReadOnlyList<string> rest)
    {
        await using var context = Open(services);
        var today = JapanTime.Day(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var first = today.AddYears(-services.GetRequiredService<BankParameters>().HistoryYears);
        var none = true;
        var all = await new HistoryRetention(context, services.GetRequiredService<HistoryKeys>()).RunAsync(
            JapanTime.StartUtc(first),
            retained =>
            {
                none = false;
                if (retained.Removed > 0)
                {
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{retained.Name}: {retained.Removed:N0}件を削除しました。"));
                }

                if (retained.Fault is not null)
                {
                    Console.Error.WriteLine($"{retained.Name}: {retained.Fault}この記録から後は削除しません。");
                }
            },
            CancellationToken.None);
        if (none)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{first:yyyy年M月d日}より前の記録はありません。"));
        }

        return all ? 0 : 1;
    }

    // Whoever waits long sees that it goes on; whoever does not wait sees nothing of it.
    private static Action<VerificationProgress> Reporter(TimeProvider clock)
    {
        var last = clock.GetTimestamp();
        return progress =>
        {
            if (clock.GetElapsedTime(last) >= ReportEvery)
            {
                last = clock.GetTimestamp();
                Console.Error.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"検査しています: {progress.Name}の{progress.Rows:N0}件目、全体で{progress.All:N0}件"));
            }
        };
    }

    private static bool TryReadAnchor(string? file, out Anchor? anchor)
    {
        anchor = null;
        if (file is null)
        {
            return true;
        }

        try
        {
            anchor = JsonSerializer.Deserialize<Anchor>(File.ReadAllText(file), Json);
            return anchor?.Chains is not null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            return false;
        }
    }

    private static OperationVerifier Verifier(IServiceProvider services, BankAdminDbContext context) =>
        new(context, services.GetRequiredService<HistoryKeys>());

    private static BankAdminDbContext Open(IServiceProvider services) =>
        services.GetRequiredService<BankAdminDatabase>().OpenForSystem(services.GetRequiredService<TimeProvider>());
}
