using System.Globalization;
using BankAdmin.Domain;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Seeds;
using BankAdmin.Web.Hosting;

namespace BankAdmin.Web.Commands;

/// <summary><c>seed demo</c>, <c>seed fixture FILE</c>, <c>seed load</c>: data for development and QA; refused in production.</summary>
public static class SeedCommand
{
    private const int MostCompanies = 200_000;
    private const int MostUsers = 2_000;
    private const long MostRecords = 100_000_000;

    /// <summary>Fills an empty database with the demo data.</summary>
    public static Task<int> DemoAsync(IServiceProvider services, IReadOnlyList<string> rest) => NotInProductionAsync(services, async () =>
    {
        var filled = await new DemoSeed(
            services.GetRequiredService<BankAdminDatabase>(), services.GetRequiredService<SeedParts>(),
            services.GetRequiredService<BankParameters>(), services.GetRequiredService<TimeProvider>()).FillAsync(CancellationToken.None);
        Console.WriteLine(filled ? "デモデータを登録しました。" : "企業がすでに登録されているため、何もしませんでした。");
        return 0;
    });

    /// <summary>Adds QA's own companies, all or nothing.</summary>
    public static Task<int> FixtureAsync(IServiceProvider services, IReadOnlyList<string> rest) =>
        NotInProductionAsync(services, async () =>
    {
        if (rest.Count != 1 || !File.Exists(rest[0]))
        {
            Console.Error.WriteLine("seed fixture の後に、読み込むJSONファイルを1つ指定してください。");
            return 1;
        }

        var (bank, clock) = (services.GetRequiredService<BankParameters>(), services.GetRequiredService<TimeProvider>());
        var (document, errors) = new FixtureReader(bank).Read(await File.ReadAllTextAsync(rest[0]));
        await using var context = services.GetRequiredService<BankAdminDatabase>().OpenForSystem(clock);
        var seed = new FixtureSeed(context, services.GetRequiredService<SeedParts>(), bank, clock);
        errors = errors.Count > 0 ? errors : await seed.FindTakenAsync(document, CancellationToken.None);
        if (errors.Count > 0)
        {
            return Refuse(errors);
        }

        // People go on working meanwhile: what takes long is done before the transaction.
        var hashes = await seed.HashAsync(document, CancellationToken.None);
        await using var all = await context.Database.BeginTransactionAsync();
        errors = await seed.FindTakenAsync(document, CancellationToken.None);
        if (errors.Count > 0)
        {
            return Refuse(errors);
        }

        await seed.AddAsync(document, hashes, null, CancellationToken.None);
        await all.CommitAsync();
        seed.WriteCertificates();
        Console.WriteLine($"{document.Companies.Count}社、利用者{document.Companies.Sum(c => c.Users.Count)}名を登録しました。");
        return 0;
    });

    /// <summary>Adds a large data set: <c>seed load [--companies N] [--users N] [--records N]</c>.</summary>
    public static Task<int> LoadAsync(IServiceProvider services, IReadOnlyList<string> rest) => NotInProductionAsync(services, async () =>
    {
        if (ReadSize(rest) is not { } size)
        {
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"seed load の後には、--companies（企業数、1から{MostCompanies}）、--users（1社の利用者数、1から{MostUsers}）、")
                + string.Create(CultureInfo.InvariantCulture, $"--records（操作履歴の全件数、0から{MostRecords}）を数字で指定できます。"));
            return 1;
        }

        await ActivatorUtilities.CreateInstance<LoadSeed>(services).AddAsync(size, Console.WriteLine, CancellationToken.None);
        Console.WriteLine($"利用者のログインパスワードは「{LoadSeed.Password}」、確認用パスワードは「{LoadSeed.ConfirmationPassword}」です。");
        return 0;
    });

    private static LoadSize? ReadSize(IReadOnlyList<string> rest)
    {
        if (CommandOptions.Read(rest, "--companies", "--users", "--records") is not { } given)
        {
            return null;
        }

        return Number("--companies", 100) is { } companies and >= 1 and <= MostCompanies
            && Number("--users", 20) is { } users and >= 1 and <= MostUsers
            && Number("--records", 1_000_000) is { } records and <= MostRecords
                ? new LoadSize((int)companies, (int)users, records) : null;

        long? Number(string name, long usual) => !given.TryGetValue(name, out var typed) ? usual
            : long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static int Refuse(IReadOnlyList<string> errors)
    {
        foreach (var error in errors)
        {
            Console.Error.WriteLine(error);
        }

        return 1;
    }

    private static async Task<int> NotInProductionAsync(IServiceProvider services, Func<Task<int>> seed)
    {
        if (services.GetRequiredService<IHostEnvironment>().IsProduction())
        {
            Console.Error.WriteLine("seed は本番環境では使えません。開発や検証の環境で DOTNET_ENVIRONMENT=Development を指定してください。");
            return 1;
        }

        DevelopmentStart.CreateAuthority(services.GetRequiredService<Settings>(), services.GetRequiredService<TimeProvider>());
        return await seed();
    }
}
