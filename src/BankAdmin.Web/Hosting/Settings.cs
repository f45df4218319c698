using BankAdmin.Domain;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Persistence;

namespace BankAdmin.Web.Hosting;

/// <summary>The settings of spec quality.md §6, read once.</summary>
public sealed class Settings
{
    private Settings(IConfiguration configuration)
    {
        var section = configuration.GetSection("BankAdmin");
        Provider = section.GetValue("Database:Provider", DatabaseProvider.Sqlite);
        DataFolder = section["DataFolder"] is { Length: > 0 } folder ? Path.GetFullPath(folder) : DefaultDataFolder();
        KeyFolder = Below(section["KeyFolder"], "keys");
        LogFolder = Below(section["LogFolder"], "logs");
        ConnectionString = configuration.GetConnectionString("BankAdmin") is { Length: > 0 } given ? given
            : Provider == DatabaseProvider.Sqlite ? $"Data Source={Path.Combine(DataFolder, "bankadmin.db")}"
            : "";
        PasswordRounds = section.GetValue("Security:PasswordRounds", PasswordHashing.ProductionRounds);
        TrustedProxies = List(section["TrustedProxies"]);
        AllowedHosts = List(section["AllowedHosts"]);
        Bank = section.GetSection("Bank").Get<BankParameters>() ?? new BankParameters();
    }

    /// <summary>Engine of the database.</summary>
    public DatabaseProvider Provider { get; }

    /// <summary>How to reach the database.</summary>
    public string ConnectionString { get; }

    /// <summary>Where the SQLite file is, and below it what is not set apart.</summary>
    public string DataFolder { get; }

    /// <summary>Master key and history key.</summary>
    public string KeyFolder { get; }

    /// <summary>Log files.</summary>
    public string LogFolder { get; }

    /// <summary>Rounds of the password hash.</summary>
    public int PasswordRounds { get; }

    /// <summary>Addresses or networks of proxies whose forwarded headers are believed.</summary>
    public IReadOnlyList<string> TrustedProxies { get; }

    /// <summary>Host names that are answered.</summary>
    public IReadOnlyList<string> AllowedHosts { get; }

    /// <summary>Bank parameters.</summary>
    public BankParameters Bank { get; }

    /// <summary>Reads them.</summary>
    public static Settings Read(IConfiguration configuration) => new(configuration);

    private string Below(string? given, string name) => given is { Length: > 0 } ? Path.GetFullPath(given) : Path.Combine(DataFolder, name);

    private static string DefaultDataFolder() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "BankAdmin");

    private static List<string> List(string? text) =>
        (text ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
}
