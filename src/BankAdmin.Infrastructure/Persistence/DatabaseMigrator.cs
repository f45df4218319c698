using BankAdmin.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace BankAdmin.Infrastructure.Persistence;

/// <summary>Whether the program and the database fit.</summary>
public enum DatabaseAge
{
    /// <summary>The database has every migration and no other.</summary>
    Current,

    /// <summary>The database is older than the program: <c>migrate</c> first.</summary>
    Older,

    /// <summary>The database is newer, by what this program can go on working with: a node that runs serves on, none starts.</summary>
    Expanded,

    /// <summary>The database is newer than the program.</summary>
    Newer,
}

/// <summary>What follows from the age of a database.</summary>
public static class DatabaseAges
{
    /// <summary>Whether it is of a later release: nothing starts on it.</summary>
    public static bool IsOfLaterRelease(this DatabaseAge age) => age is DatabaseAge.Expanded or DatabaseAge.Newer;

    /// <summary>Whether a node that runs can serve on it.</summary>
    public static bool CanBeServed(this DatabaseAge age) => age is DatabaseAge.Current or DatabaseAge.Expanded;
}

/// <summary>Brings a database to the program's schema.</summary>
public sealed class DatabaseMigrator(BankAdminDatabase database, TimeProvider clock)
{
    /// <summary>What is said where the database is newer than the program.</summary>
    public const string NewerProblem = "データベースがプログラムより新しいため、使えません。新しい版のプログラムを使ってください。";

    /// <summary>
    /// How the name of a migration begins that the release before it could not live with: it takes something away, or asks for more than
    /// that release writes (docs/deployment.md, „Upgrade without downtime").
    /// </summary>
    public const string Contract = "Contract";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan LongestMigration = TimeSpan.FromHours(6);

    /// <summary>Compares without changing anything.</summary>
    public async Task<DatabaseAge> CompareAsync(CancellationToken ct)
    {
        await using var context = database.OpenForSystem(clock);
        var known = context.Database.GetMigrations().ToList();
        var applied = await AppliedAsync(context, ct);
        var unknown = applied.Except(known).ToList();
        return unknown.Any(migration => migration.Contains($"_{Contract}", StringComparison.Ordinal)) ? DatabaseAge.Newer
            : unknown.Count > 0 ? DatabaseAge.Expanded
            : known.Except(applied).Any() ? DatabaseAge.Older
            : DatabaseAge.Current;
    }

    /// <summary>Applies what is missing; returns the names of the applied migrations.</summary>
    /// <exception cref="TimeoutException">Another process migrates and does not end.</exception>
    public Task<IReadOnlyList<string>> MigrateAsync(CancellationToken ct) => AloneAsync(() => ApplyAsync(ct), ct);

    /// <summary>Does what only one process at a time may do to the database.</summary>
    /// <exception cref="TimeoutException">Another process does and does not end.</exception>
    public async Task<T> AloneAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        await using var context = database.OpenForSystem(clock);
        await using var alone = await database.Engine.LockAsync(context, LongestWait, ct);
        return await work();
    }

    /// <summary>As <see cref="MigrateAsync"/>, by a caller who is alone already.</summary>
    /// <exception cref="CannotGoOnException">The database is newer than the program.</exception>
    public async Task<IReadOnlyList<string>> ApplyAsync(CancellationToken ct)
    {
        if ((await CompareAsync(ct)).IsOfLaterRelease())
        {
            throw new CannotGoOnException(NewerProblem);
        }

        await using var context = database.OpenForSystem(clock);
        var pending = context.Database.GetMigrations().Except(await AppliedAsync(context, ct)).ToList();
        if (pending.Count > 0)
        {
            context.Database.SetCommandTimeout(LongestMigration);
            await database.Engine.MigrateAsync(context, ct);
        }

        await FillNameKeysAsync(context, ct);
        return pending;
    }

    // Asked for first: what reads a table that is not there is logged as a failure on PostgreSQL.
    private static async Task<IReadOnlyList<string>> AppliedAsync(BankAdminDbContext context, CancellationToken ct) =>
        await context.GetService<IRelationalDatabaseCreator>().ExistsAsync(ct)
            && await context.GetService<IHistoryRepository>().ExistsAsync(ct)
            ? [.. await context.Database.GetAppliedMigrationsAsync(ct)]
            : [];

    // No SQL can make a search key: names stored before there were any get theirs here, also after a run that was cut off.
    private static async Task FillNameKeysAsync(BankAdminDbContext context, CancellationToken ct)
    {
        const int batch = 500;
        var users = context.Users.IgnoreQueryFilters();
        var last = "";
        while (await NextAsync() is { Count: > 0 } some)
        {
            last = some[^1].LoginIdKey;
            await using var transaction = await context.Database.BeginTransactionAsync(ct);
            foreach (var user in some)
            {
                var key = SearchKey.Of(user.Name);
                await users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.NameKey, key), ct);
            }

            await transaction.CommitAsync(ct);
        }

        Task<List<Keyless>> NextAsync() => users.Where(user => user.NameKey == "" && string.Compare(user.LoginIdKey, last) > 0)
            .OrderBy(user => user.LoginIdKey).Take(batch).Select(user => new Keyless(user.Id, user.LoginIdKey, user.Name)).ToListAsync(ct);
    }

    private sealed record Keyless(Guid Id, string LoginIdKey, string Name);
}
