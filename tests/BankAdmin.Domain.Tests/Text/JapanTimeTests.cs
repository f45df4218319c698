namespace BankAdmin.Domain.Tests.Text;

public sealed class JapanTimeTests
{
    private static readonly DateTime Afternoon = new(2026, 11, 22, 6, 4, 5, DateTimeKind.Utc);

    [Fact]
    public void Sheets_and_lists_show_Japan_time()
    {
        JapanTime.Long(Afternoon).ShouldBe("2026年11月22日 15時04分05秒");
        JapanTime.Short(Afternoon).ShouldBe("2026/11/22 15:04:05");
        JapanTime.Clock(Afternoon).ShouldBe("15時04分");
    }

    [Fact]
    public void The_day_begins_at_15_UTC_of_the_day_before()
    {
        var start = new DateTime(2026, 12, 31, 15, 0, 0, DateTimeKind.Utc);
        JapanTime.Day(start).ShouldBe(new DateOnly(2027, 1, 1));
        JapanTime.Day(start.AddTicks(-1)).ShouldBe(new DateOnly(2026, 12, 31));
        JapanTime.Short(start.AddTicks(-1)).ShouldBe("2026/12/31 23:59:59");
    }

    [Fact]
    public void The_start_of_a_day_is_UTC_and_leads_back_to_it()
    {
        var start = JapanTime.StartUtc(new DateOnly(2028, 2, 29));
        start.ShouldBe(new DateTime(2028, 2, 28, 15, 0, 0));
        start.Kind.ShouldBe(DateTimeKind.Utc);
        JapanTime.Day(start).ShouldBe(new DateOnly(2028, 2, 29));
    }
}
