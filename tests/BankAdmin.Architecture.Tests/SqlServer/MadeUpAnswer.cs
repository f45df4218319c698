using System.Collections;
using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BankAdmin.Architecture.Tests.SqlServer;

/// <summary>
/// What a query finds where there is no server: as many rows as it is told, in every column something that the program
/// can read. Columns are known by their names in the statement, and by its table where two have one name.
/// </summary>
internal sealed partial class MadeUpAnswer : DbDataReader
{
    public static readonly Guid SomeId = new("0196f000-0000-7000-8000-000000000001");
    public static readonly DateTime SomeTime = new(2026, 11, 22, 6, 0, 0, DateTimeKind.Utc);

    public const string Password = "Login001";

    private static readonly string[] Absent =
        ["MAX", "EndedAtUtc", "EndReason", "RevokedAtUtc", "PausedUntilUtc", "UnusableFromUtc", "CompletedAtUtc", "DeletedAtUtc",
            "CertificateId"];

    private static readonly Dictionary<string, string> Texts = new()
    {
        ["Service"] = "Transfer",
        ["Mode"] = "Single",
        ["Role"] = "Administrator",
        ["LoginMethod"] = "Password",
        ["Right"] = "Balance",
        ["Kind"] = "Login",
        ["SignInSessions.Kind"] = "Full",
        ["FeeTables.Kind"] = "PayeeTransfer",
        ["Method"] = "Fixed",
        ["Outcome"] = "Succeeded",
        ["Wizard"] = "account-memos",
        ["BaseJson"] = """{"memos":[""]}""",
        ["InputJson"] = """{"memos":["typed"]}""",
        ["ChainId"] = SomeId.ToString(),
        ["Payload"] = """{"event":{}}""",
        ["Xml"] = "<key />",
        ["To"] = "a@example.jp",
        ["Serial"] = "00",
        ["Reason"] = "Unspecified",
        ["LoginPassword_Hash"] = WeakHash(),
        ["ConfirmationPassword_Hash"] = WeakHash(),
    };

    private static readonly ConcurrentDictionary<DatabaseProvider, IReadOnlyList<string>> Migrations = new();

    private readonly string[] columns;
    private readonly string table;
    private readonly int rows;
    private readonly IReadOnlyList<string> migrations;
    private int left;
    private int resultsLeft;

    public MadeUpAnswer(string statement, int rows, DatabaseProvider engine)
    {
        migrations = Migrations.GetOrAdd(engine, MigrationsOf);
        statement = Quoted().Replace(statement, "[$1]"); // as the other engines name things
        statement = statement.Replace("CONVERT(varchar(36), ", "CONVERT(", StringComparison.Ordinal); // one column, not two
        columns = SelectList(statement);
        table = Table().Match(statement).Groups[1].Value;
        resultsLeft = Result().Count(statement) - 1;
        left = this.rows = columns.Contains("MigrationId") ? migrations.Count : rows;
    }

    public override int FieldCount => columns.Length;

    public override bool HasRows => rows > 0;

    public override bool IsClosed => false;

    public override int RecordsAffected => rows;

    public override int Depth => 0;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => throw new NotSupportedException();

    public override bool Read() => left-- > 0;

    public override bool NextResult()
    {
        left = rows;
        return resultsLeft-- > 0;
    }

    public override bool IsDBNull(int ordinal) => Absent.Any(name => GetName(ordinal).EndsWith(name, StringComparison.Ordinal));

    public override string GetName(int ordinal) => ordinal < columns.Length ? columns[ordinal] : "";

    public override string GetString(int ordinal) =>
        GetName(ordinal) == "MigrationId" ? migrations[rows - left - 1]
        : Texts.GetValueOrDefault($"{table}.{GetName(ordinal)}") ?? Texts.GetValueOrDefault(GetName(ordinal), "1");

    public override bool GetBoolean(int ordinal) => GetName(ordinal) == "Active";

    public override byte GetByte(int ordinal) => 1;

    public override short GetInt16(int ordinal) => 1;

    public override int GetInt32(int ordinal) => 1;

    public override long GetInt64(int ordinal) => 1;

    public override Guid GetGuid(int ordinal) => SomeId;

    public override DateTime GetDateTime(int ordinal) => GetName(ordinal) == "ExpiresAtUtc" ? SomeTime.AddHours(1) : SomeTime;

    public override decimal GetDecimal(int ordinal) => 1;

    public override double GetDouble(int ordinal) => 1;

    public override float GetFloat(int ordinal) => 1;

    public override char GetChar(int ordinal) => '1';

    public override T GetFieldValue<T>(int ordinal)
    {
        object value = typeof(T) == typeof(byte[]) ? new byte[32]
            : typeof(T) == typeof(DateOnly) ? DateOnly.FromDateTime(SomeTime)
            : typeof(T) == typeof(DateTime) ? GetDateTime(ordinal)
            : typeof(T) == typeof(Guid) ? SomeId
            : GetString(ordinal);
        return (T)value;
    }

    public override object GetValue(int ordinal) => GetString(ordinal);

    public override int GetValues(object[] values) => throw new NotSupportedException();

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException();

    public override string GetDataTypeName(int ordinal) => "";

    public override Type GetFieldType(int ordinal) => typeof(object);

    public override int GetOrdinal(string name) => Array.IndexOf(columns, name);

    public override IEnumerator GetEnumerator() => throw new NotSupportedException();

    // The last name of an entry is the column's, or what a function is of.
    private static string[] SelectList(string statement)
    {
        var list = Select().Match(statement);
        return list.Success ? list.Groups[1].Value.Split(", ").Select(NameOf).ToArray() : [""];
    }

    private static string NameOf(string entry) =>
        entry.StartsWith("MAX(", StringComparison.Ordinal) ? "MAX" : Name().Matches(entry).LastOrDefault()?.Groups[1].Value ?? "";

    // Weaker than the program asks for, so that a login strengthens it.
    private static string WeakHash() =>
        new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 10 })).HashPassword(new object(), Password);

    [GeneratedRegex(@"^SELECT (?:DISTINCT |TOP\(\S+\) )*(.*?)^FROM", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex(@"^SELECT|^OUTPUT|^RETURNING", RegexOptions.Multiline)]
    private static partial Regex Result();

    [GeneratedRegex(@"""(\w+)""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^FROM \[(\w+)\]", RegexOptions.Multiline)]
    private static partial Regex Table();

    [GeneratedRegex(@"\[(\w+)\]")]
    private static partial Regex Name();

    private static IReadOnlyList<string> MigrationsOf(DatabaseProvider engine)
    {
        using var context = DesignTimeContexts.Open(engine);
        return context.Database.GetMigrations().ToList();
    }
}
