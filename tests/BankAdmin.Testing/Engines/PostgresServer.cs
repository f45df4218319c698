using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace BankAdmin.Testing.Engines;

/// <summary>
/// A PostgreSQL server of the tests' own on 127.0.0.1, which can be killed and started again. Its databases sort by the Japanese
/// language unless a column says otherwise, as a bank's may.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string User = "bankadmin";
    private const string LogName = "log";

    // What is written survives the death of the server, not that of the machine: no test kills the machine.
    private static readonly string[] Settings =
    [
        "listen_addresses='127.0.0.1'", "unix_socket_directories=''", "fsync=off", "max_connections=300", "log_min_messages=fatal",
    ];

    private readonly PostgresPrograms programs;
    private readonly string folder;
    private readonly Process watch;

    private PostgresServer(PostgresPrograms programs, string folder, int port)
    {
        (this.programs, this.folder, Port) = (programs, folder, port);
        watch = programs.Watch(folder);
        Engine = new PostgresTestEngine(new Lazy<string>(ConnectionString("postgres")), stays: false);
    }

    public int Port { get; }

    /// <summary>Banks on this server.</summary>
    public TestEngine Engine { get; }

    /// <summary>Where its data is.</summary>
    public string Data => Path.Combine(folder, "data");

    /// <summary>What it has written, for failure messages.</summary>
    public string Log => File.Exists(Path.Combine(folder, LogName)) ? File.ReadAllText(Path.Combine(folder, LogName)) : "";

    /// <summary>Makes one and starts it.</summary>
    /// <param name="settings">Settings beside the usual ones.</param>
    public static async Task<PostgresServer> StartNewAsync(params string[] settings)
    {
        var server = await NewAsync();
        await server.programs.RunAsync(
            "initdb", "--pgdata", server.Data, "--username", User, "--auth", "trust", "--encoding", "UTF8", "--locale", "C",
            "--locale-provider", "icu", "--icu-locale", "ja-JP", "--wal-segsize", "1", "--no-sync", "--no-instructions");
        await server.ConfigureAsync([.. Settings, $"port={server.Port}", .. settings]);
        await server.StartAsync();
        return server;
    }

    /// <summary>A server of its own that follows this one, ready to take its place.</summary>
    public async Task<PostgresServer> StartStandbyAsync()
    {
        var standby = await NewAsync();
        await programs.RunAsync(
            "pg_basebackup", "--pgdata", standby.Data, "--host", "127.0.0.1", "--port", Text(Port), "--username", User,
            "--write-recovery-conf", "--no-sync", "--checkpoint", "fast");
        await standby.ConfigureAsync([$"port={standby.Port}"]);
        await standby.StartAsync();
        return standby;
    }

    /// <summary>How to reach one of its databases.</summary>
    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Username = User,
        Database = database,
    }.ConnectionString;

    /// <summary>Starts it, at first or after it was killed; returns when it takes connections.</summary>
    public async Task StartAsync()
    {
        try
        {
            await programs.RunAsync("pg_ctl", "start", "-w", "-D", Data, "-l", Path.Combine(folder, LogName));
        }
        catch (InvalidOperationException failed)
        {
            throw new InvalidOperationException($"{failed.Message}{Log}", failed);
        }
    }

    /// <summary>Ends it without a word to anybody, as a failing machine would.</summary>
    public async Task KillAsync()
    {
        await programs.RunAsync("pg_ctl", "stop", "-w", "-m", "immediate", "-D", Data);
        NpgsqlConnection.ClearAllPools(); // of this process; the nodes have to see for themselves
    }

    /// <summary>Makes a standby the server that takes what is written.</summary>
    public Task PromoteAsync() => programs.RunAsync("pg_ctl", "promote", "-w", "-D", Data);

    /// <summary>Runs a statement in one of its databases.</summary>
    public async Task ExecuteAsync(string statement, string database = "postgres")
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Lets its files grow no further than so many bytes, as on a full disk; null: as far as they will.</summary>
    public async Task LimitFilesAsync(long? bytes)
    {
        var limit = string.Create(CultureInfo.InvariantCulture, $"--fsize={(bytes is null ? "unlimited" : $"{bytes}")}:");
        foreach (var process in Processes())
        {
            await PostgresPrograms.RunAsOwnerAsync("prlimit", "--pid", Text(process), limit);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        watch.StandardInput.Close();
        await watch.WaitForExitAsync();
        watch.Dispose();
    }

    private static async Task<PostgresServer> NewAsync() =>
        new(await PostgresPrograms.GetAsync(), await PostgresPrograms.MakeFolderAsync(), FreePort());

    // The server and everybody it has started; who is started later takes after it.
    private List<int> Processes()
    {
        var main = int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        var children = Directory.GetDirectories("/proc").Select(process => Path.GetFileName(process)!)
            .Where(name => name.All(char.IsAsciiDigit) && ParentOf(name) == main)
            .Select(name => int.Parse(name, CultureInfo.InvariantCulture));
        return [main, .. children];
    }

    private static int? ParentOf(string process)
    {
        try
        {
            // pid (name) state parent …
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null; // it has ended meanwhile
        }
    }

    private Task ConfigureAsync(IEnumerable<string> settings) =>
        File.AppendAllLinesAsync(Path.Combine(Data, "postgresql.conf"), settings);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
