using BankAdmin.Domain.Users;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Web.Tests.Scenes;
using BankAdmin.Web.Tests.Users;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.History;

/// <summary>Who sees whose records (rule: spec rules.md §1): list, details, files, and the other company's never.</summary>
public sealed class HistoryAuthorityTests : WebTest
{
    private const string Company = "9000000501";
    private const string Master = "kanri001";
    private const string Administrator = "kanri002";
    private const string OtherAdministrator = "kanri003";
    private const string General = "ippan001";
    private const string OtherGeneral = "ippan002";
    private const string Stranger = "tanin001";

    protected override CompanyBuilder[] Companies =>
    [
        A.Company(Company).WithMaster(Master)
            .WithAdministrator(Administrator, Permission.Balance)
            .WithAdministrator(OtherAdministrator, Permission.HistoryAll)
            .WithUser(General, UserRole.General, Permission.Balance)
            .WithUser(OtherGeneral, UserRole.General, Permission.Balance, Permission.HistoryAll),
        A.Company("9000000502").WithMaster(Stranger),
    ];

    [Theory]
    [InlineData(Master, true)]
    [InlineData(Administrator, false)]
    [InlineData(OtherAdministrator, true)]
    [InlineData(General, false)]
    [InlineData(OtherGeneral, true)]
    public async Task The_history_of_others_takes_the_right_except_for_the_master(string actor, bool seesAll)
    {
        foreach (var person in (string[])[Master, General, Stranger])
        {
            await NewBrowser().TryLogInAsync(person, "Wrong0001");
            await LoggedInAsync(person);
        }

        var others = (await Bank.NewRecordsAsync(Company))
            .Where(record => record.OperatorLoginId != actor).Select(r => r.Sequence).ToList();
        var browser = await LoggedInAsync(actor);
        var list = await browser.GetAsync("/history");
        var own = (await Bank.NewRecordsAsync(Company)).Where(record => record.OperatorLoginId == actor).Select(r => r.Sequence).ToList();

        var seen = list.KeysBeginning("row:").Select(key => key[4..]).ToList();
        seen.ShouldContain(own[0].ToString(System.Globalization.CultureInfo.InvariantCulture), "one's own, a stranger's attempt too");
        others.Select(sequence => seen.Contains(sequence.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            .Distinct().ShouldBe([seesAll]);
        (await browser.GetAsync($"/history/chain/{own[0]}")).Screen.ShouldBe("BSRS002");
        (await browser.GetAsync($"/history/chain/{others[0]}")).Status.ShouldBe(seesAll ? 200 : 404);
        (await browser.GetAsync($"/history/chain/{others[0]}/print")).Status.ShouldBe(seesAll ? 200 : 404);
        (await list.ClickAsync("csv")).Body.Contains(actor == Master ? General : Master, StringComparison.Ordinal).ShouldBe(seesAll);
        list.Html.ShouldNotContain(Stranger);
    }

    [Fact]
    public async Task Another_companys_number_answers_as_one_that_does_not_exist()
    {
        var stranger = await LoggedInAsync(Stranger);
        var theirs = await (await stranger.OpenAsync("BKGK015")).Fill("memos[0]", "経費").SubmitAsync("change");
        (await stranger.GetAsync($"/history/{theirs.ReceiptNumber}")).Screen.ShouldBe("BSRS002");
        (await stranger.GetAsync($"/history/{theirs.ReceiptNumber}/1")).Screen.ShouldBe("BSRS002");

        var browser = await LoggedInAsync(Master);
        foreach (var path in (string[])[$"/history/{theirs.ReceiptNumber}", $"/history/{theirs.ReceiptNumber}/1",
            $"/history/{theirs.ReceiptNumber}/print", "/history/20990101-000001", "/history/20990101-000001/1", "/history/chain/999999"])
        {
            (await browser.GetAsync(path)).Status.ShouldBe(404, path);
        }
    }

    /// <summary>With the right the flag may go or stay: the next request is judged by what is stored then, on whichever node.</summary>
    [Theory]
    [InlineData(OtherAdministrator)]
    [InlineData(OtherGeneral)]
    public async Task A_right_that_is_taken_away_is_dead_at_the_next_request_on_the_other_node_in_the_middle_of_a_wizard(string target)
    {
        var master = await LoggedInAsync(Master);
        await using var node = new TestApp(Bank, App.Clock);
        using var browser = node.NewBrowser();
        await browser.LogInAsync(target);
        var page = await browser.OpenUsersAsync("BRSK002");
        (await browser.GetAsync("/history")).Html.ShouldContain($"({Master})");

        var confirm = await master.ProposeChangeAsync(
            target, rights: rights => rights.Check("rights:HistoryAll", on: false).Check("rights:Balance"));
        (await confirm.ExecuteAsync(A.ConfirmationPassword)).Screen.ShouldBe("BRSK015");

        var after = await browser.GetAsync("/history");
        after.Html.ShouldNotContain($"({Master})");
        after.Html.ShouldContain($"({target})", Case.Sensitive, "the session stays");
        (await browser.GetAsync(page.Path)).Screen.ShouldBe("BRSK002", "and what needs no right");
    }

    [Fact]
    public async Task What_is_older_than_the_days_that_are_shown_is_gone_from_every_page()
    {
        var browser = await LoggedInAsync(Master);
        var memo = await (await browser.OpenAsync("BKGK015")).Fill("memos[0]", "経費").SubmitAsync("change");
        App.Clock.Advance(TimeSpan.FromDays(99));
        browser = await LoggedInAsync(Master);
        (await browser.GetAsync($"/history/{memo.ReceiptNumber}")).Status.ShouldBe(200);
        App.Clock.Advance(TimeSpan.FromDays(1));
        browser = await LoggedInAsync(Master);
        (await browser.GetAsync($"/history/{memo.ReceiptNumber}")).Status.ShouldBe(404);
    }
}
