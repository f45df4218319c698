using System.Data.Common;
using System.Net.Sockets;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace BankAdmin.Architecture.Tests.Engines;

/// <summary>What each engine's failures mean: whether to try again, and whether anything may have been changed.</summary>
public sealed class EngineFailureTests
{
    private const DatabaseFailure Again = DatabaseFailure.Undone | DatabaseFailure.Unavailable;

    /// <summary>SqlState, severity, meaning.</summary>
    public static TheoryData<string, string, DatabaseFailure> OfPostgres => new()
    {
        { "23505", "ERROR", DatabaseFailure.Duplicate | DatabaseFailure.Undone },
        { "42P04", "ERROR", DatabaseFailure.Duplicate | DatabaseFailure.Undone },
        { "40001", "ERROR", Again }, // serialization
        { "40P01", "ERROR", Again }, // deadlock
        { "55P03", "ERROR", Again }, // lock_timeout
        { "57014", "ERROR", Again }, // statement_timeout
        { "53100", "ERROR", Again }, // disk full
        { "25006", "ERROR", Again }, // a standby
        { "58030", "ERROR", Again }, // input or output
        { "53300", "FATAL", DatabaseFailure.Unavailable }, // too many connections
        { "57P01", "FATAL", DatabaseFailure.Unavailable }, // ended by an operator, perhaps after the commit
        { "57P03", "FATAL", DatabaseFailure.Unavailable }, // starting up
        { "3D000", "FATAL", DatabaseFailure.Unavailable },
        { "28P01", "FATAL", DatabaseFailure.Other }, // a wrong password does not mend itself
        { "42601", "ERROR", DatabaseFailure.Undone }, // a fault of the program
    };

    [Theory]
    [MemberData(nameof(OfPostgres))]
    public void PostgreSQL_says_it_by_state_and_severity(string state, string severity, DatabaseFailure meaning) =>
        Meaning(new PostgresException("", severity, severity, state)).ShouldBe(meaning);

    [Fact]
    public void A_line_that_broke_is_no_answer()
    {
        Meaning(new NpgsqlException("broken", new IOException())).ShouldBe(DatabaseFailure.Unavailable);
        Engine.IsUnavailable(new InvalidOperationException("transient", new NpgsqlException("broken"))).ShouldBeTrue();
        Engine.IsUnavailable(new InvalidOperationException("on Linux", new SocketException())).ShouldBeTrue();
        Engine.IsUnavailable(new InvalidOperationException("a fault of the program")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(5, Again)]
    [InlineData(8, Again)]
    [InlineData(13, Again)]
    [InlineData(10, DatabaseFailure.Unavailable)]
    [InlineData(14, DatabaseFailure.Unavailable)]
    [InlineData(19, DatabaseFailure.Duplicate | DatabaseFailure.Undone)]
    [InlineData(11, DatabaseFailure.Other)]
    public void SQLite_says_it_by_code(int code, DatabaseFailure meaning) => Meaning(new SqliteException("", code)).ShouldBe(meaning);

    /// <summary>A server that is not there at all: nobody listens.</summary>
    [Theory]
    [InlineData(DatabaseProvider.Postgres, "Host=127.0.0.1;Port={0};Database=none;Username=nobody")]
    [InlineData(DatabaseProvider.SqlServer, "Server=127.0.0.1,{0};Database=none;User Id=nobody;Password=none;Encrypt=false")]
    public async Task A_server_that_is_away_is_unavailable(DatabaseProvider provider, string connectionString)
    {
        using var nobody = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        nobody.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        var port = ((System.Net.IPEndPoint)nobody.LocalEndPoint!).Port;
        var database = new BankAdminDatabase(
            provider, string.Format(System.Globalization.CultureInfo.InvariantCulture, connectionString, port), () => null!, logging: null);
        await using var context = database.OpenForSystem(TimeProvider.System);

        var failure = await Record.ExceptionAsync(() => context.Database.BeginTransactionAsync(TestContext.Current.CancellationToken));

        Engine.IsUnavailable(failure.ShouldNotBeNull()).ShouldBeTrue(failure.ToString());
    }

    [Fact]
    public void What_a_connection_string_names_holds_and_the_rest_is_added()
    {
        var usual = new NpgsqlConnectionStringBuilder(Engine.Of(DatabaseProvider.Postgres).Complete("Host=db;Database=bank"));
        usual.Options.ShouldBe("-c lock_timeout=5s -c statement_timeout=30s");
        (usual.ApplicationName, usual.CommandTimeout, usual.Timeout).ShouldBe(("BankAdmin", 8, 4));
        var own = new NpgsqlConnectionStringBuilder(Engine.Of(DatabaseProvider.Postgres).Complete(
            "Server=db;Database=bank;CommandTimeout=30;Timeout=15;Options=-c lock_timeout=1s;ApplicationName=other"));
        (own.Options, own.ApplicationName, own.CommandTimeout, own.Timeout).ShouldBe(("-c lock_timeout=1s", "other", 30, 15));
    }

    private static DatabaseFailure Meaning(DbException failure) =>
        (Engine.IsDuplicate(failure) ? DatabaseFailure.Duplicate : 0) | (Engine.IsUndone(failure) ? DatabaseFailure.Undone : 0)
        | (Engine.IsUnavailable(failure) ? DatabaseFailure.Unavailable : 0);
}
