using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Commands;

/// <summary><c>audit verify [--company N] [--anchor FILE]</c> and <c>audit anchor</c>.</summary>
public static class AuditCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Verifies the history; a line for every chain, the first bad row by name.</summary>
    public static async Task<int> VerifyAsync(IServiceProvider services, IReadOnlyList<string> rest)
    {
        var names = rest.Where((_, i) => i % 2 == 0).ToList();
        if (rest.Count % 2 != 0 || names.Except(["--company", "--anchor"]).Any() || names.Distinct().Count() < names.Count)
        {
            Console.Error.WriteLine("使い方: audit verify [--company 契約番号] [--anchor ファイル]");
            return 1;
        }

        var options = rest.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
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

        var verdicts = await Verifier(services, context).VerifyAsync(company, anchor, CancellationToken.None);
        foreach (var verdict in verdicts)
        {
            (verdict.Fault is null ? Console.Out : Console.Error)
                .WriteLine($"{verdict.Name}: {verdict.Fault ?? $"{verdict.Rows}件、異常ありません。"}");
        }

        return verdicts.All(verdict => verdict.Fault is null) ? 0 : 1;
    }

    /// <summary>Prints the heads of all chains, to be kept outside the database.</summary>
    public static async Task<int> AnchorAsync(IServiceProvider services, IReadOnlyList<string> rest)
    {
        await using var context = Open(services);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        Console.WriteLine(JsonSerializer.Serialize(await Verifier(services, context).TakeAnchorAsync(now, CancellationToken.None), Json));
        return 0;
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
