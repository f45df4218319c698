using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BankAdmin.Testing;

namespace BankAdmin.Web.Tests.Commands;

/// <summary>A bank ready for production, until something is made wrong.</summary>
/// <param name="Bank">Its folder: keys, and a database of this version without demo users.</param>
/// <param name="Settings">Its settings, as environment variables name them.</param>
internal sealed record Place(TestBank Bank, Dictionary<string, string> Settings)
{
    public void Set(string name, string value) => Settings[name] = value;

    public string NewFile(string name)
    {
        var file = Path.Combine(Bank.Folder, name);
        File.WriteAllText(file, "");
        return file;
    }

    public string Key(string purpose) => Directory.GetFiles(Bank.KeyFolder, $"{purpose}-*.key")[0];

    public void Execute(string sql) => Bank.ExecuteAsync(sql).GetAwaiter().GetResult();

    public void Open(string path, UnixFileMode more)
    {
#pragma warning disable CA1416 // such rows are left out there
        File.SetUnixFileMode(path, File.GetUnixFileMode(path) | more);
#pragma warning restore CA1416
    }
}

/// <summary>Everything that a start in production refuses, each with a word of the one line that says so.</summary>
internal static class Wrong
{
    private const string Proxies = "BankAdmin__TrustedProxies";
    private const string Hosts = "BankAdmin__AllowedHosts";
    private const string Connection = "ConnectionStrings__BankAdmin";
    private const string Provider = "BankAdmin__Database__Provider";
    private const string Rounds = "BankAdmin__Security__PasswordRounds";
    private const string Urls = "urls";

    private static readonly TcpListener Busy = Listen();

    public static readonly IReadOnlyDictionary<string, (string Word, Action<Place> Make)> All =
        Everywhere().Concat(OnUnix()).Concat(OnLinux()).ToDictionary(row => row.Name, row => (row.Word, row.Make));

    private static IEnumerable<(string Name, string Word, Action<Place> Make)> Everywhere() =>
    [
        ("provider: unknown", Provider, p => p.Set(Provider, "Oracle")),
        ("provider: a number", Provider, p => p.Set(Provider, "0")),
        ("rounds: no number", Rounds, p => p.Set(Rounds, "many")),
        ("rounds: none", Rounds, p => p.Set(Rounds, "0")),
        ("rounds: too many for a number", Rounds, p => p.Set(Rounds, "2147483648")),
        ("rounds: too few for production", "210000", p => p.Set(Rounds, "209999")),
        ("proxy: no address", "proxy.example", p => p.Set(Proxies, "192.0.2.1, proxy.example")),
        ("proxy: an address that means another", "10.1", p => p.Set(Proxies, "10.1")),
        ("proxy: a network with a host in it", "10.0.0.1/8", p => p.Set(Proxies, "10.0.0.1/8")),
        ("proxy: everybody", "0.0.0.0/0", p => p.Set(Proxies, "0.0.0.0/0")),
        ("proxy: everybody, IPv6", "::/0", p => p.Set(Proxies, "192.0.2.1;::/0")),
        ("proxy: everybody, IPv4 in IPv6", "0.0.0.0/0", p => p.Set(Proxies, "::ffff:0.0.0.0/96")),
        ("proxy: half of everybody", "128.0.0.0/1", p => p.Set(Proxies, "128.0.0.0/1")),
        ("proxy: the framework's own switch", "ASPNETCORE_FORWARDEDHEADERS_ENABLED", p => p.Set("FORWARDEDHEADERS_ENABLED", "true")),
        ("hosts: every", "*", p => p.Set(Hosts, "*")),
        ("hosts: every beside one", "*", p => p.Set(Hosts, "bank.example;*")),
        ("hosts: every, as an address", "[::]", p => p.Set(Hosts, "[::]")),
        ("hosts: a top-level domain", "*.jp", p => p.Set(Hosts, "*.jp")),
        ("hosts: a URL", "https://bank.example", p => p.Set(Hosts, "https://bank.example")),
        ("hosts: with a port", "bank.example:443", p => p.Set(Hosts, "bank.example:443")),
        ("hosts: none", Hosts, p => p.Set(Hosts, "")),
        ("connection: nonsense", Connection, p => p.Set(Connection, "nonsense")),
        ("connection: another engine's", Connection, p => p.Set(Connection, "Server=db;Database=BankAdmin;User Id=web;Password=Geheim1")),
        ("connection: in memory", Connection, p => p.Set(Connection, "Data Source=:memory:")),
        ("connection: without a file", Connection, p => p.Set(Connection, "Pooling=False")),
        ("connection: missing", Connection, p => p.Set(Provider, "SqlServer")),
        ("connection: without a server", Connection, p => Use(p, "SqlServer", "Database=BankAdmin")),
        ("connection: without a database", Connection, p => Use(p, "SqlServer", "Server=db")),
        ("connection: PostgreSQL without a server", Connection, p => Use(p, "Postgres", "Database=bankadmin")),
        ("connection: PostgreSQL without a database", Connection, p => Use(p, "Postgres", "Host=db;Username=web")),
        ("connection: SQL Server's for PostgreSQL", Connection, p => Use(p, "Postgres", "Data Source=db;Initial Catalog=BankAdmin")),
        ("address: no URL", "nonsense", p => p.Set(Urls, "nonsense")),
        ("address: another scheme", "htp://", p => p.Set(Urls, "https://127.0.0.1:0;htp://127.0.0.1:5000")),
        ("address: no port", "http://127.0.0.1:many", p => p.Set(Urls, "http://127.0.0.1:many")),
        ("address: no such port", "99999", p => p.Set(Urls, "http://127.0.0.1:99999")),
        ("address: with a path", "/bank", p => p.Set(Urls, "http://127.0.0.1:0/bank")),
        ("address: a port that is taken", "ほかのプログラム", p => p.Set(Urls, $"http://{Busy.LocalEndpoint}")),
        ("address: another machine's", "このコンピューター", p => p.Set(Urls, "http://203.0.113.1:5000")),
        ("address: no https and no proxy", "https", p => p.Set(Proxies, "")),
        ("key: empty", "master", p => File.WriteAllText(p.Key("master"), "")),
        ("key: no Base64", "history", p => File.WriteAllText(p.Key("history"), "これは鍵ではない")),
        ("key: cut off", "master", p => File.WriteAllText(p.Key("master"), Convert.ToBase64String(new byte[31]))),
        ("key: zeros after a crash", "history", p => File.WriteAllText(p.Key("history"), new string('\0', 44))),
        ("authority: missing", "ca create", p => Directory.Delete(p.Bank.CaFolder, recursive: true)),
        ("authority: its key is missing", "ca.key", p => File.Delete(Path.Combine(p.Bank.CaFolder, "ca.key"))),
        ("authority: damaged", "読めません", p => File.WriteAllText(Path.Combine(p.Bank.CaFolder, "ca.crt"), "x")),
        ("authority: a short key", "2048", p => Weaken(p.Bank.CaFolder)),
        ("authority: another's key", "読めません", p => File.WriteAllText(Path.Combine(p.Bank.CaFolder, "ca.key"), OtherKey())),
        ("key: missing", "history 鍵が", p => File.Delete(p.Key("history"))),
        ("keys: a file for the folder", "はファイルです", p => p.Set("BankAdmin__KeyFolder", p.NewFile("keyfile"))),
        ("logs: a file for the folder", "はファイルです", p => p.Set("BankAdmin__LogFolder", p.NewFile("logfile"))),
        ("mails: a file above the folder", "はファイルです", p => p.Set("BankAdmin__MailFolder", Path.Combine(p.NewFile("mailfile"), "a", "b"))),
        ("data: a file for the folder", "はファイルです", p => p.Set(Connection, $"Data Source={Path.Combine(p.NewFile("datafile"), "x.db")}")),
        ("database: a folder", "はフォルダーです", p => p.Set(Connection, $"Data Source={p.Bank.KeyFolder}")),
        ("database: missing", "migrate", p => p.Set(Connection, $"Data Source={Path.Combine(p.Bank.Folder, "new", "other.db")}")),
        ("database: no database", "データベースを使えません", p => p.Set(Connection, $"Data Source={Nonsense(p)}")),
        ("database: newer", "新しい", p => p.Execute("INSERT INTO \"__EFMigrationsHistory\" VALUES ('99991231000000_FromTheFuture', '99.0')")),
        ("database: older", "古い", p => p.Execute(
            "DELETE FROM \"__EFMigrationsHistory\" WHERE MigrationId = (SELECT MAX(MigrationId) FROM \"__EFMigrationsHistory\")")),
        ("database: takes nothing", "データベースを使えません", p => p.Execute(
            "INSERT INTO \"DataProtectionKeys\" VALUES ('00000000-0000-0000-0000-000000000001', 'x', '<x/>'); "
            + "CREATE TRIGGER \"Full\" BEFORE UPDATE ON \"DataProtectionKeys\" BEGIN SELECT RAISE(ABORT, 'full'); END")),
        ("mail: no port", "BankAdmin__Mail__Port", p => p.Set("BankAdmin__Mail__Port", "smtp")),
        ("bank: a name too long", "BankAdmin__Bank__Name", p => p.Set("BankAdmin__Bank__Name", new string('行', 101))),
    ];

    // Looked at by their modes: who is root may do anything, and is told all the same.
    private static IEnumerable<(string Name, string Word, Action<Place> Make)> OnUnix() => OperatingSystem.IsWindows() ? [] :
    [
        ("key: read by others", "chmod 600", p => p.Open(p.Key("history"), UnixFileMode.OtherRead)),
        ("key: written by others", "chmod 600", p => p.Open(p.Key("history"), UnixFileMode.OtherWrite)),
        ("authority: read by others", "chmod 600", p => p.Open(Path.Combine(p.Bank.CaFolder, "ca.key"), UnixFileMode.OtherRead)),
        ("authority: others may look", "chmod 700", p => p.Open(p.Bank.CaFolder, UnixFileMode.OtherRead | UnixFileMode.OtherExecute)),
        ("key: read by the group", "chmod 600", p => p.Open(p.Key("master"), UnixFileMode.GroupRead)),
        ("key: written by the group", "chmod 600", p => p.Open(p.Key("master"), UnixFileMode.GroupWrite)),
        ("keys: others may look", "chmod 700", p => p.Open(p.Bank.KeyFolder, UnixFileMode.OtherRead | UnixFileMode.OtherExecute)),
        ("keys: the group may add", "chmod 700", p => p.Open(p.Bank.KeyFolder, UnixFileMode.GroupWrite | UnixFileMode.GroupExecute)),
    ];

    // Nobody, not even root, makes a file there.
    private static IEnumerable<(string Name, string Word, Action<Place> Make)> OnLinux() => !OperatingSystem.IsLinux() ? [] :
    [
        ("logs: not to be written", "書き込めません", p => p.Set("BankAdmin__LogFolder", "/proc/bankadmin/logs")),
        ("mails: not to be written", "書き込めません", p => p.Set("BankAdmin__MailFolder", "/proc")),
        ("data: not to be written", "書き込めません", p => p.Set(Connection, "Data Source=/proc/bankadmin.db")),
    ];

    private static void Use(Place place, string provider, string connection)
    {
        place.Set(Provider, provider);
        place.Set(Connection, connection);
    }

    private static string Nonsense(Place place)
    {
        var file = Path.Combine(place.Bank.Folder, "nonsense.db");
        File.WriteAllText(file, new string('n', 5_000));
        return file;
    }

    private static void Weaken(string folder)
    {
        using var key = RSA.Create(1024);
        var request = new CertificateRequest("CN=short", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(Path.Combine(folder, "ca.crt"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "ca.key"), key.ExportPkcs8PrivateKeyPem());
    }

    private static string OtherKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }
}
