using BankAdmin.Domain;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Seeds;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Volume;
using BankAdmin.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BankAdmin.Testing;

/// <summary>
/// A data folder of its own with keys and the demo data: a bank for one test. The first one in a process is made, all
/// others are copies of it.
/// </summary>
public sealed class TestBank : IDisposable
{
    /// <summary>Rounds of the password hash in tests: enough to be a hash, too few to wait for.</summary>
    public const int PasswordRounds = 1_000;

    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private TestBank(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>When it was opened, UTC.</summary>
    public DateTime OpenedAtUtc { get; } = DateTime.UtcNow;

    /// <summary>Master key and history key.</summary>
    public string KeyFolder => Path.Combine(Folder, "keys");

    public string DatabaseFile => Path.Combine(Folder, "bankadmin.db");

    public string ConnectionString => $"Data Source={DatabaseFile}";

    public static async Task<TestBank> OpenAsync() => CopyOf(await Template.Value);

    /// <summary>A folder with keys and no database yet.</summary>
    public static TestBank OpenEmpty()
    {
        var bank = new TestBank(NewFolder());
        DevelopmentStart.CreateKeys(bank.KeyFolder, TimeProvider.System);
        return bank;
    }

    /// <summary>A bank with a lot of data beside the demo data.</summary>
    public static async Task<TestBank> OpenAsync(VolumeSize size) => CopyOf(await VolumeFolder.FindAsync(size));

    /// <summary>Opens its database as the system, over all companies.</summary>
    /// <param name="interceptors">What else stands between EF and the database.</param>
    public BankAdminDatabase Database(params IInterceptor[] interceptors) =>
        new(DatabaseProvider.Sqlite, ConnectionString, () => new HistoryKeys(KeyFolder), logging: null, interceptors);

    /// <summary>Opens a context as the system, over all companies.</summary>
    public BankAdminDbContext OpenContext() => Database().OpenForSystem(TimeProvider.System);

    /// <summary>Reads or changes the database as the system.</summary>
    public async Task<T> WithDatabaseAsync<T>(Func<BankAdminDbContext, Task<T>> work)
    {
        await using var context = OpenContext();
        return await work(context);
    }

    /// <summary>Runs a statement past the program, as an attacker or a clumsy hand would.</summary>
    public Task<int> ExecuteAsync(string sql) => WithDatabaseAsync(context => context.Database.ExecuteSqlRawAsync(sql));

    /// <summary>Locks it for writing until that is disposed of.</summary>
    public async Task<IAsyncDisposable> LockAsync()
    {
        var connection = new SqliteConnection($"{ConnectionString};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>Takes away what keeps the history append-only, as an attacker would first.</summary>
    public Task<int> RemoveTriggersAsync() => WithDatabaseAsync(async context =>
    {
        var triggers = await context.Database
            .SqlQueryRaw<string>("SELECT 'DROP TRIGGER \"' || name || '\"' AS Value FROM sqlite_master WHERE type = 'trigger'")
            .ToListAsync();
        foreach (var drop in triggers)
        {
            await context.Database.ExecuteSqlRawAsync(drop);
        }

        return triggers.Count;
    });

    public Task AddAsync(params CompanyBuilder[] companies) => AddAsync(A.Fixture(companies));

    /// <summary>Adds companies of a fixture document (docs/qa-guide.md).</summary>
    /// <param name="fixtureJson">The document.</param>
    /// <param name="interceptors">What stands between EF and the database meanwhile.</param>
    public async Task AddAsync(string fixtureJson, params IInterceptor[] interceptors)
    {
        var bank = new BankParameters();
        var (document, errors) = new FixtureReader(bank).Read(fixtureJson);
        if (errors.Count > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, errors));
        }

        await using var context = Database(interceptors).OpenForSystem(TimeProvider.System);
        using var hashing = new PasswordHashing(PasswordRounds);
        var seed = new FixtureSeed(context, hashing, bank, TimeProvider.System);
        await seed.AddAsync(document, await seed.HashAsync(document, CancellationToken.None), null, CancellationToken.None);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    internal static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            OwnerOnly.CreateFolder(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }

    private static TestBank CopyOf(string template)
    {
        var bank = new TestBank(NewFolder());
        CopyFolder(template, bank.Folder);
        return bank;
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var folder = NewFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        DevelopmentStart.CreateKeys(Path.Combine(folder, "keys"), TimeProvider.System);
        var database = new TestBank(folder).Database();
        await new DatabaseMigrator(database, TimeProvider.System).MigrateAsync(CancellationToken.None);
        using var hashing = new PasswordHashing(PasswordRounds);
        await new DemoSeed(database, hashing, new BankParameters(), TimeProvider.System).FillAsync(CancellationToken.None);

        // One file to copy: nothing of it may be left in the write-ahead log.
        await using (var context = database.OpenForSystem(TimeProvider.System))
        {
            await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        SqliteConnection.ClearAllPools();
        return folder;
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("bankadmin-test-").FullName;
}
