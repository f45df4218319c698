using BankAdmin.Tests.Cases;
using FsCheck.Fluent;

namespace BankAdmin.Domain.Tests.Text;

/// <summary>Amounts as people type and paste them (spec rules.md §2, screens.md §3).</summary>
public sealed class AmountTextTests
{
    private const string Required = "E-COM-001", TooLong = "E-COM-005";

    public static TheoryData<string, string?, string?> Cases()
    {
        var cases = new TheoryData<string, string?, string?>();
        foreach (var read in SharedCases.Amounts)
        {
            cases.Add(read.Typed, read.Amount, read.Code);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_amount_is_read_or_refused(string typed, string? grouped, string? code)
    {
        AmountText.Check(typed, 15).ShouldBe(code);
        AmountText.Show(typed, 15).ShouldBe(grouped ?? typed);
        AmountText.Find(typed, 15)?.Grouped.ShouldBe(grouped);
    }

    [Fact]
    public void Nothing_typed_is_nothing_given() => AmountText.Check(null, 15).ShouldBe(Required);

    [Theory]
    [InlineData("\n1,000\r\n", 1_000)] // pasted, or posted by a program: no field holds a line break
    public void Line_breaks_around_an_amount_are_blanks(string typed, long amount) =>
        AmountText.Read(typed).ShouldBe(new Yen(amount));

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
        var pieces = Gen.Elements(
            "0", "9", "１", "123", ",", "，", " ", "円", "¥", "-", "²", "①", "a", "٣", "\u3099", "\uD842\uDFB7", "\u200B");
        var texts = pieces.ListOf().Select(list => string.Concat(list));
        Always.HoldsFor(texts, typed => AmountText.Check(typed, 15) is not null
            || AmountText.Read(typed).Grouped == AmountText.Show(typed, 15), tries: 2_000);
    }
}
