using BankAdmin.Domain;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Web.Security;
using BankAdmin.Web.Tests.Scenes;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.SignIn;

/// <summary>A session that nobody uses any more is told to the history once, as of when it ended; its drafts live on.</summary>
public sealed class SessionTimeoutTests : WebTest
{
    private const string Number = "9000000701";
    private const string Who = "jikan001";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected override CompanyBuilder[] Companies => [A.Company(Number).WithMaster(Who)];

    private SessionTimeouts Timeouts => new(Bank.Database(), new BankParameters(), App.Clock, NullLogger<SessionTimeouts>.Instance);

    [Fact]
    public async Task It_is_recorded_once_by_whichever_node_comes_first()
    {
        var browser = await LoggedInAsync(Who);
        var input = await browser.OpenAsync("BKGK015");
        await Timeouts.EndAsync(Ct);
        App.Clock.Advance(TimeSpan.FromMinutes(20));
        await Task.WhenAll(Timeouts.EndAsync(Ct), Timeouts.EndAsync(Ct));
        await Timeouts.EndAsync(Ct);

        var records = await Bank.NewRecordsAsync(Number);
        records.Select(record => record.Code).ShouldBe(["auth.login", "auth.end-session"]);
        (records[1].OccurredAtUtc - records[0].OccurredAtUtc).ShouldBeInRange(TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(16));
        records[1].SessionId.ShouldBe(records[0].SessionId);
        (await browser.GetAsync("/administration")).Notice.ShouldBe("timeout");

        await browser.LogInAsync(Who);
        (await browser.GetAsync(input.Path)).Screen.ShouldBe("BKGK015", "what was typed outlives the session by half an hour");
    }

    [Fact]
    public async Task Who_works_on_is_left_alone()
    {
        var browser = await LoggedInAsync(Who);
        await WorkOnAsync(browser, TimeSpan.FromMinutes(30));
        await Timeouts.EndAsync(Ct);
        (await browser.GetAsync("/administration")).Screen.ShouldBe("BSSK001");
    }

    [Fact]
    public async Task A_login_that_comes_first_tells_it_and_another_login_too()
    {
        await LoggedInAsync(Who);
        App.Clock.Advance(TimeSpan.FromMinutes(20));
        await LoggedInAsync(Who);
        await LoggedInAsync(Who);
        await Timeouts.EndAsync(Ct);
        var ends = (await Bank.NewRecordsAsync(Number)).Where(record => record.Code == "auth.end-session").ToList();
        ends.Select(record => record.SearchText!.Contains("操作のない時間", StringComparison.Ordinal)).ShouldBe([true, false]);
    }
}
