using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Companies.Fees;

/// <summary>BKGK019, 022, 025: what may be typed and posted, that nothing typed is lost, and nothing refused is stored.</summary>
public sealed class ChangeFeesInputTests(RunningBank running) : FeeInputTest(running), IClassFixture<RunningBank>
{
    /// <summary>One case a field and a code; what is an amount at all is the domain's to say (AmountTextTests).</summary>
    public static TheoryData<string, string, string, string> Refused
    {
        get
        {
            var data = new TheoryData<string, string, string, string>
            {
                { "BKGK022", Fee, "-1", "E-COM-002" },
                { "BKGK022", Fee, "1234567890123456", "E-COM-005" },
                { "BKGK022", Boundary, "三万", "E-COM-002" },
                { "BKGK022", Boundary, "0", "E-COM-009" },
                { "BKGK022", Boundary, "1000000000", "E-COM-009" },
                { "BKGK022", Boundary, "1234567890123456", "E-COM-005" },
                { "BKGK022", Minimum, "1.0", "E-COM-002" },
                { "BKGK022", Minimum, "1234567890123456", "E-COM-005" },
                { "BKGK019", Minimum, "", "E-COM-001" },
                { "BKGK019", Minimum, "0", "E-COM-009" },
                { "BKGK019", Boundary, "1", "E-FEE-001" },
                { "BKGK022", Boundary, "10000", "E-FEE-001" },
                { "BKGK022", Boundary, "9,999円", "E-FEE-001" },
            };
            foreach (var screen in Everywhere)
            {
                data.Add(screen, Fee, "100000", "E-COM-009");
                data.Add(screen, Boundary, "", "E-COM-001");
            }

            foreach (var key in FeeScreens.FeeKeys(0).Concat(FeeScreens.FeeKeys(1)))
            {
                data.Add("BKGK022", key, "　", "E-COM-001");
            }

            return data;
        }
    }

    public static TheoryData<string, string, string> Accepted => new()
    {
        { Fee, "１，２３４", "1,234円" },
        { Fee, " 99,999円 ", "99,999円" },
        { Fee, "0", "0円" },
        { Boundary, "９９９９９９９９９", "999,999,999円" },
        { Minimum, "29,999", "29,999円" },
        { Minimum, "1", "1円" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Refuses_what_is_no_proper_figure_and_gives_it_back(string screen, string key, string typed, string code)
    {
        var (browser, input) = await OpenAsync(screen);

        var refused = await input.Fill("fees[1].sameBranch", "777").Fill(key, typed).SubmitAsync("change");

        refused.Status.ShouldBe(422, refused.Summary);
        refused.Screen.ShouldBe(screen);
        refused.ErrorKeys.ShouldBe([$"{code}@{key}"]);
        Plain(refused.ValueOf(key)).ShouldBe(Plain(typed));
        refused.ValueOf("fees[1].sameBranch").ShouldBe(key == "fees[1].sameBranch" ? refused.ValueOf(key) : "777");
        Plain((await browser.GetAsync(input.Path)).ValueOf(key)).ShouldBe(Plain(typed), "the draft keeps it, too");
        (await browser.GetAsync(input.DraftAddress() + "/confirm", follow: false)).Status.ShouldBe(303, "there is no way around");
        await NothingIsStoredAsync();
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task Understands_what_people_paste(string key, string typed, string shown)
    {
        var (_, input) = await OpenAsync("BKGK022");

        var confirm = await input.Fill(key, typed).SubmitAsync("change");

        confirm.Screen.ShouldBe("BKGK022C", confirm.Summary);
        confirm.ChangedKeys.ShouldBe([key]);
        confirm.Sheet[key].Value.ShouldBe(shown);
    }

    [Fact]
    public async Task An_error_says_which_figures_are_possible()
    {
        var (_, input) = await OpenAsync("BKGK022");

        var refused = await input.Fill(Fee, "100000").Fill(Minimum, "1000000000").Fill(Boundary, "0").SubmitAsync("change");

        refused.ErrorKeys.ShouldBe([$"E-COM-009@{Minimum}", $"E-COM-009@{Boundary}", $"E-COM-009@{Fee}"]);
        refused.Errors.Select(error => error.Text.Split('：')[^1]).ShouldBe(
        [
            "指定できない値です。1円〜999,999,999円の中で指定してください。", "指定できない値です。1円〜999,999,999円の中で指定してください。",
            "指定できない値です。0円〜99,999円の中で指定してください。",
        ]);
    }

    [Theory]
    [InlineData("50000")]
    [InlineData("30000")]
    [InlineData("29999")]
    public async Task Boundaries_ascend(string second)
    {
        foreach (var screen in Everywhere)
        {
            var (_, input) = await OpenAsync(screen);
            var three = await input.SubmitAsync("addRange");

            var refused = await three.Fill(Boundary, "50000")
                .Fill("boundaries[1]", second).FillFees(2, "0", "0", "0").SubmitAsync("change");

            refused.Status.ShouldBe(422, refused.Summary);
            refused.ErrorKeys.ShouldBe(["E-FEE-001@boundaries[1]"], "what follows from it is not said again");
            refused.Errors[0].Text.ShouldContain("50,000円");
            refused.FeesOf(2).ShouldBe(["0", "0", "0"]);
        }

        await NothingIsStoredAsync();
    }

    [Theory]
    [InlineData("30000")]
    [InlineData("30001")]
    public async Task The_minimum_stands_below_the_first_boundary(string minimum)
    {
        var (_, input) = await OpenAsync("BKGK022");

        var refused = await input.Fill(Minimum, minimum).SubmitAsync("change");

        refused.ErrorKeys.ShouldBe([$"E-FEE-001@{Boundary}"]);
        Plain(refused.ValueOf(Minimum)).ShouldBe(minimum);
        await NothingIsStoredAsync();
    }

    [Theory]
    [InlineData("Fixed", null)]
    [InlineData("AddUpperFee", "fees[2].sameBank")] // 30,000 + 500 comes after 30,400 + 0
    [InlineData("AddLowerFee", "fees[2].otherBank")] // 30,000 + 900 comes after 30,400 + 100
    public async Task Effective_boundaries_ascend_for_every_pattern(string method, string? refusedAt)
    {
        var (_, input) = await OpenAsync("BKGK022");
        var three = await input.Choose($"method:{method}").SubmitAsync("addRange");
        three.Fill(Boundary, "30000").Fill("boundaries[1]", "30400");

        var answer = await three.FillFees(0, "0", "0", "900")
            .FillFees(1, "0", "500", "100").FillFees(2, "0", "0", "101").SubmitAsync("change");

        if (refusedAt is null)
        {
            answer.Screen.ShouldBe("BKGK022C", answer.Summary);
            return;
        }

        answer.Status.ShouldBe(422, answer.Summary);
        answer.ErrorKeys.ShouldBe([$"E-FEE-002@{refusedAt}"]);
        answer.ChosenOf("method").ShouldBe(method);
        answer.FeesOf(1).ShouldBe(["0", "500", "100"]);
        await NothingIsStoredAsync();
    }

    [Theory]
    [MemberData(nameof(FeeScreens.Inputs), MemberType = typeof(FeeScreens))]
    public async Task Refuses_to_change_nothing(string screen)
    {
        var browser = await LoggedInAsync("sakura01");

        var refused = await (await browser.OpenAsync(screen)).SubmitAsync("change");

        refused.Status.ShouldBe(422);
        refused.ErrorKeys.ShouldBe(["E-COM-003@"]);
    }

    [Fact]
    public async Task While_the_standard_is_chosen_ones_own_figures_are_not_judged()
    {
        var (browser, input) = await OpenAsync("BKGK022");

        var confirm = await input.Fill(Fee, "x").Choose("useStandard:true").SubmitAsync("change");

        confirm.Screen.ShouldBe("BKGK022C", confirm.Summary);
        confirm.ChangedKeys.ShouldBe(["useStandard", Minimum]);
        var back = await (await confirm.ClickAsync("back")).Choose("useStandard:false").SubmitAsync("change");
        back.ValueOf(Fee).ShouldBe("x", "what was typed comes back with the figures");
        (await back.SubmitAsync("change")).ErrorKeys.ShouldBe([$"E-COM-002@{Fee}"]);
    }

    private static string Plain(string typed) =>
        typed.Trim().Replace(",", "", StringComparison.Ordinal).Replace("円", "", StringComparison.Ordinal);
}
