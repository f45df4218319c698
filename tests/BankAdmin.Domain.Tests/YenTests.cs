namespace BankAdmin.Domain.Tests;

public sealed class YenTests
{
    [Fact]
    public void It_goes_from_0_to_15_digits()
    {
        new Yen(999_999_999_999_999).ShouldBe(Yen.MaxValue);
        default(Yen).Amount.ShouldBe(0);
        Should.Throw<ArgumentOutOfRangeException>(() => new Yen(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => new Yen(1_000_000_000_000_000));
    }

    [Theory]
    [InlineData(0, "0円")]
    [InlineData(999, "999円")]
    [InlineData(100_000_000, "100,000,000円")]
    [InlineData(999_999_999_999_999, "999,999,999,999,999円")]
    public void It_is_shown_in_groups_of_three(long amount, string shown) => new Yen(amount).ToString().ShouldBe(shown);

    [Fact]
    public void It_compares_by_amount()
    {
        var (one, two) = (new Yen(1), new Yen(2));
        (one < two, one <= two, two > one, two >= one).ShouldBe((true, true, true, true));
        (one > two, one >= two, two < one, two <= one).ShouldBe((false, false, false, false));
        one.CompareTo(two).ShouldBeNegative();
    }
}
