using BankAdmin.Domain.Fees;
using BankAdmin.Testing;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Companies.Fees;

/// <summary>BKGK019, 022, 025: from the figures typed over the confirm page to the result, its PDF and the inquiry.</summary>
public sealed class ChangeFeesTests : WebTest
{
    [Theory]
    [MemberData(nameof(FeeScreens.Inputs), MemberType = typeof(FeeScreens))]
    public async Task What_was_confirmed_is_stored_shown_and_printed(string screen)
    {
        var screens = FeeScreens.Of(screen);
        var browser = await LoggedInAsync("sakura01");
        var before = await Bank.FeeTableAsync(screens.Kind);
        var input = await (await browser.OpenOwnFiguresAsync(screen)).SubmitAsync("addRange");
        input.CurrentStep!.ShouldContain("手数料情報を変更");

        var confirm = await Typed(input, screens).SubmitAsync("change");

        confirm.Screen.ShouldBe(screens.Confirm, confirm.Summary);
        confirm.CurrentStep!.ShouldContain("変更内容を確認");
        confirm.SheetKeys.ShouldBe(screens.SheetKeys(3));
        confirm.ChangedKeys.ShouldBe(Changed(screens, before));
        confirm.Sheet["fees[0].sameBank"].ShouldBe(new SheetLine("99,999円", true, "110円"));
        confirm.Sheet["boundaries[1]"].ShouldBe(new SheetLine("999,999,999円", true, "なし"));
        (await confirm.ExecuteAsync("Wrong0001")).ErrorKeys.ShouldBe(["E-AUTH-011@confirmationPassword"]);
        (await Bank.FeeTableAsync(screens.Kind)).Version.ShouldBe(before.Version, "nothing is stored before 実行");

        var result = await confirm.ExecuteAsync("Confirm01");

        result.Screen.ShouldBe(screens.Result, result.Summary);
        result.CurrentStep!.ShouldContain("変更完了");
        result.Sheet.ShouldBe(confirm.Sheet);
        result.ReceiptNumber.ShouldMatch(@"^\d{8}-\d{6}$");
        var stored = await Bank.FeeTableAsync(screens.Kind);
        stored.UsesStandard.ShouldBeFalse();
        stored.Method.ShouldBe(screens.Kind.HasMethod ? FeeMethod.AddUpperFee : FeeMethod.Fixed);
        stored.Own.Bands.ShouldBe(
            [new(screens.Kind.HasMinimum ? 5_000 : 0, 0, 99_999, 440), new(30_000, 0, 330, 550), new(999_999_999, 1, 2, 1_234)]);
        (await Bank.NewRecordsAsync())
            .Count(record => record.Code == screens.Kind.Change.Code && record.ReceiptNumber == result.ReceiptNumber).ShouldBe(1);

        var print = await result.ClickAsync("print");
        print.ContentType.ShouldBe("application/pdf");
        print.Headers["Content-Disposition"].ShouldBe($"inline; filename=\"{screens.Result}-{result.ReceiptNumber}.pdf\"");
        (await browser.GetAsync(print.Path)).Bytes.ShouldBe(print.Bytes, "the same PDF each time");
        var inquiry = await browser.OpenAsync(screens.Inquiry);
        inquiry.SheetKeys.ShouldBe(result.SheetKeys);
        inquiry.Sheet.Values.Select(line => line.Value).ShouldBe(result.Sheet.Values.Select(line => line.Value));
    }

    [Theory]
    [MemberData(nameof(FeeScreens.Inputs), MemberType = typeof(FeeScreens))]
    public async Task Pressing_execute_twice_changes_once(string screen)
    {
        var input = await NewBrowser().LogInAndOpenOwnFiguresAsync("sakura01", screen);
        var confirm = await input.Fill("fees[0].sameBank", "1").SubmitAsync("change");
        var first = await confirm.ExecuteAsync("Confirm01");

        var again = await confirm.ExecuteAsync("Confirm01", follow: false);

        again.Location.ShouldBe(first.Path);
        (await Bank.NewRecordsAsync())
            .Count(record => record.Code == FeeScreens.Of(screen).Kind.Change.Code && record.ReceiptNumber is not null).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(FeeScreens.Inputs), MemberType = typeof(FeeScreens))]
    public async Task Own_figures_stay_stored_behind_the_standard_and_come_back(string screen)
    {
        var kind = FeeScreens.Of(screen).Kind;
        var browser = await LoggedInAsync("sakura01");
        (await browser.ChangeFeesAsync("sakura01", screen, ("fees[1].otherBank", "777"))).Status.ShouldBe(200);
        var own = (await Bank.FeeTableAsync(kind)).Own.Bands;

        var confirm = await (await browser.OpenAsync(screen)).Choose("useStandard:true").SubmitAsync("change");
        confirm.Sheet["fees[1].otherBank"].ShouldBe(new SheetLine("550円", true, "777円"));
        await confirm.ExecuteAsync("Confirm01");

        var locked = await browser.OpenAsync(screen);
        locked.ChosenOf("useStandard").ShouldBe("true");
        locked.ValueOf("fees[1].otherBank").ShouldBe("550");
        FeeScreens.FeeKeys(0).Concat(FeeScreens.FeeKeys(1)).Append("boundaries[0]").ShouldAllBe(key => locked.IsDisabled(key));
        locked.Has("minimumPayment").ShouldBe(kind.HasMinimum);
        locked.Has("method:Fixed").ShouldBe(kind.HasMethod);
        (await Bank.FeeTableAsync(kind)).UsesStandard.ShouldBeTrue();
        (await Bank.FeeTableAsync(kind)).Own.Bands.ShouldBe(own);

        var back = await locked.Choose("useStandard:false").SubmitAsync("change");
        back.Status.ShouldBe(200);
        back.Screen.ShouldBe(screen);
        back.Errors.ShouldBeEmpty();
        back.ValueOf("fees[1].otherBank").ShouldBe("777");
        back.IsDisabled("fees[1].otherBank").ShouldBeFalse();
        (await Bank.FeeTableAsync(kind)).UsesStandard.ShouldBeTrue("nothing is saved by looking");
        var result = await (await back.SubmitAsync("change")).ExecuteAsync("Confirm01");
        result.Sheet["fees[1].otherBank"].ShouldBe(new SheetLine("777円", true, "550円"));
        (await Bank.FeeTableAsync(kind)).InForce(new FeeSchedule(new FeeBand(1, 0, 0, 0))).Bands.ShouldBe(own);
    }

    [Fact]
    public async Task The_method_is_the_companys_choice_beside_the_standard_too()
    {
        var browser = await LoggedInAsync("midori01");
        var input = await browser.OpenAsync("BKGK022");
        input.ChosenOf("useStandard").ShouldBe("true");

        var confirm = await input.Choose("method:AddLowerFee").SubmitAsync("change");

        confirm.ChangedKeys.ShouldBe(["method"]);
        confirm.Sheet["method"].ShouldBe(new SheetLine("未満手数料加算型", true, "据置型"));
    }

    [Theory]
    [MemberData(nameof(FeeScreens.Inputs), MemberType = typeof(FeeScreens))]
    public async Task Going_back_from_the_confirm_page_shows_what_was_typed(string screen)
    {
        var input = await NewBrowser().LogInAndOpenOwnFiguresAsync("sakura01", screen);
        var confirm = await input.Fill("boundaries[0]", "４０，０００円").Fill("fees[1].sameBank", "321").SubmitAsync("change");

        var back = await confirm.ClickAsync("back");

        back.Screen.ShouldBe(screen);
        back.ValueOf("boundaries[0]").ShouldBe("40,000");
        back.ValueOf("fees[1].sameBank").ShouldBe("321");
    }

    private static Page Typed(Page input, FeeScreens screens)
    {
        input.Fill("fees[0].sameBank", "99999").Fill("boundaries[1]", "999,999,999円").FillFees(2, "1", "２", "1,234");
        _ = screens.Kind.HasMinimum ? input.Fill("minimumPayment", "5000") : input;
        return screens.Kind.HasMethod ? input.Choose("method:AddUpperFee") : input;
    }

    private static IEnumerable<string> Changed(FeeScreens screens, FeeTable before) => screens.SheetKeys(3).Where(key =>
        key is "minimumPayment" or "method" or "fees[0].sameBank" or "boundaries[1]" || key.StartsWith("fees[2]", StringComparison.Ordinal)
        || (key == "useStandard" && before.UsesStandard));
}
