using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using BankAdmin.Domain;
using BankAdmin.Infrastructure.Certificates;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Seeds;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Engines;
using BankAdmin.Testing.Volume;
using BankAdmin.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BankAdmin.Testing;

/// <summary>
/// A data folder of its own with keys and the demo data: a bank for one test. The first one in a process is made, all
/// others are copies of it.
/// </summary>
public sealed class TestBank : IDisposable
{
    /// <summary>Rounds of the password hash in tests: enough to be a hash, too few to wait for.</summary>
    public const int PasswordRounds = 1_000;

    internal const string DatabaseName = "bankadmin.db";

    private static readonly ConcurrentDictionary<TestEngine, Lazy<Task<string>>> Templates = new();

    private readonly TestEngine engine;

    private TestBank(string folder, TestEngine engine) =>
        (Folder, this.engine, ConnectionString) = (folder, engine, engine.ConnectionString(folder));

    public string Folder { get; }

    /// <summary>When it was opened, UTC.</summary>
    public DateTime OpenedAtUtc { get; } = DateTime.UtcNow;

    /// <summary>Master key and history key.</summary>
    public string KeyFolder => Path.Combine(Folder, "keys");

    /// <summary>Certificate and key of the authority.</summary>
    public string CaFolder => Path.Combine(Folder, "ca");

    /// <summary>The certificate of the authority.</summary>
    public X509Certificate2 Authority =>
        X509CertificateLoader.LoadCertificateFromFile(Path.Combine(CaFolder, CertificateAuthority.CertificateFile));

    /// <summary>The certificate file of somebody of a fixture.</summary>
    public string CertificateFile(string loginId) => Path.Combine(Folder, "demo-certificates", $"{loginId}.p12");

    /// <summary>The certificate of somebody of a fixture, with its key.</summary>
    public X509Certificate2 CertificateOf(string loginId, string password = A.CertificatePassword) =>
        OpenCertificate(File.ReadAllBytes(CertificateFile(loginId)), password);

    /// <summary>The certificate in a file, with its key.</summary>
    public static X509Certificate2 OpenCertificate(byte[] pkcs12, string password) =>
        X509CertificateLoader.LoadPkcs12Collection(pkcs12, password).Single(certificate => certificate.HasPrivateKey);

    /// <summary>The file of a bank on SQLite.</summary>
    public string DatabaseFile => Path.Combine(Folder, DatabaseName);

    public string ConnectionString { get; private set; }

    /// <summary>The engine it is on.</summary>
    public DatabaseProvider Provider => engine.Provider;

    /// <summary>Settings of a program on it, as environment variables name them.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["BankAdmin__DataFolder"] = Folder,
        ["BankAdmin__Database__Provider"] = Provider.ToString(),
        ["ConnectionStrings__BankAdmin"] = ConnectionString,
    };

    /// <summary>The same with others beside them.</summary>
    public IReadOnlyDictionary<string, string> SettingsWith(IReadOnlyDictionary<string, string>? others) =>
        others is null ? Settings : Settings.Concat(others).GroupBy(setting => setting.Key)
            .ToDictionary(setting => setting.Key, setting => setting.Last().Value);

    /// <summary>A bank with the demo data.</summary>
    /// <param name="on">Its engine; null: that of tests that name none.</param>
    public static Task<TestBank> OpenAsync(DatabaseProvider? on = null) => OpenAsync(TestEngine.Of(on ?? TestEngine.Usual));

    /// <inheritdoc cref="OpenAsync(DatabaseProvider?)" />
    public static async Task<TestBank> OpenAsync(TestEngine engine)
    {
        if (!engine.CanCopy)
        {
            return await FillAsync(OpenEmpty(engine));
        }

        var template = Templates.GetOrAdd(engine, _ => new Lazy<Task<string>>(() => MakeTemplateAsync(engine)));
        return await CopyOfAsync(await template.Value, engine);
    }

    /// <summary>A folder with nothing in it yet, and no database.</summary>
    /// <param name="on">Its engine; null: that of tests that name none.</param>
    public static TestBank OpenUnmade(DatabaseProvider? on = null) => new(NewFolder(), TestEngine.Of(on ?? TestEngine.Usual));

    /// <summary>A folder with keys and no database yet.</summary>
    /// <param name="on">Its engine; null: that of tests that name none.</param>
    public static TestBank OpenEmpty(DatabaseProvider? on = null) => OpenEmpty(TestEngine.Of(on ?? TestEngine.Usual));

    /// <summary>A bank with a lot of data beside the demo data, on SQLite.</summary>
    public static async Task<TestBank> OpenAsync(VolumeSize size) =>
        await CopyOfAsync(await VolumeFolder.FindAsync(size), TestEngine.Of(DatabaseProvider.Sqlite));

    /// <summary>Reaches its database in another way from here on: its server has gone, and another has taken its place.</summary>
    public void ConnectTo(string connectionString) => ConnectionString = connectionString;

    /// <summary>Opens its database as the system, over all companies.</summary>
    /// <param name="interceptors">What else stands between EF and the database.</param>
    public BankAdminDatabase Database(params IInterceptor[] interceptors) => Database(logging: null, interceptors);

    /// <inheritdoc cref="Database(IInterceptor[])" />
    public BankAdminDatabase Database(ILoggerFactory? logging, params IInterceptor[] interceptors) =>
        new(Provider, ConnectionString, () => new HistoryKeys(KeyFolder), logging, interceptors);

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
        var connection = engine.Connect(ConnectionString);
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        if (engine.LockForWriting is { } statement)
        {
            await using var command = connection.CreateCommand();
            (command.CommandText, command.Transaction) = (statement, transaction);
            await command.ExecuteNonQueryAsync();
        }

        return connection;
    }

    /// <summary>Takes away what keeps the history append-only, as an attacker would first.</summary>
    public async Task RemoveTriggersAsync()
    {
        foreach (var statement in engine.DropTriggers)
        {
            await ExecuteAsync(statement);
        }
    }

    /// <summary>How much there is of the database, in bytes; 0: it is not there.</summary>
    public long Size => engine.Size(Folder);

    /// <summary>Whether something has been written since this was called.</summary>
    public Func<bool> WatchWrites() => engine.WatchWrites(ConnectionString);

    /// <summary>Refuses records with one error code until that is disposed of.</summary>
    public async Task<IAsyncDisposable> BreakRecordsOfAsync(string errorCode)
    {
        var (create, drop) = engine.BreakRecordsOf(errorCode);
        await ExecuteAsync(create);
        return new Mending(this, drop);
    }

    public Task AddAsync(params CompanyBuilder[] companies) => AddAsync(A.Fixture(companies));

    /// <summary>Adds companies of a fixture document (docs/qa-guide.md).</summary>
    /// <param name="fixtureJson">The document.</param>
    /// <param name="interceptors">What stands between EF and the database meanwhile.</param>
    public Task AddAsync(string fixtureJson, params IInterceptor[] interceptors) => AddAsync(fixtureJson, PasswordRounds, interceptors);

    /// <inheritdoc cref="AddAsync(string, IInterceptor[])" />
    public async Task AddAsync(string fixtureJson, int rounds, params IInterceptor[] interceptors)
    {
        var bank = new BankParameters();
        var (document, errors) = new FixtureReader(bank).Read(fixtureJson);
        if (errors.Count > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, errors));
        }

        await using var context = Database(interceptors).OpenForSystem(TimeProvider.System);
        using var hashing = new PasswordHashing(rounds);
        var seed = new FixtureSeed(context, Seeds(hashing), bank, TimeProvider.System);
        await seed.AddAsync(document, await seed.HashAsync(document, CancellationToken.None), null, CancellationToken.None);
        seed.WriteCertificates();
    }

    /// <summary>What seeds of this bank are made with.</summary>
    public SeedParts Seeds(PasswordHashing hashing) => new(
        hashing, () => new MasterKeys(KeyFolder), () => CertificateAuthority.Open(CaFolder, new MasterKeys(KeyFolder)),
        Path.Combine(Folder, "demo-certificates"));

    /// <inheritdoc />
    public void Dispose()
    {
        engine.Drop(Folder);
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

    private static TestBank OpenEmpty(TestEngine engine)
    {
        var bank = new TestBank(NewFolder(), engine);
        DevelopmentStart.CreateKeys(bank.KeyFolder, TimeProvider.System);
        CertificateAuthority.CreateIfMissing(
            bank.CaFolder, new MasterKeys(bank.KeyFolder), new BankParameters().Name, TimeProvider.System.GetUtcNow());
        return bank;
    }

    private static async Task<TestBank> CopyOfAsync(string template, TestEngine engine)
    {
        var folder = NewFolder();
        CopyFolder(template, folder);
        await engine.CopyAsync(template, folder);
        return new TestBank(folder, engine);
    }

    private static async Task<TestBank> FillAsync(TestBank bank)
    {
        var database = bank.Database();
        await new DatabaseMigrator(database, TimeProvider.System).MigrateAsync(CancellationToken.None);
        using var hashing = new PasswordHashing(PasswordRounds);
        await new DemoSeed(database, bank.Seeds(hashing), new BankParameters(), TimeProvider.System)
            .FillAsync(CancellationToken.None);
        return bank;
    }

    private static async Task<string> MakeTemplateAsync(TestEngine engine)
    {
        var bank = await FillAsync(OpenEmpty(engine));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(bank.Folder, recursive: true);
        await using var context = bank.OpenContext();
        await engine.RestAsync(context);
        return bank.Folder;
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("bankadmin-test-").FullName;

    private sealed class Mending(TestBank bank, string statement) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await bank.ExecuteAsync(statement);
    }
}
