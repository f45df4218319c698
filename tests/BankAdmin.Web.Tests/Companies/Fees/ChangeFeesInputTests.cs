using BankAdmin.Domain.Fees;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Companies.Fees;

/// <summary>BKGK019, 022, 025: what may be typed and posted, that nothing typed is lost, and nothing refused is stored.</summary>
public sealed class ChangeFeesInputTests(RunningBank running) : IClassFixture<RunningBank>
{
    private const string Fee = "fees[0].sameBank";
    private const string Boundary = "boundaries[0]";
    private const string Minimum = "minimumPayment";

    private static readonly string[] Everywhere = ["BKGK019", "BKGK022", "BKGK025"];

    public static TheoryData<string, string, string, string> Refused
    {
        get
        {
            var data = new TheoryData<string, string, string, string>();
            foreach (var screen in Everywhere)
            {
                data.Add(screen, Fee, "", "E-COM-001");
                data.Add(screen, Fee, "-1", "E-COM-002");
                data.Add(screen, Fee, "100000", "E-COM-009");
                data.Add(screen, Fee, "1234567890123456", "E-COM-005");
                data.Add(screen, Boundary, "", "E-COM-001");
                data.Add(screen, Boundary, "三万", "E-COM-002");
                data.Add(screen, Boundary, "0", "E-COM-009");
                data.Add(screen, Boundary, "1000000000", "E-COM-009");
                data.Add(screen, Boundary, "1234567890123456", "E-COM-005");
            }

            foreach (var typed in new[] { "1.5", "+1", "1e3", "0x10", "①", "٣", "1円2", "100-", "x" })
            {
                data.Add("BKGK022", "fees[1].otherBank", typed, "E-COM-002");
            }

            foreach (var key in FeeScreens.FeeKeys(0).Concat(FeeScreens.FeeKeys(1)))
            {
                data.Add("BKGK022", key, "　", "E-COM-001");
                data.Add("BKGK022", key, "999999999999999", "E-COM-009");
            }

            foreach (var screen in Everywhere[..2])
            {
                data.Add(screen, Minimum, "", "E-COM-001");
                data.Add(screen, Minimum, "1.0", "E-COM-002");
                data.Add(screen, Minimum, "0", "E-COM-009");
                data.Add(screen, Minimum, "1234567890123456", "E-COM-005");
            }

            data.Add("BKGK019", Boundary, "1", "E-FEE-001");
            data.Add("BKGK022", Boundary, "10000", "E-FEE-001");
            data.Add("BKGK022", Boundary, "9,999円", "E-FEE-001");
            return data;
        }
    }

    public static TheoryData<string, string, string> Accepted => new()
    {
        { Fee, "１，２３４", "1,234円" },
        { Fee, " 99,999円 ", "99,999円" },
        { Fee, "0", "0円" },
        { Fee, "000000000000012", "12円" },
        { Boundary, "９９９９９９９９９", "999,999,999円" },
        { Boundary, "20,000円", "20,000円" },
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

        refused.ErrorKeys.ShouldBe([$"E-COM-009@{Minimum}", $"E-COM-009@{Fee}", $"E-COM-009@{Boundary}"]);
        refused.Errors.Select(error => error.Text.Split('：')[^1]).ShouldBe(
        [
            "指定できない値です。1円〜999,999,999円の中で指定してください。", "指定できない値です。0円〜99,999円の中で指定してください。",
            "指定できない値です。1円〜999,999,999円の中で指定してください。",
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
        using var browser = running.App.NewBrowser();
        await browser.LogInAsync("sakura01");

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

    [Theory]
    [InlineData("BKGK022", "method", "fixed", "E-COM-009@method")]
    [InlineData("BKGK022", "method", "0", "E-COM-009@method")]
    [InlineData("BKGK022", "method", "7", "E-COM-009@method")]
    [InlineData("BKGK022", "method", "Fixed,AddUpperFee", "E-COM-009@method")]
    [InlineData("BKGK022", "method", "", "E-COM-001@method")]
    [InlineData("BKGK019", "useStandard", "TRUE", "E-COM-009@useStandard")]
    [InlineData("BKGK025", "useStandard", "", "E-COM-001@useStandard")]
    public async Task Refuses_choices_that_were_not_offered(string screen, string name, string value, string error)
    {
        foreach (var standard in name == "method" ? new[] { "false", "true" } : [""])
        {
            var (_, input) = await OpenAsync(screen);

            var refused = await input.SubmitAsync(
                "change", extra: standard.Length == 0 ? [(name, value)] : [(name, value), ("useStandard", standard)]);

            refused.Status.ShouldBe(422, refused.Summary);
            refused.ErrorKeys.ShouldBe([error]);
        }

        await NothingIsStoredAsync();
    }

    [Fact]
    public async Task What_a_table_does_not_have_is_dropped()
    {
        var (_, transfer) = await OpenAsync("BKGK019");
        var withMethod = await transfer.SubmitAsync("change", extra: [("method", "AddUpperFee"), ("fees[0][sameBank]", "1")]);
        withMethod.ChangedKeys.ShouldBe(["useStandard", Fee]);
        (await withMethod.ExecuteAsync("Wrong0001")).Status.ShouldBe(422);

        var (_, payer) = await OpenAsync("BKGK025");
        var withMinimum = await payer.SubmitAsync(
            "change", extra: [("minimumPayment", "5000"), ("method", "x"), ("fees[0][sameBank]", "1")]);
        withMinimum.ChangedKeys.ShouldBe(["useStandard", Fee]);
        withMinimum.SheetKeys.ShouldNotContain(Minimum);
    }

    [Fact]
    public async Task A_fourth_range_is_dropped()
    {
        var (_, input) = await OpenAsync("BKGK022");

        var confirm = await input.SubmitAsync("change", extra:
        [
            .. from range in new[] { 2, 3 } from pattern in TransferPatterns.All select ($"fees[{range}][{pattern.Key()}]", $"{range}"),
            ("boundaries[1]", "50000"), ("boundaries[2]", "x"),
        ]);

        confirm.Screen.ShouldBe("BKGK022C", confirm.Summary);
        confirm.SheetKeys.ShouldBe(FeeScreens.Of("BKGK022").SheetKeys(3));
    }

    [Fact]
    public async Task Of_a_field_that_is_posted_twice_the_first_counts()
    {
        var (_, input) = await OpenAsync("BKGK022");

        var confirm = await input.SubmitAsync("change", extra: [("fees[0][sameBank]", "1"), ("fees[0][sameBank]", "2")]);

        confirm.Sheet[Fee].Value.ShouldBe("1円");
    }

    public static TheoryData<string> Garbage =>
    [
        "fees=x", "fees[0]=x", "fees[0][]=1", "fees[0][sameBank][deep]=1", "fees[0][nowhere]=1", "fees[x][sameBank]=1",
        "fees[-1][sameBank]=1",
        "fees[999999999][sameBank]=1", "fees[99999999999999999999][sameBank]=1", "fees[0].Key=sameBank&fees[0].Value=1",
        "fees.index=a&fees[a][sameBank]=1",
        "fees[0][0].Key=sameBank&fees[0][0].Value=1&fees[0][1].Key=sameBank&fees[0][1].Value=2", "boundaries=1", "boundaries[0][1]=1",
        "boundaries[7]=1",
        "boundaries[0].x=1", "trial=x", "trial.payment[0]=1", "trial.pattern=x", "showedStandard=maybe",
        "showedStandard=true&useStandard=x", "minimumPayment[0]=1",
        "action=removeRange:", "action=removeRange:99", "action=removeRange:-1", "action=removeRange:99999999999", "action=nowhere",
        "action=loadFees&fees=x",
        "action=addRange&fees[0]=x", "action=trial&method=7&useStandard=true", "action=trial&fees[0]=x",
        "action=change&method=9&useStandard=true",
        "useStandard=true&useStandard=false", "revision=x", "revision=-1", "revision=",
    ];

    [Theory]
    [MemberData(nameof(Garbage))]
    public async Task Posted_garbage_is_answered_with_the_page(string posted)
    {
        var fields = posted.Split('&').Select(field => field.Split('=')).Select(parts => (parts[0], parts[1])).ToList();
        foreach (var instead in new[] { false, true })
        {
            var (browser, input) = await OpenAsync("BKGK022");
            var answer = instead
                ? await browser.PostWithTokenAsync(
                    input.Path, [("revision", input.Document.QuerySelector("input[name=revision]")!.GetAttribute("value")!), .. fields])
                : await input.SubmitAsync("change", extra: [.. fields]);

            (answer.Status is 200 or 400 or 409 or 422).ShouldBeTrue(answer.Summary);
            (await browser.GetAsync(input.Path)).Status.ShouldBe(200, "the draft can be opened again");
        }

        await NothingIsStoredAsync();
    }

    [Fact]
    public async Task A_form_with_a_thousand_ranges_does_not_break_it()
    {
        var (_, input) = await OpenAsync("BKGK022");

        var answer = await input.SubmitAsync("change", extra: [.. Enumerable.Range(0, 900).Select(i => ($"fees[{i}][sameBank]", "1"))]);

        answer.Status.ShouldBe(422, answer.Summary);
        answer.Has("fees[2].sameBank").ShouldBeTrue();
        answer.Has("fees[3].sameBank").ShouldBeFalse();
    }

    [Fact]
    public async Task A_form_without_any_figure_leaves_them_as_they_were()
    {
        var (browser, input) = await OpenAsync("BKGK022");
        var (action, fields) = input.FormOf("change");

        var confirm = await browser.PostAsync(
            action, fields.Where(field => field.Name is "revision" or "useStandard" or Page.TokenField).Append(("method", "AddUpperFee")));

        confirm.Screen.ShouldBe("BKGK022C", confirm.Summary);
        confirm.ChangedKeys.ShouldBe(["method"]);
    }

    [Fact]
    public async Task Missing_figures_are_asked_for_where_they_are_missing()
    {
        var (browser, input) = await OpenAsync("BKGK022");
        var (action, fields) = input.FormOf("change");

        var refused = await browser.PostAsync(
            action, fields.Where(field => field.Name is not ("fees[1][sameBank]" or "boundaries[0]" or "minimumPayment")));

        refused.Status.ShouldBe(422, refused.Summary);
        refused.ErrorKeys.ShouldBe([$"E-COM-001@{Minimum}", $"E-COM-001@{Boundary}", "E-COM-001@fees[1].sameBank"]);
        await NothingIsStoredAsync();
    }

    private async Task<(PageClient Browser, Page Input)> OpenAsync(string screen)
    {
        var browser = running.App.NewBrowser();
        return (browser, await browser.LogInAndOpenOwnFiguresAsync("sakura01", screen));
    }

    private async Task NothingIsStoredAsync()
    {
        foreach (var screen in Everywhere)
        {
            var kind = FeeScreens.Of(screen).Kind;
            (await running.Bank.FeeTableAsync(kind)).Version.ShouldBe(
                kind == FeeTableKind.PayeeBulkTransfer ? 2 : 1, "as the demo data left it");
        }
    }

    private static string Plain(string typed) =>
        typed.Trim().Replace(",", "", StringComparison.Ordinal).Replace("円", "", StringComparison.Ordinal);
}
