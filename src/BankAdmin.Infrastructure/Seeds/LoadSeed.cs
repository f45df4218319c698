using System.Globalization;
using BankAdmin.Domain;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.History;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BankAdmin.Infrastructure.Seeds;

/// <summary>How much is asked for.</summary>
/// <param name="Companies">Companies.</param>
/// <param name="Users">Users of each.</param>
/// <param name="Records">Records of the history, over all of them.</param>
public sealed record LoadSize(int Companies, int Users, long Records);

/// <summary>
/// A large data set with valid chains, for measuring: companies, their users, and what these did in the last four hundred days. The same
/// numbers give the same names and the same kinds of records; whatever is there already stays, and the numbers go on behind it.
/// </summary>
public sealed class LoadSeed(
    BankAdminDatabase database, SeedParts parts, BankParameters bank, HistoryKeys keys, TimeProvider clock, ILogger<HistoryIndexer> logger)
{
    /// <summary>The login password of everybody.</summary>
    public const string Password = "Fixture901";

    /// <summary>The confirmation password of everybody.</summary>
    public const string ConfirmationPassword = "Confirm901";

    /// <summary>Days over which the history is spread.</summary>
    public const int Days = 400;

    private const string LoginIdBeginning = "load";
    private const long FirstNumber = 5_000_000_000;
    private const int CompaniesAtOnce = 10;
    private const int MostUsers = 9_999_999;

    /// <summary>Adds it.</summary>
    /// <param name="size">How much.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="ct">Cancels; what has been added by then stays, and holds.</param>
    public async Task AddAsync(LoadSize size, Action<string> progress, CancellationToken ct)
    {
        var hashes = (
            Login: await parts.Hashing.HashAsync(Password, ct), Confirmation: await parts.Hashing.HashAsync(ConfirmationPassword, ct));
        var (firstCompany, firstUser) = await FindFreeAsync(ct);
        var history = new LoadHistory(database, bank, keys.Current, clock);
        var records = 0L;
        for (var done = 0; done < size.Companies; done += CompaniesAtOnce)
        {
            var fixtures = Enumerable.Range(done, Math.Min(CompaniesAtOnce, size.Companies - done))
                .Select(i => Company(firstCompany + i, firstUser + (i * size.Users), size.Users)).ToList();
            await AddAsync(fixtures, hashes, ct);
            progress(Line($"{done + fixtures.Count:N0} / {size.Companies:N0} 社を登録しました。"));
            foreach (var (i, fixture) in fixtures.Index())
            {
                // The remainder is spread over the first.
                var number = done + i;
                var own = (size.Records / size.Companies) + (number < size.Records % size.Companies ? 1 : 0);
                await foreach (var written in history.AddAsync(fixture.Number!, own, ct))
                {
                    records += written;
                    progress(Line($"{fixture.Number}: 操作履歴 {records:N0} / {size.Records:N0} 件を登録しました。"));
                }
            }
        }

        progress("操作履歴の検索の準備をしています。");
        using var indexer = new HistoryIndexer(database, clock, logger);
        await indexer.IndexAllAsync(ct);
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static FixtureCompany Company(int number, int firstUser, int users)
    {
        var (name, kana) = LoadNames.Company(number);
        var account = new FixtureAccount
        {
            Branch = "081",
            Number = string.Create(CultureInfo.InvariantCulture, $"{1_000_000 + (number % 9_000_000)}"),
            Ceilings = new() { ["total"] = 100_000_000, ["adHoc"] = 50_000_000, ["preRegistered"] = 50_000_000 },
            Limits = new() { ["total"] = 10_000_000, ["adHoc"] = 5_000_000, ["preRegistered"] = 5_000_000 },
        };
        return new FixtureCompany
        {
            Number = (FirstNumber + number).ToString(CultureInfo.InvariantCulture),
            Name = name,
            Kana = kana,
            UserMaximum = Math.Max(users, new FixtureCompany().UserMaximum),
            Accounts = [account],
            Users = Enumerable.Range(firstUser, users).Select((serial, i) => new FixtureUser
            {
                LoginId = LoginIdOf(serial),
                Name = LoadNames.Person(serial),
                Role = (i == 0 ? UserRole.Master : i == 1 ? UserRole.Administrator : UserRole.General).ToString(),
            }).ToList(),
        };
    }

    private static string LoginIdOf(int serial) => string.Create(CultureInfo.InvariantCulture, $"{LoginIdBeginning}{serial:D7}");

    private async Task AddAsync(List<FixtureCompany> fixtures, (string Login, string? Confirmation) hashes, CancellationToken ct)
    {
        var (now, document) = (clock.GetUtcNow().UtcDateTime, new FixtureDocument { Companies = fixtures });
        var opened = JapanTime.StartUtc(JapanTime.Day(now).AddDays(-Days - 1));
        await using var context = database.OpenForSystem(clock, new OperationContext { HappenedAtUtc = opened });
        var seed = new FixtureSeed(context, parts, bank, clock);
        var all = new FixtureHashes(fixtures.SelectMany(company => company.Users)
            .ToDictionary(user => LoginId.Key(user.LoginId), _ => hashes));
        await seed.AddAsync(document, all, null, ct);
    }

    // Behind what an earlier run left; fixtures that chose numbers of these forms are stepped over, too.
    private async Task<(int Company, int User)> FindFreeAsync(CancellationToken ct)
    {
        await using var context = database.OpenForSystem(clock);
        var (first, end) = (Number(FirstNumber), Number(FirstNumber + 999_999_999));
        var last = await context.Companies.IgnoreAutoIncludes()
            .Where(c => c.ContractNumber.CompareTo(first) >= 0 && c.ContractNumber.CompareTo(end) <= 0)
            .OrderByDescending(c => c.ContractNumber).Select(c => c.ContractNumber).FirstOrDefaultAsync(ct);
        return (
            last is null ? 0 : (int)(long.Parse(last, CultureInfo.InvariantCulture) - FirstNumber) + 1,
            await FindFreeUserAsync(context, ct));
    }

    private static async Task<int> FindFreeUserAsync(BankAdminDbContext context, CancellationToken ct)
    {
        var (first, end) = (LoginIdOf(0), LoginIdOf(MostUsers));
        while (true)
        {
            var last = await context.Users.IgnoreQueryFilters()
                .Where(u => u.LoginIdKey.CompareTo(first) >= 0 && u.LoginIdKey.CompareTo(end) < 0)
                .OrderByDescending(u => u.LoginIdKey).Select(u => u.LoginIdKey).FirstOrDefaultAsync(ct);
            if (last is null)
            {
                return 0;
            }

            if (last.Length == first.Length
                && int.TryParse(last[LoginIdBeginning.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var serial))
            {
                return serial + 1;
            }

            end = last;
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
