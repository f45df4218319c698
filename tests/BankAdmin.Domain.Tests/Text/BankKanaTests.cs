namespace BankAdmin.Domain.Tests.Text;

/// <summary>Names as transfers carry them (spec rulings.md „Names, stored and searched“).</summary>
public sealed class BankKanaTests
{
    [Theory]
    [InlineData("ｻｸﾗｼﾖｳｼﾞ(ｶ", "ｻｸﾗｼﾖｳｼﾞ(ｶ")]
    [InlineData("サクラショウジ（カ", "ｻｸﾗｼﾖｳｼﾞ(ｶ")]
    [InlineData("さくらしょうじ(ｶ", "ｻｸﾗｼﾖｳｼﾞ(ｶ")]
    [InlineData("ガギグパピプヴ", "ｶﾞｷﾞｸﾞﾊﾟﾋﾟﾌﾟｳﾞ")]
    [InlineData("ァィゥェォッャュョヮ", "ｱｲｳｴｵﾂﾔﾕﾖﾜ")]
    [InlineData("ヲン", "ｵﾝ")]
    [InlineData("サーバー", "ｻ-ﾊﾞ-")]
    [InlineData("ａｂｃ　１２", "ABC 12")]
    [InlineData("「アオイ」", "｢ｱｵｲ｣")]
    [InlineData(null, "")]
    public void What_is_typed_becomes_what_a_transfer_carries(string? typed, string stored)
    {
        BankKana.Of(typed).ShouldBe(stored);
        BankKana.Of(stored).ShouldBe(stored);
        BankKana.Refused(stored).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("桜", "桜")]
    [InlineData("A&B", "&")]
    [InlineData("ヰ", "ヰ")]
    [InlineData("ｱ\u200B", "見えない文字 U+200B")]
    public void What_no_transfer_can_carry_is_named(string typed, string refused) =>
        BankKana.Refused(BankKana.Of(typed)).ShouldBe([refused]);
}
