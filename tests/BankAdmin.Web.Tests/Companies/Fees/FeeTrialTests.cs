using BankAdmin.Domain;
using BankAdmin.Domain.Fees;
using BankAdmin.Testing.Builders;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Companies.Fees;

/// <summary>試算: on the input pages with figures that are not saved, and on BKGK028 with those in force.</summary>
public sealed class FeeTrialTests(FeeTrialTests.WithoutBulk running) : SharedWebTest(running), IClassFixture<FeeTrialTests.WithoutBulk>
{
    private const string Payee = "BKGK022";

    [Theory]
    [InlineData("BKGK022", "30329", "330 29,999 110 30,109 +220 *", "110 30,219 330 30,549 -220 *", "330 29,999 110 30,109 +220 *")]
    [InlineData("BKGK025", "３０，３３０円", "330 30,000 330 30,330 0", "330 30,000 330 30,330 0", "330 30,000 330 30,330 0")]
    [InlineData("BKGK022", "9999", "0 9,999 110 10,109 -110 *", "0 9,999 110 10,109 -110 *", "0 9,999 110 10,109 -110 *")]
    public async Task The_three_methods_stand_side_by_side(string screen, string payment, string @fixed, string upper, string lower)
    {
        var input = await NewBrowser().LogInAndOpenAsync("sakura01", screen);

        var tried = await input.TryAsync(payment, "sameBank");

        tried.Status.ShouldBe(200, tried.Summary);
        tried.Screen.ShouldBe(screen);
        FeeMethods.All.Select(tried.TrialOf).ShouldBe([@fixed, upper, lower]);
        tried.Document.QuerySelectorAll("svg.ba-chart title").Length.ShouldBeGreaterThan(0);
        tried.MainText.ShouldContain("選択中");
        (await NewBrowser().LogInAndOpenAsync("sakura02", "BKGK028")).Screen.ShouldBe("BKGK028");
    }

    [Theory]
    [InlineData("BKGK019", "sakura01")]
    [InlineData("BKGK028", "sakura01")]
    [InlineData("BKGK028", "onlyfees1")]
    public async Task A_table_without_a_choice_of_method_compares_none(string screen, string loginId)
    {
        var input = await NewBrowser().LogInAndOpenAsync(loginId, screen);

        var tried = await input.TryAsync("30110", "sameBank");

        tried.Status.ShouldBe(200, tried.Summary);
        tried.TrialOf(FeeMethod.Fixed).ShouldBe("330 29,780 110 29,890 +220 *");
        tried.KeysBeginning("trial:").Count().ShouldBe(5, "F, T, A, W and D, once");
        foreach (var word in (string[])["据置型", "加算型", "選択中", "計算方法"])
        {
            tried.MainText.ShouldNotContain(word);
        }

        tried.Document.QuerySelectorAll("svg.ba-chart text.m").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("BKGK019")]
    [InlineData("BKGK022")]
    public async Task It_takes_the_figures_that_are_typed_saved_or_not(string screen)
    {
        var kind = FeeScreens.Of(screen).Kind;
        var input = await NewBrowser().LogInAndOpenOwnFiguresAsync("sakura01", screen);

        var tried = await input.Fill("fees[1].otherBank", "1,000").Fill("boundaries[0]", "40000").TryAsync("41000", "otherBank");

        tried.TrialOf(FeeMethod.Fixed).ShouldBe("1,000 40,000 550 40,550 +450 *");
        tried.ValueOf("trial.payment").ShouldBe("41,000");
        tried.ValueOf("trial.pattern").ShouldBe("otherBank");
        tried.ValueOf("fees[1].otherBank").ShouldBe("1,000");
        tried.ValueOf("boundaries[0]").ShouldBe("40,000");
        (await Bank.FeeTableAsync(kind)).Own.Bands[1].OtherBank.ShouldBe(550, "nothing is saved");
    }

    [Fact]
    public async Task What_the_bank_charges_is_tried_against_what_is_deducted()
    {
        var input = await NewBrowser().LogInAndOpenOwnFiguresAsync("sakura01", "BKGK025");

        var tried = await input.Fill("fees[0].sameBank", "10").Fill("boundaries[0]", "29671").TryAsync("30000", "sameBank");

        // 30,000 - 330 = 29,670 stands below 29,671; 30,000 - 110 above it
        FeeMethods.All.Select(tried.TrialOf)
            .ShouldBe(["330 29,670 10 29,680 +320 *", "110 29,890 330 30,220 -220 *", "110 29,890 330 30,220 -220 *"]);
    }

    [Fact]
    public async Task A_payment_that_its_fee_eats_up_is_refused_naming_both()
    {
        var input = await NewBrowser().LogInAndOpenOwnFiguresAsync("sakura01", Payee);

        var refused = await input.Fill("minimumPayment", "1").Fill("fees[0].sameBank", "1,234").TryAsync("1234", "sameBank");

        refused.Status.ShouldBe(422, refused.Summary);
        refused.Screen.ShouldBe(Payee);
        refused.ErrorKeys.ShouldBe(["E-FEE-003@trial.payment"]);
        refused.Errors[0].Text.ShouldContain("支払金額（1,234円）が手数料（1,234円）以下");
        refused.TrialOf(FeeMethod.Fixed).ShouldBe("1,234 0 — — 振込不可");
        refused.ValueOf("fees[0].sameBank").ShouldBe("1,234");
        var allowed = await refused.TryAsync("1235", "sameBank");
        allowed.Status.ShouldBe(200, allowed.Summary);
        allowed.TrialOf(FeeMethod.Fixed).ShouldBe("1,234 1 110 111 +1,124 *");
        (await allowed.SubmitAsync("change")).Screen.ShouldBe("BKGK022C", "it blocks nothing");
    }

    [Fact]
    public async Task Only_the_tables_own_method_refuses()
    {
        var input = await NewBrowser().LogInAndOpenOwnFiguresAsync("sakura01", Payee);
        input.Fill("minimumPayment", "1").Fill("boundaries[0]", "100").Fill("fees[0].sameBank", "0").Fill("fees[1].sameBank", "500");

        var refused = await input.TryAsync("100", "sameBank");
        refused.ErrorKeys.ShouldBe(["E-FEE-003@trial.payment"]);
        refused.Errors[0].Text.ShouldContain("手数料（500円）");
        var allowed = await refused.Choose("method:AddUpperFee").TryAsync("100", "sameBank");

        allowed.Status.ShouldBe(200, allowed.Summary);
        allowed.TrialOf(FeeMethod.Fixed).ShouldBe("500 -400 — — 振込不可");
        allowed.TrialOf(FeeMethod.AddUpperFee).ShouldBe("0 100 110 210 -110 *");
    }

    [Theory]
    [InlineData("", "E-COM-001")]
    [InlineData("x", "E-COM-002")]
    [InlineData("1234567890123", "E-COM-005")]
    [InlineData("0", "E-FEE-003")]
    public async Task The_payment_is_a_proper_amount_on_both_pages(string payment, string code)
    {
        var browser = await LoggedInAsync("sakura01");
        foreach (var screen in new[] { "BKGK028", Payee })
        {
            var refused = await (await browser.OpenAsync(screen)).TryAsync(payment, "otherBank");

            refused.Status.ShouldBe(422, refused.Summary);
            refused.Screen.ShouldBe(screen);
            refused.ErrorKeys.ShouldBe([$"{code}@trial.payment"]);
            refused.ValueOf("trial.payment").ShouldBe(payment);
            refused.ValueOf("trial.pattern").ShouldBe("otherBank");
        }
    }

    [Fact]
    public async Task The_largest_payment_fits()
    {
        var tried = await (await NewBrowser().LogInAndOpenAsync("sakura01", Payee)).TryAsync("999999999999", "sameBranch");

        tried.TrialOf(FeeMethod.Fixed).ShouldBe("0 999,999,999,999 0 999,999,999,999 0");
    }

    [Theory]
    [InlineData("fees[0].sameBank", "x", "E-COM-002")]
    [InlineData("fees[0].sameBank", "100000", "E-COM-009")]
    [InlineData("fees[0].sameBank", "999999999999999", "E-COM-009")]
    [InlineData("boundaries[0]", "1", "E-FEE-001")]
    [InlineData("boundaries[0]", "999999999999999", "E-COM-009")]
    [InlineData("minimumPayment", "0", "E-COM-009")]
    public async Task Figures_that_cannot_be_saved_are_not_tried(string key, string typed, string code)
    {
        var input = await NewBrowser().LogInAndOpenOwnFiguresAsync("sakura01", Payee);

        var refused = await input.Fill(key, typed).TryAsync("50000", "sameBank");

        refused.Status.ShouldBe(422, refused.Summary);
        refused.ErrorKeys.ShouldBe([$"{code}@{key}"]);
        refused.ValueOf("trial.payment").ShouldBe("50,000");
        refused.Has("trial:Fixed:F").ShouldBeFalse();
    }

    [Fact]
    public async Task The_page_of_its_own_refuses_and_offers_only_what_is_contracted()
    {
        var page = await NewBrowser().LogInAndOpenAsync("onlyfees1", "BKGK028");
        page.Document.QuerySelectorAll("[data-testid=table] option").Select(option => option.GetAttribute("value"))
            .ShouldBe(["PayeeTransfer"]);

        var refused = await page.TryAsync("440", "otherBank");

        refused.Status.ShouldBe(422, refused.Summary);
        refused.ErrorKeys.ShouldBe(["E-FEE-003@trial.payment"]);
        refused.Errors[0].Text.ShouldContain("支払金額（440円）が手数料（440円）以下");
        refused.TrialOf(FeeMethod.Fixed).ShouldBe("440 0 — — 振込不可");
        (await refused.TryAsync("441", "otherBank")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("?table=PayeeBulkTransfer&trial.payment=5000")]
    [InlineData("?table=x&trial.pattern=x&trial.payment=5000")]
    [InlineData("?trial=1&table=1&table=2")]
    [InlineData("?trial.payment[0]=1&trial.pattern[]=2")]
    public async Task A_made_up_address_is_answered_with_what_the_contract_has(string query)
    {
        var page = await (await LoggedInAsync("onlyfees1")).GetAsync("/companies/fees/trial" + query);

        page.Status.ShouldBe(200, page.Summary);
        page.ValueOf("table").ShouldBe("PayeeTransfer");
    }

    /// <summary>With a company that has transfers only.</summary>
    public sealed class WithoutBulk : RunningBank
    {
        protected override CompanyBuilder[] Companies =>
            [A.Company("9000000001").WithMaster("onlyfees1").Contracting(BankingService.Transfer)];
    }
}
