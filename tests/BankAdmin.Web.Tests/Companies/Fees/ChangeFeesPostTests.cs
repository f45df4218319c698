using BankAdmin.Domain.Fees;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Companies.Fees;

/// <summary>BKGK019, 022, 025: what no browser posts.</summary>
public sealed class ChangeFeesPostTests(RunningBank running) : FeeInputTest(running), IClassFixture<RunningBank>
{
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
        "fees[-1][sameBank]=1", "fees[999999999][sameBank]=1", "fees[99999999999999999999][sameBank]=1",
        "fees[0].Key=sameBank&fees[0].Value=1", "fees.index=a&fees[a][sameBank]=1",
        "fees[0][0].Key=sameBank&fees[0][0].Value=1&fees[0][1].Key=sameBank&fees[0][1].Value=2", "boundaries=1",
        "boundaries[0][1]=1", "boundaries[7]=1", "boundaries[0].x=1", "trial=x", "trial.payment[0]=1", "trial.pattern=x",
        "showedStandard=maybe", "showedStandard=true&useStandard=x", "minimumPayment[0]=1", "action=removeRange:",
        "action=removeRange:99", "action=removeRange:-1", "action=removeRange:99999999999", "action=nowhere",
        "action=loadFees&fees=x", "action=addRange&fees[0]=x", "action=trial&method=7&useStandard=true", "action=trial&fees[0]=x",
        "action=change&method=9&useStandard=true", "useStandard=true&useStandard=false", "revision=x", "revision=-1", "revision=",
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
}
