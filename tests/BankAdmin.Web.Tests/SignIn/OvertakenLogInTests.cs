using System.Data.Common;
using BankAdmin.Domain.Operations;
using BankAdmin.Testing;
using BankAdmin.Web.Tests.Scenes;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.SignIn;

/// <summary>Whoever is stopped while their password is judged does not come in, and is told why.</summary>
public sealed class OvertakenLogInTests : WebTest
{
    private readonly Stop stop = new();

    protected override TestApp StartApp() => new(Bank, services: all => all.AddSingleton(_ => Bank.Database(stop)));

    [Fact]
    public async Task A_login_that_a_stop_overtakes_is_refused_and_recorded_as_such()
    {
        stop.LoginId = "sakura02";

        var refused = await NewBrowser().TryLogInAsync("sakura02");

        (refused.Status, refused.Screen).ShouldBe((422, "BLGI001"), refused.Summary);
        stop.LoginId.ShouldBeNull("it came in between");
        var record = await Bank.LastRecordAsync();
        (record.Code, record.Outcome).ShouldBe((OperationCatalogue.LogIn.Code, OperationOutcome.Refused));
    }

    /// <summary>Stops somebody between the judgement of their password and the end of their login's commit.</summary>
    private sealed class Stop : DbCommandInterceptor
    {
        public string? LoginId { get; set; }

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default)
        {
            if (LoginId is { } loginId && command.CommandText.Contains("INSERT INTO \"SignInSessions\"", StringComparison.Ordinal))
            {
                LoginId = null;
                await using var stop = command.Connection!.CreateCommand();
                stop.Transaction = command.Transaction;
                stop.CommandText = $"UPDATE \"Users\" SET \"Suspended\" = TRUE WHERE \"LoginIdKey\" = '{loginId}'";
                await stop.ExecuteNonQueryAsync(cancellationToken);
            }

            return result;
        }
    }
}
