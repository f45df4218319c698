using BankAdmin.Web.Hosting;

namespace BankAdmin.Web.Commands;

/// <summary>A command of the program that is not serving: exit code 0 or not, one clear line per problem.</summary>
/// <param name="Words">How it is called, e.g. <c>audit verify</c>.</param>
/// <param name="Arguments">What may stand behind its words, as the usage shows it; empty: nothing.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Run">What it does with the services and what stands behind its words.</param>
public sealed record Command(
    string Words, string Arguments, string Purpose, Func<IServiceProvider, IReadOnlyList<string>, Task<int>> Run)
{
    /// <summary>How it is called, with what may stand behind it.</summary>
    public string Usage => $"{Words} {Arguments}".TrimEnd();
}

/// <summary>The commands of spec quality.md §6.</summary>
public static class CommandLine
{
    private static readonly IReadOnlyList<Command> Commands =
    [
        new("migrate", "", "データベースをこの版に合わせる", MigrateCommand.RunAsync),
        new("keys create", "", "マスター鍵と履歴の鍵を作る", KeysCommand.CreateAsync),
        new("keys rotate", "", "新しい鍵を作る（古い鍵は読むために残す）", KeysCommand.RotateAsync),
        new("ca create", "", "電子証明書の認証局を作る", CaCommand.CreateAsync),
        new("ca show", "", "認証局の証明書を表示する", CaCommand.ShowAsync),
        new("audit verify", AuditCommand.Arguments, "操作履歴、または証跡を検査する", AuditCommand.VerifyAsync),
        new("audit anchor", "", "操作履歴の末尾を出力する（外部で保管）", AuditCommand.AnchorAsync),
        new("audit export", EvidenceCommand.Arguments, "操作履歴の証跡を出力する（署名付き）", EvidenceCommand.ExportAsync),
        new("audit retain", "", "保存期間を過ぎた操作履歴を削除する", AuditCommand.RetainAsync),
        new("seed demo", "", "デモデータを登録する（本番では不可）", SeedCommand.DemoAsync),
        new("seed fixture", "ファイル", "検証用の企業を登録する（本番では不可）", SeedCommand.FixtureAsync),
        new("seed load", "[--companies 企業数] [--users 利用者数] [--records 件数]", "大量のデータを登録する（本番では不可）", SeedCommand.LoadAsync),
    ];

    private static readonly string[] Help = ["-h", "--help", "help"];

    /// <summary>Runs the command that is asked for; null: serve.</summary>
    public static async Task<int?> TryRunAsync(string[] args)
    {
        if (args.FirstOrDefault() == Help[2] || args.Any(word => Help[..2].Contains(word)))
        {
            Console.WriteLine(Usage());
            return 0;
        }

        if (AreOptions(args))
        {
            return null;
        }

        var line = string.Join(' ', args);
        var command = Commands.FirstOrDefault(c => line == c.Words || line.StartsWith(c.Words + " ", StringComparison.Ordinal));
        var rest = args.Skip(command?.Words.Split(' ').Length ?? 0).ToList();
        if (command is not null && (command.Arguments.Length > 0 || rest.Count == 0))
        {
            return await RunAsync(command, rest);
        }

        Console.WriteLine(Usage());
        return Failures.Tell($"「{line}」は使えません。使い方のとおりに指定してください。");
    }

    // Of the host: "--name value" or "--name=value", and nothing between them.
    private static bool AreOptions(ReadOnlySpan<string> args) => args is []
        || (IsOption(args[0]) && args[0].Contains('=', StringComparison.Ordinal) && AreOptions(args[1..]))
        || (args is [var name, var value, ..] && IsOption(name) && !IsOption(value) && AreOptions(args[2..]));

    private static bool IsOption(string word) => word.StartsWith("--", StringComparison.Ordinal);

    private static async Task<int> RunAsync(Command command, IReadOnlyList<string> rest)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Error);
        builder.Services.AddCore();
        await using var host = builder.Build();
        try
        {
            var problems = await ActivatorUtilities.CreateInstance<StartupChecks>(host.Services).OfCommandAsync(CancellationToken.None);
            return problems.Count > 0 ? Failures.Tell(problems) : await command.Run(host.Services, rest);
        }
        catch (Exception failure) when (Failures.IsOutside(failure))
        {
            return Failures.Tell(Failures.Line(failure));
        }
    }

    private static string Usage()
    {
        var width = Commands.Max(command => Width(command.Usage)) + 2;
        return string.Join(Environment.NewLine,
        [
            "使い方: BankAdmin.Web [--名前 値]...    サーバーを起動する（--urls など、名前と値はホストの設定になる）",
            "        BankAdmin.Web コマンド",
            .. Commands.Select(command => Row(command.Usage, command.Purpose)),
            Row(string.Join(", ", Help), "この説明を表示する"),
        ]);

        string Row(string words, string purpose) => $"  {words}{new string(' ', width - Width(words))}{purpose}";
    }

    // A terminal shows kana and ideographs twice as wide.
    private static int Width(string text) => text.Sum(letter => letter > '\u3000' ? 2 : 1);
}
