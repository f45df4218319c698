using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Companies.Fees;

/// <summary>手数料を読み込む, 範囲を追加, 範囲を削除: each keeps what was typed and saves nothing. And what is warned of.</summary>
public sealed class ChangeFeesButtonsTests(RunningBank running) : SharedWebTest(running), IClassFixture<RunningBank>
{
    [Theory]
    [MemberData(nameof(FeeScreens.Inputs), MemberType = typeof(FeeScreens))]
    public async Task Loading_fills_in_the_standard_and_leaves_the_choice(string screen)
    {
        var input = await OpenAsync(screen);
        var three = await input.SubmitAsync("addRange");
        three.Fill("boundaries[0]", "x").FillFees(0, "1", "", "y").FillFees(2, "7", "8", "9").Fill("trial.payment", "４２");

        var loaded = await three.SubmitAsync("loadFees");

        loaded.Status.ShouldBe(200, loaded.Summary);
        loaded.Screen.ShouldBe(screen);
        loaded.ChosenOf("useStandard").ShouldBe("false");
        loaded.ValueOf("boundaries[0]").ShouldBe("30,000");
        loaded.FeesOf(0).ShouldBe(["0", "110", "440"]);
        loaded.FeesOf(1).ShouldBe(["0", "330", "550"]);
        loaded.Has("fees[2].sameBank").ShouldBeFalse("the standard has two ranges");
        loaded.ValueOf("trial.payment").ShouldBe("42");
        if (FeeScreens.Of(screen).Kind.HasMinimum)
        {
            loaded.ValueOf("minimumPayment").ShouldBe("1");
        }

        await NothingIsStoredAsync(screen);
    }

    [Theory]
    [MemberData(nameof(FeeScreens.Inputs), MemberType = typeof(FeeScreens))]
    public async Task Loading_beside_the_standard_does_not_flip_the_choice(string screen)
    {
        var input = await OpenAsync(screen);

        var loaded = await input.Choose("useStandard:true").SubmitAsync("loadFees");

        loaded.ChosenOf("useStandard").ShouldBe("true");
        loaded.IsDisabled("fees[0].sameBank").ShouldBeTrue();
        await NothingIsStoredAsync(screen);
    }

    [Theory]
    [MemberData(nameof(FeeScreens.Inputs), MemberType = typeof(FeeScreens))]
    public async Task Ranges_are_added_and_removed_around_what_is_typed(string screen)
    {
        var input = await OpenAsync(screen);
        input.Fill("fees[0].otherBank", "bad").Fill("fees[1].sameBank", "１２３").Fill("boundaries[0]", "-");

        var three = await input.SubmitAsync("addRange");

        three.Status.ShouldBe(200, three.Summary);
        three.Errors.ShouldBeEmpty("it is not judged yet");
        three.FeesOf(0).ShouldBe(["0", "110", "bad"]);
        three.FeesOf(1).ShouldBe(["0", "123", "550"]);
        three.FeesOf(2).ShouldBe(["", "", ""]);
        (three.ValueOf("boundaries[0]"), three.ValueOf("boundaries[1]")).ShouldBe(("-", ""));
        three.Has("addRange").ShouldBeFalse("three is the most");

        three.Fill("boundaries[1]", "90,000").FillFees(2, "7", "8", "x");
        var two = await three.SubmitAsync("removeRange:1");
        two.FeesOf(0).ShouldBe(["0", "110", "bad"]);
        two.FeesOf(1).ShouldBe(["7", "8", "x"], "the range above moves down");
        two.ValueOf("boundaries[0]").ShouldBe("90,000", "with its lower bound");

        var one = await two.SubmitAsync("removeRange:0");
        one.FeesOf(0).ShouldBe(["7", "8", "x"]);
        one.KeysBeginning("boundaries[").ShouldBeEmpty();
        one.KeysBeginning("removeRange:").ShouldBeEmpty("one range stays");
        one.Has("addRange").ShouldBeTrue();
        await NothingIsStoredAsync(screen);
    }

    [Fact]
    public async Task A_range_is_removed_while_its_fee_holds_an_error()
    {
        var three = await (await OpenAsync("BKGK022")).SubmitAsync("addRange");
        var refused = await three.Fill("fees[2].sameBank", "-5").SubmitAsync("change");
        refused.ErrorKeys.ShouldBe(
            ["E-COM-001@boundaries[1]", "E-COM-001@fees[2].sameBranch", "E-COM-002@fees[2].sameBank", "E-COM-001@fees[2].otherBank"]);

        var two = await refused.SubmitAsync("removeRange:2");

        two.Status.ShouldBe(200, two.Summary);
        two.Errors.ShouldBeEmpty();
        (await two.Fill("fees[0].sameBank", "111").SubmitAsync("change")).Screen.ShouldBe("BKGK022C");
    }

    [Theory]
    [InlineData("BKGK022", "removeRange:0", "fees[0].sameBank", "330")]
    [InlineData("BKGK022", "removeRange:1", "fees[0].sameBank", "110")]
    [InlineData("BKGK019", "removeRange:7", "fees[1].sameBank", "330")]
    [InlineData("BKGK025", "removeRange:99", "fees[1].sameBank", "330")]
    public async Task Only_what_is_there_is_removed(string screen, string action, string key, string left)
    {
        var input = await OpenAsync(screen);

        var redrawn = await input.SubmitAsync("addRange", extra: [("action", action)]);

        redrawn.ValueOf(key).ShouldBe(left);
        redrawn.KeysBeginning("minimumPayment").Select(redrawn.ValueOf).ShouldAllBe(minimum => minimum == "10,000" || minimum == "1");
        await NothingIsStoredAsync(screen);
    }

    [Theory]
    [InlineData("BKGK022", "", "")]
    [InlineData("BKGK022", "minimumPayment=440", "W-FEE-001 W-FEE-003")]
    [InlineData("BKGK022", "minimumPayment=441", "W-FEE-003")]
    [InlineData("BKGK022", "minimumPayment=1 fees[0].sameBank=1", "W-FEE-003")]
    [InlineData("BKGK022", "fees[1].sameBank=109", "W-FEE-002 W-FEE-003")]
    [InlineData("BKGK022", "fees[1].sameBank=110", "W-FEE-003")]
    [InlineData("BKGK022", "fees[1].sameBank=109 fees[1].otherBank=1", "W-FEE-002 W-FEE-002 W-FEE-003")]
    [InlineData("BKGK019", "minimumPayment=30", "W-FEE-001 W-FEE-003")]
    [InlineData("BKGK019", "boundaries[0]=30001", "W-FEE-003")]
    [InlineData("BKGK025", "fees[0].otherBank=551", "W-FEE-002 W-FEE-003")]
    [InlineData("BKGK025", "fees[0].sameBank=1", "W-FEE-003")]
    public async Task Warnings_stand_on_both_pages_and_block_nothing(string screen, string typed, string warnings)
    {
        var input = await OpenAsync(screen);
        input.Warnings().ShouldBe(screen == "BKGK022" ? ["W-FEE-003"] : [], "さくら deducts from 10,000 yen on, else as standard");
        foreach (var field in typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=')))
        {
            input.Fill(field[0], field[1]);
        }

        if (typed.Length == 0)
        {
            (await input.Choose("useStandard:true").SubmitAsync("change")).Warnings().ShouldBeEmpty("the standard warns of nothing");
            return;
        }

        var confirm = await input.SubmitAsync("change");

        confirm.Screen.ShouldBe(screen + "C", confirm.Summary);
        confirm.Warnings().ShouldBe(warnings.Split(' '));
        (await confirm.ClickAsync("back")).Warnings().ShouldBe(warnings.Split(' '));
        await NothingIsStoredAsync(screen);
    }

    [Fact]
    public async Task A_warning_names_what_it_is_about()
    {
        var input = await OpenAsync("BKGK022");

        var confirm = await input.Fill("minimumPayment", "400").Fill("fees[1].sameBank", "109").SubmitAsync("change");

        var texts = confirm.Document.QuerySelectorAll("[data-testid=warnings] li").Select(item => item.TextContent).ToList();
        texts[0].ShouldContain("適用最低支払金額（400円）");
        texts[0].ShouldContain("最大440円");
        texts[1].ShouldContain("当行他店宛の30,000円以上の手数料（109円）が、下の範囲の手数料（110円）より安く");
    }

    private async Task<Page> OpenAsync(string screen) => await NewBrowser().LogInAndOpenOwnFiguresAsync("sakura01", screen);

    private async Task NothingIsStoredAsync(string screen)
    {
        var table = await Bank.FeeTableAsync(FeeScreens.Of(screen).Kind);
        table.Version.ShouldBe(screen == "BKGK022" ? 2 : 1, "as the demo data left it");
    }
}
