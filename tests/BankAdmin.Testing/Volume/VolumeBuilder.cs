using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.SignIn;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.History;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Seeds;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Testing.Volume;

/// <summary>
/// Fills a bank: a few companies by the product's own seed, copies of them by one statement a table, and a history sealed by
/// the product's own sealer.
/// </summary>
internal sealed class VolumeBuilder(TestBank bank, VolumeSize size)
{
    private const int SealedAtOnce = 10_000;

    private static readonly (string Table, string OfCompany)[] PartsOfCompanies =
    [
        ("Companies", "t.\"Id\" = {0}"), ("ContractedServices", "t.\"CompanyId\" = {0}"), ("BankAccounts", "t.\"CompanyId\" = {0}"),
        ("Users", "t.\"CompanyId\" = {0}"), ("FeeTables", "t.\"CompanyId\" = {0}"),
        ("FeeTableBands", "t.\"TableId\" IN (SELECT \"Id\" FROM \"FeeTables\" WHERE \"CompanyId\" = {0})"),
    ];

    private static readonly (string Table, string OfUser)[] PartsOfUsers =
        [("Users", "t.\"Id\" = {0}"), ("UserRights", "t.\"UserId\" = {0}"), ("UserAccounts", "t.\"UserId\" = {0}")];

    public async Task BuildAsync()
    {
        await SeedAsync();
        SqliteConnection.ClearAllPools();
        await using var context = bank.OpenContext();
        await context.Database.OpenConnectionAsync();
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF");
        foreach (var (loginId, beginning, first, last) in VolumeSize.CopiedUsers)
        {
            var user = await context.Users.Where(u => u.LoginIdKey == loginId).Select(u => u.Id).SingleAsync();
            await CopyAsync(context, PartsOfUsers, user, ["Id", "UserId"], LoginIds(beginning, 4), first, last);
        }

        var small = await context.Companies.IgnoreAutoIncludes()
            .Where(c => c.ContractNumber == VolumeSize.Small).Select(c => c.Id).SingleAsync();
        var names = new Dictionary<string, string>(LoginIds("load", 7)) { ["ContractNumber"] = "printf('3%09d', n.i)" };
        await CopyAsync(context, PartsOfCompanies, small, ["Id", "CompanyId", "TableId"], names, 1, size.Companies);
        await SealAsync(context);
        await context.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = ON; PRAGMA journal_mode = DELETE");
    }

    private async Task SeedAsync()
    {
        var (document, errors) = new FixtureReader(new BankParameters()).Read(Builders.A.Fixture(VolumeSize.Fixtures()));
        if (errors.Count > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, errors));
        }

        await using var context = bank.OpenContext();
        using var hashing = new PasswordHashing(size.PasswordRounds);
        var seed = new FixtureSeed(context, bank.Seeds(hashing), new BankParameters(), TimeProvider.System);
        await seed.AddAsync(document, await seed.HashAsync(document, CancellationToken.None), null, CancellationToken.None);
    }

    private static Dictionary<string, string> LoginIds(string beginning, int digits)
    {
        var id = $"printf('{beginning}%0{digits}d', n.i)";
        return new Dictionary<string, string> { ["LoginId"] = id, ["LoginIdKey"] = id };
    }

    // Whatever columns a table has come along; the number of the copy takes the place of the first digits of each of its keys.
    private static async Task CopyAsync(
        BankAdminDbContext context, IEnumerable<(string Table, string Where)> tables, Guid of, string[] keys,
        Dictionary<string, string> instead, int first, int last)
    {
        foreach (var (table, where) in tables)
        {
            var columns = await context.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({table})").ToListAsync();
            var values = columns.Select(column => instead.GetValueOrDefault(column)
                ?? (keys.Contains(column) ? $"printf('%08X', n.i) || substr(t.\"{column}\", 9)" : $"t.\"{column}\""));
            var statement = $"""
                WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i < {last})
                INSERT INTO "{table}" ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
                SELECT {string.Join(", ", values)} FROM "{table}" t, n WHERE {where}
                """;
            await context.Database.ExecuteSqlRawAsync(statement, of);
        }
    }

    private async Task SealAsync(BankAdminDbContext context)
    {
        var keys = new HistoryKeys(bank.KeyFolder);
        var sealer = new OperationSealer(new Lazy<HistoryKeys>(keys), TimeProvider.System, new FilledBlocks());
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var masters = await (
            from company in context.Companies.IgnoreAutoIncludes()
            join user in context.Users on company.Id equals user.CompanyId
            where user.LoginIdKey.StartsWith("load") || user.LoginIdKey == VolumeSize.HistoryMaster
            select new { company.ContractNumber, company.Id, By = Person.Of(user, "192.0.2.1", null) })
            .ToListAsync();
        var historian = masters.Single(master => master.ContractNumber == VolumeSize.History);
        var logins = masters.Where(master => master != historian)
            .Select(master => new PendingOperation(master.Id, master.By, new LoggedIn(OperationSubject.Of(master.By)), now))
            .Concat(Enumerable.Range(0, size.Records)
                .Select(i => new PendingOperation(
                    historian.Id, historian.By, new LoggedIn(OperationSubject.Of(historian.By)), now.AddMinutes(i - size.Records))));
        foreach (var some in logins.Chunk(SealedAtOnce))
        {
            await using var batch = await context.Database.BeginTransactionAsync();
            await sealer.SealAsync(context, some, null, CancellationToken.None);
            await context.WriteAddedAsync();
            await batch.CommitAsync();
        }
    }
}
