
namespace BankAdmin.Domain.Tests.Text;

public sealed class JapanDateTests
{
    [Theory]
    [InlineData("2026/11/22")]
    [InlineData("2026-11-22")]
    [InlineData("20261122")]
    [InlineData("２０２６／１１／２２")]
    [InlineData("２０２６１１２２")]
    [InlineData(" 2026/ 11/22　")]
    [InlineData("2026年11月22日")]
    [InlineData("令和8年11月22日")]
    [InlineData("令和８年１１月２２日")]
    [InlineData("平成38年11月22日")]
    [InlineData("昭和101年11月22日")]
    public void Days_are_read_as_people_write_them(string typed) => JapanDate.Read(typed).ShouldBe(new DateOnly(2026, 11, 22));

    [Theory]
    [InlineData("令和元年5月1日", 2019, 5, 1)]
    [InlineData("2026/1/2", 2026, 1, 2)]
    [InlineData("0001/01/01", 1, 1, 1)]
    [InlineData("9999-12-31", 9999, 12, 31)]
    public void And_others(string typed, int year, int month, int day) => JapanDate.Read(typed).ShouldBe(new DateOnly(year, month, day));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("昨日")]
    [InlineData("2026/02/30")]
    [InlineData("2026/11")]
    [InlineData("11/22/2026")]
    [InlineData("0000/01/01")]
    [InlineData("令和年1月1日")]
    [InlineData("明治45年7月30日")]
    public void What_is_no_day_is_none(string? typed) => JapanDate.Read(typed).ShouldBeNull();
}
