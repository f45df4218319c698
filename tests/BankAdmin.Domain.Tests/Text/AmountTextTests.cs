using FsCheck.Fluent;

namespace BankAdmin.Domain.Tests.Text;

/// <summary>Amounts as people type and paste them (spec rules.md §2, screens.md §3).</summary>
public sealed class AmountTextTests
{
    private const string Required = "E-COM-001", NotDigits = "E-COM-002", TooLong = "E-COM-005";

    [Theory]
    [InlineData("0", 0)]
    [InlineData("007", 7)]
    [InlineData("123456", 123_456)]
    [InlineData("123,456", 123_456)]
    [InlineData("１２３，４５６", 123_456)]
    [InlineData("　123,456 ", 123_456)]
    [InlineData("\t123\n", 123)]
    [InlineData("1,000円", 1_000)]
    [InlineData("１，０００　円", 1_000)]
    [InlineData("999,999,999,999,999", 999_999_999_999_999)]
    public void These_are_amounts(string typed, long amount)
    {
        AmountText.Check(typed, 15).ShouldBeNull();
        AmountText.Read(typed).ShouldBe(new Yen(amount));
        AmountText.Show(typed, 15).ShouldBe(new Yen(amount).Grouped);
    }

    [Theory]
    [InlineData(null, Required)]
    [InlineData("", Required)]
    [InlineData(" 　\t", Required)]
    [InlineData("円", Required)]
    [InlineData("1.5", NotDigits)]
    [InlineData("-1", NotDigits)]
    [InlineData("－1", NotDigits)]
    [InlineData("−1", NotDigits)]
    [InlineData("+5", NotDigits)]
    [InlineData("1e3", NotDigits)]
    [InlineData("0x1F", NotDigits)]
    [InlineData("¥100", NotDigits)]
    [InlineData("100円円", NotDigits)]
    [InlineData("1円2", NotDigits)]
    [InlineData("100-", NotDigits)]
    [InlineData("１２．３", NotDigits)]
    [InlineData("円100", NotDigits)]
    [InlineData("٣", NotDigits)]
    [InlineData("三", NotDigits)]
    [InlineData("1 000", NotDigits)] // blanks around it only
    [InlineData("①", NotDigits)]
    [InlineData("10²", NotDigits)]
    [InlineData("𝟙𝟘", NotDigits)]
    [InlineData("１２3４5abc", NotDigits)]
    [InlineData("1234567890123456", TooLong)]
    [InlineData("0000000000000001", TooLong)]
    [InlineData("１２３４５６７８９０１２３４５６", TooLong)]
    [InlineData("1234567890123456789012345678901234567890", TooLong)]
    [InlineData("12345678901234567-", NotDigits)] // not digits comes before too long
    public void These_are_not(string? typed, string code)
    {
        AmountText.Check(typed, 15).ShouldBe(code);
        AmountText.Show(typed, 15).ShouldBe(typed ?? "");
    }

    [Fact]
    public void The_limit_of_digits_is_the_fields_own()
    {
        AmountText.Check("999,999,999,999", 12).ShouldBeNull();
        AmountText.Check("1,000,000,000,000", 12).ShouldBe(TooLong);
    }

    [Fact]
    public void What_is_shown_reads_back_as_the_same_amount_also_in_full_width()
    {
        var amounts = Gen.Choose(0, int.MaxValue)
            .Two().Select(p => new Yen(((long)p.Item1 * int.MaxValue + p.Item2) % 1_000_000_000_000_000));
        Always.HoldsFor(amounts, amount =>
            AmountText.Read(amount.ToString()) == amount && AmountText.Read(JapaneseText.Widen(amount.Grouped)) == amount);
    }

    [Fact]
    public void Whatever_passes_the_check_can_be_read_and_nothing_throws()
    {
        var pieces = Gen.Elements("0", "9", "１", ",", "，", " ", "円", "-", "²", "①", "a", "٣", "\u3099", "\uD842\uDFB7", "\u200B");
        var texts = pieces.ListOf().Select(list => string.Concat(list));
        Always.HoldsFor(texts, typed => AmountText.Check(typed, 15) is not null
            || AmountText.Read(typed).Grouped == AmountText.Show(typed, 15), tries: 2_000);
    }
}
