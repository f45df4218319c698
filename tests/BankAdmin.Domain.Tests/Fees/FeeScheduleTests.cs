using System.Globalization;
using BankAdmin.Domain.Fees;
using BankAdmin.Domain.Rules;

namespace BankAdmin.Domain.Tests.Fees;

public sealed class FeeScheduleTests
{
    // Which schedule is deducted by and which the bank charges by; all patterns alike.
    private static readonly Dictionary<string, (FeeSchedule Payee, FeeSchedule Payer)> Tables = new()
    {
        ["one"] = (Schedule((1, 495)), Schedule((0, 495))),
        ["two"] = (Schedule((1, 110), (30_000, 330)), Schedule((0, 110), (30_000, 330))),
        ["three"] = (Schedule((1_000, 100), (10_000, 200), (50_000, 400)), Schedule((0, 110), (30_000, 330))),
        ["falling"] = (Schedule((1, 330), (30_000, 110)), Schedule((0, 110), (30_000, 330))),
    };

    public static TheoryData<string> Lines() => new(FeeLines.Text.Split('\n'));

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_payment_costs_what_was_worked_out_by_hand(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        var (payee, payer) = Tables[cells[0]];
        var method = Enum.Parse<FeeMethod>(cells[1]);
        foreach (var pattern in TransferPatterns.All)
        {
            var result = FeeCalculation.Of(payee, method, payer, Number(cells[2]), pattern);
            result.PayeeFee.ShouldBe(Number(cells[3]));
            result.Transfer.ShouldBe(Number(cells[4]));
            result.IsRefused.ShouldBe(cells[5] == "refused");
            if (!result.IsRefused)
            {
                result.PayerFee.ShouldBe(Number(cells[5]));
                result.Withdrawn.ShouldBe(Number(cells[6]));
                result.Difference.ShouldBe(Number(cells[7]));
            }
        }
    }

    [Fact]
    public void Each_pattern_has_its_own_fee()
    {
        var schedule = new FeeSchedule(new FeeBand(1, 0, 110, 440), new FeeBand(30_000, 10, 330, 550));
        schedule.FeeFor(29_999, TransferPattern.SameBranch, FeeMethod.Fixed).ShouldBe(0);
        schedule.FeeFor(29_999, TransferPattern.SameBank, FeeMethod.Fixed).ShouldBe(110);
        schedule.FeeFor(30_000, TransferPattern.OtherBank, FeeMethod.Fixed).ShouldBe(550);
        schedule.FeeFor(30_440, TransferPattern.OtherBank, FeeMethod.AddLowerFee).ShouldBe(550);
        schedule.FeeFor(30_440, TransferPattern.OtherBank, FeeMethod.AddUpperFee).ShouldBe(440);
    }

    [Fact]
    public void A_schedule_has_one_to_three_ranges()
    {
        Should.Throw<ArgumentException>(() => new FeeSchedule());
        Should.Throw<ArgumentException>(() => Schedule((1, 1), (2, 1), (3, 1), (4, 1)));
    }

    [Theory]
    [InlineData(30_000, 10_000, "E-FEE-001 boundaries[1]")]
    [InlineData(30_000, 30_000, "E-FEE-001 boundaries[1]")]
    [InlineData(1_000, 50_000, "E-FEE-001 boundaries[0]")]
    [InlineData(999, 50_000, "E-FEE-001 boundaries[0]")]
    [InlineData(1_001, 1_000_000_000, "E-COM-009 boundaries[1]")]
    [InlineData(0, 50_000, "E-COM-009 boundaries[0]")]
    public void Boundaries_ascend_above_the_minimum(long second, long third, string expected) =>
        Codes(Schedule((1_000, 100), (second, 100), (third, 100)), FeeMethod.Fixed).ShouldContain(expected);

    [Fact]
    public void Effective_boundaries_ascend_for_every_pattern()
    {
        // 30,000 + 500 comes before 30,400 + 0 only in the plain order
        var schedule = new FeeSchedule(new FeeBand(1, 0, 0, 0), new FeeBand(30_000, 0, 500, 0), new FeeBand(30_400, 0, 0, 0));
        Codes(schedule, FeeMethod.Fixed).ShouldBeEmpty();
        Codes(schedule, FeeMethod.AddUpperFee).ShouldBe(["E-FEE-002 fees[2].sameBank"]);
        Codes(schedule, FeeMethod.AddLowerFee).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(99_999, true)]
    [InlineData(100_000, false)]
    public void A_fee_has_five_digits_at_most(long fee, bool allowed) =>
        Codes(Schedule((1, fee)), FeeMethod.Fixed).Any().ShouldBe(!allowed);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(999_999_999, true)]
    [InlineData(1_000_000_000, false)]
    public void The_minimum_has_a_range(long minimum, bool allowed) =>
        Codes(Schedule((minimum, 0)), FeeMethod.Fixed).Any().ShouldBe(!allowed);

    [Fact]
    public void A_payer_schedule_begins_at_nothing()
    {
        Schedule((0, 110)).Check(FeeMethod.Fixed, hasMinimum: false).ShouldBeEmpty();
        Schedule((10_000, 110), (30_000, 330)).AsPayer().FeeFor(1, TransferPattern.SameBank, FeeMethod.Fixed).ShouldBe(110);
    }

    [Fact]
    public void Looking_a_fee_up_allocates_nothing()
    {
        var (payee, payer) = Tables["three"];
        var sum = FeeCalculation.Of(payee, FeeMethod.AddUpperFee, payer, 50_000, TransferPattern.SameBank).Withdrawn;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var payment = 1; payment < 1_000; payment++)
        {
            sum += FeeCalculation.Of(payee, FeeMethod.AddUpperFee, payer, payment * 100, TransferPattern.SameBank).Withdrawn;
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        sum.ShouldBePositive();
    }

    private static IEnumerable<string> Codes(FeeSchedule schedule, FeeMethod method) =>
        schedule.Check(method, hasMinimum: true).Select((Violation v) => $"{v.Code} {v.Field}");

    private static FeeSchedule Schedule(params (long From, long Fee)[] ranges) =>
        new(ranges.Select(range => new FeeBand(range.From, range.Fee, range.Fee, range.Fee)));

    private static long Number(string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
