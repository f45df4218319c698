using System.Security.Cryptography;
using System.Text;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Testing.Volume;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace BankAdmin.Benchmarks.Pages;

/// <summary>What the machine can do at best.</summary>
internal static class Ceilings
{
    private const int Requests = 400;
    private const int Hashes = 8;
    private const int Commits = 50;
    private const int Scans = 5;

    private static readonly PasswordHasher<object> Hasher =
        new(Options.Create(new PasswordHasherOptions { IterationCount = PasswordHashing.ProductionRounds }));

    /// <summary>C0: a bare MVC page, eight clients.</summary>
    public static readonly Measure Page = new("C0", async turn =>
    {
        var people = await Task.WhenAll(Enumerable.Range(1, Line.Clients).Select(i => Person.LogInAsync(turn.Ceiling, "/login", $"{i}")));
        async Task<int> OpenAsync(int client, int time) => (await people[client].GetAsync("/")).Bytes;
        var sample = await Sample.TakeAsync(Line.Clients, Requests, OpenAsync);
        Array.ForEach(people, person => person.Dispose());
        return sample;
    });

    /// <summary>C1: one password hash with the rounds of production, as many at once as there are cores.</summary>
    public static readonly Measure Hash = new("C1", _ => Sample.TakeAsync(Environment.ProcessorCount, Hashes, HashAsync));

    /// <summary>C1 + C2: a hash and a bare durable commit of two rows, one after the other.</summary>
    public static readonly Measure HashAndCommit = new("C1 + C2", async turn =>
    {
        var (hash, commit) = (await Sample.TakeAsync(1, Hashes, HashAsync), await CommitAsync(turn));
        return new Sample(1 / ((1 / hash.PerSecond) + (1 / commit.PerSecond)), hash.P95 + commit.P95, hash.Worst + commit.Worst);
    });

    /// <summary>C2 alone.</summary>
    public static readonly Measure Commit = new("C2", CommitAsync);

    /// <summary>The records of one company read and their texts hashed, nothing more.</summary>
    public static readonly Measure Scan = new("SHA-256 over 10,000 records", async turn =>
    {
        await using var connection = new SqliteConnection(turn.AmongFew.ConnectionString);
        await connection.OpenAsync();
        return await Sample.TakeAsync(1, Scans, async (_, _) =>
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"""
                SELECT "Payload" || "OperatorName" || "OccurredAtUtc" FROM "OperationRecords" WHERE "ChainId" =
                    (SELECT "Id" FROM "Companies" WHERE "ContractNumber" = '{VolumeSize.History}') ORDER BY "Sequence"
                """;
            await using var rows = await command.ExecuteReaderAsync();
            var hashed = 0;
            while (await rows.ReadAsync())
            {
                hashed += SHA256.HashData(Encoding.UTF8.GetBytes(rows.GetString(0))).Length;
            }

            return hashed;
        });
    });

    private static Task<int> HashAsync(int client, int time)
    {
        Hasher.HashPassword(Hasher, $"{client} {time}");
        return Task.FromResult(0);
    }

    private static async Task<Sample> CommitAsync(Turn turn)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(turn.AmongFew.Folder, "commits.db")};Pooling=False");
        await connection.OpenAsync();
        await ExecuteAsync(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        await ExecuteAsync(connection, "CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, what TEXT)");
        return await Sample.TakeAsync(1, Commits, async (_, _) =>
        {
            await ExecuteAsync(connection, "BEGIN IMMEDIATE; INSERT INTO rows (what) VALUES ('one'), ('two'); COMMIT");
            return 0;
        });
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
