using BankAdmin.Domain;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Mail;
using BankAdmin.Infrastructure.Persistence;

namespace BankAdmin.Web.Hosting;

/// <summary>The settings of spec quality.md §6, read once.</summary>
public sealed class Settings
{
    // A login would take a minute; more is a slip of the finger.
    private const int MostRounds = 100_000_000;

    private Settings(IConfiguration configuration)
    {
        var section = configuration.GetSection("BankAdmin");
        var reader = new SettingReader(section);
        Provider = reader.Word("Database:Provider", DatabaseProvider.Sqlite);
        DataFolder = section["DataFolder"] is { Length: > 0 } folder ? Path.GetFullPath(folder) : DefaultDataFolder();
        KeyFolder = Below(section["KeyFolder"], "keys");
        CaFolder = Below(section["CaFolder"], "ca");
        LogFolder = Below(section["LogFolder"], "logs");
        MailFolder = Below(section["MailFolder"], "mail");
        var (connection, unusable) = ConnectionStrings.Read(
            Provider, configuration.GetConnectionString("BankAdmin"), Path.Combine(DataFolder, "bankadmin.db"));
        (ConnectionString, HasDatabase) = (connection, unusable is null && reader.Problems.Count == 0);
        PasswordRounds = reader.Number("Security:PasswordRounds", PasswordHashing.ProductionRounds, 1, MostRounds);
        TrustedProxies = reader.List("TrustedProxies", Proxies.Read, "プロキシのアドレスかネットワーク（CIDR）");
        AllowedHosts = reader.List("AllowedHosts", Hosts.Read, "ホスト名（http:// やポート番号は付けません）");
        ClientCertificateHeader = reader.Text(
            "ClientCertificateHeader", "Client-Cert", text => text.Length > 0 && text.All(IsHeaderLetter), "HTTPヘッダーの名前");
        Bank = reader.Bank();
        MailFrom = reader.Text("Mail:From", "no-reply@localhost", MailComposer.IsAddress, "メールアドレス");
        MailServer = ReadMailServer(section, reader);
        Problems = [.. reader.Problems, .. unusable is null ? Array.Empty<string>() : [unusable]];
    }

    public DatabaseProvider Provider { get; }

    public string ConnectionString { get; }

    /// <summary>Where the SQLite file is, and below it what is not set apart.</summary>
    public string DataFolder { get; }

    /// <summary>Master key and history key.</summary>
    public string KeyFolder { get; }

    /// <summary>Certificate and key of the authority for client certificates.</summary>
    public string CaFolder { get; }

    /// <summary>Where seeds write the certificates they issue.</summary>
    public string DemoCertificates => Path.Combine(DataFolder, "demo-certificates");

    public string LogFolder { get; }

    /// <summary>Where mails go when there is no mail server.</summary>
    public string MailFolder { get; }

    /// <summary>The mail server; null: mails go into the folder.</summary>
    public MailServer? MailServer { get; }

    /// <summary>Address that mails come from.</summary>
    public string MailFrom { get; }

    /// <summary>Rounds of the password hash.</summary>
    public int PasswordRounds { get; }

    /// <summary>Whether it is clear which database is meant.</summary>
    public bool HasDatabase { get; }

    /// <summary>Networks of proxies whose forwarded headers are believed; a single address is the smallest of them.</summary>
    public IReadOnlyList<Proxies> TrustedProxies { get; }

    /// <summary>Header in which trusted proxies forward client certificates.</summary>
    public string ClientCertificateHeader { get; }

    /// <summary>Host names that are answered.</summary>
    public IReadOnlyList<string> AllowedHosts { get; }

    public BankParameters Bank { get; }

    /// <summary>What is wrong with them, one line each; nothing may be done with them then.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>Whether one of these problems is this setting's.</summary>
    public bool IsWrong(string name) => Problems.Any(problem => problem.Contains($"BankAdmin__{name} ", StringComparison.Ordinal));

    public static Settings Read(IConfiguration configuration) => new(configuration);

    // Without a server the rest is read too: a wrong word is wrong before the server is named.
    private static MailServer? ReadMailServer(IConfigurationSection section, SettingReader reader)
    {
        var security = reader.Word("Mail:Security", MailSecurity.StartTls);
        var port = reader.Number("Mail:Port", MailServer.UsualPort(security), 1, 65_535);
        return section["Mail:Host"] is { Length: > 0 } host
            ? new MailServer
            {
                Host = host,
                Port = port,
                Security = security,
                UserName = Given(section["Mail:UserName"]),
                Password = Given(section["Mail:Password"]),
            }
            : null;
    }

    private static bool IsHeaderLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_';

    private static string? Given(string? text) => text is { Length: > 0 } ? text : null;

    private string Below(string? given, string name) => given is { Length: > 0 } ? Path.GetFullPath(given) : Path.Combine(DataFolder, name);

    private static string DefaultDataFolder() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "BankAdmin");
}
