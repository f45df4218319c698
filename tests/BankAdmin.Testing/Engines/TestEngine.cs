using System.Data.Common;
using BankAdmin.Infrastructure.Persistence;
using Xunit;

namespace BankAdmin.Testing.Engines;

/// <summary>What tests need of an engine in its own way; each bank is a folder, and a database that belongs to it.</summary>
public abstract class TestEngine
{
    private const string Variable = "BANKADMIN_TEST_ENGINE";

    private static readonly Dictionary<DatabaseProvider, TestEngine> All =
        new TestEngine[] { new SqliteTestEngine(), new PostgresTestEngine(), new SqlServerTestEngine() }
            .ToDictionary(engine => engine.Provider);

    /// <summary>The engine of tests that name none: SQLite, or what BANKADMIN_TEST_ENGINE names.</summary>
    public static DatabaseProvider Usual { get; } =
        Enum.TryParse<DatabaseProvider>(Environment.GetEnvironmentVariable(Variable), ignoreCase: true, out var named)
            ? named : DatabaseProvider.Sqlite;

    public abstract DatabaseProvider Provider { get; }

    /// <summary>Whether a database can be made by copying another.</summary>
    public virtual bool CanCopy => true;

    /// <summary>Statements that take away what keeps the history append-only.</summary>
    public abstract IReadOnlyList<string> DropTriggers { get; }

    /// <summary>Holds everything against writing, not against reading, within a transaction that is begun already.</summary>
    public abstract string? LockForWriting { get; }

    public static TestEngine Of(DatabaseProvider provider) => All[provider];

    /// <summary>Skips the test where the engine cannot be had.</summary>
    public static void SkipIfAbsent(DatabaseProvider provider) =>
        Assert.SkipUnless(Of(provider).WhyAbsent is null, Of(provider).WhyAbsent ?? "");

    /// <summary>Why it cannot be had; null: it can.</summary>
    public virtual string? WhyAbsent => null;

    /// <summary>How to reach the database of a folder.</summary>
    public abstract string ConnectionString(string folder);

    /// <summary>Makes the database of a folder as a copy of that of another; files have been copied.</summary>
    public abstract Task CopyAsync(string from, string to);

    /// <summary>Makes it ready to be copied: nobody is connected, and its file is whole.</summary>
    public abstract Task RestAsync(BankAdminDbContext context);

    /// <summary>Takes the database of a folder away.</summary>
    public abstract void Drop(string folder);

    /// <summary>A connection past the program.</summary>
    public abstract DbConnection Connect(string connectionString);

    /// <summary>A trigger that refuses records with one error code, and how it is taken away.</summary>
    public abstract (string Create, string Drop) BreakRecordsOf(string errorCode);

    /// <summary>What the engine says of a row that is there already, and of a lock.</summary>
    public abstract DbException Duplicate();

    /// <inheritdoc cref="Duplicate" />
    public abstract DbException Locked();

    /// <summary>How much there is of the database of a folder, in bytes; 0: it is not there.</summary>
    public abstract long Size(string folder);

    /// <summary>Whether something has been written since it was asked last: for moments within a commit.</summary>
    public abstract Func<bool> WatchWrites(string connectionString);
}
