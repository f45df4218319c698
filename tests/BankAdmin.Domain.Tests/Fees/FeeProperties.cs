using BankAdmin.Domain.Fees;

namespace BankAdmin.Domain.Tests.Fees;

/// <summary>What holds for every valid schedule, over thousands of random ones. The seed is fixed: a failure can be repeated.</summary>
public sealed class FeeProperties
{
    private const int Schedules = 3_000;

    [Fact]
    public void The_transfer_and_the_fee_are_the_payment_and_the_fee_depends_on_the_payment_alone() =>
        ForAll((random, payee, method, payer, pattern) =>
        {
            foreach (var payment in Payments(random, payee, method, pattern))
            {
                var result = FeeCalculation.Of(payee, method, payer, payment, pattern);
                (result.Transfer + result.PayeeFee).ShouldBe(payment);
                result.PayeeFee.ShouldBe(payee.FeeFor(payment, pattern, method));
                FeeCalculation.Of(payee, method, RandomSchedule(random, 0), payment, pattern).PayeeFee.ShouldBe(result.PayeeFee);
            }
        });

    [Fact]
    public void A_larger_payment_is_never_in_a_lower_range() => ForAll((random, payee, method, _, pattern) =>
    {
        // Fees that name their range: the range can be read off the fee.
        var ranges = new FeeSchedule(payee.Bands);
        var last = -1;
        foreach (var payment in Payments(random, payee, method, pattern).Order())
        {
            var range = RangeOf(ranges, payment, pattern, method);
            range.ShouldBeGreaterThanOrEqualTo(last);
            last = range;
        }
    });

    [Fact]
    public void The_zones_are_the_differences_of_their_payments() => ForAll((random, payee, method, payer, pattern) =>
    {
        var zones = FeeDifferences.Zones(payee, method, payer, pattern);
        zones[0].From.ShouldBe(1);
        zones[^1].To.ShouldBeNull();
        foreach (var (zone, next) in zones.Zip(zones.Skip(1)))
        {
            next.From.ShouldBe(zone.To!.Value + 1);
            next.Difference.ShouldNotBe(zone.Difference);
        }

        foreach (var payment in Payments(random, payee, method, pattern))
        {
            var result = FeeCalculation.Of(payee, method, payer, payment, pattern);
            var zone = zones.Single(z => z.From <= payment && (z.To is null || payment <= z.To));
            zone.Difference.ShouldBe(result.IsRefused ? null : result.Difference);
        }
    });

    [Fact]
    public void With_the_same_fees_on_both_sides_nothing_differs_away_from_the_boundaries() => ForAll((random, payee, method, _, pattern) =>
    {
        var payer = payee.AsPayer();
        var highest = payee.Bands.Max(band => band.Of(pattern));
        foreach (var payment in Payments(random, payee, method, pattern))
        {
            var nearBoundary = payee.Bands.Skip(1).Any(band => payment >= band.From && payment <= band.From + highest);
            var result = FeeCalculation.Of(payee, method, payer, payment, pattern);
            if (payment >= payee.Minimum && !nearBoundary && !result.IsRefused)
            {
                result.Difference.ShouldBe(0);
            }
        }
    });

    private static int RangeOf(FeeSchedule schedule, long payment, TransferPattern pattern, FeeMethod method)
    {
        if (payment < schedule.Minimum)
        {
            return -1;
        }

        var range = 0;
        for (var i = 1; i < schedule.Bands.Count; i++)
        {
            // the largest range whose effective boundary is reached, said the slow way
            range = payment >= schedule.EffectiveBoundary(i, pattern, method) ? i : range;
        }

        schedule.FeeFor(payment, pattern, method).ShouldBe(schedule.Bands[range].Of(pattern));
        return range;
    }

    private static void ForAll(Action<Random, FeeSchedule, FeeMethod, FeeSchedule, TransferPattern> holds)
    {
        var random = new Random(20261122);
        var valid = 0;
        while (valid < Schedules)
        {
            var payee = RandomSchedule(random, random.Next(1, 20_000));
            var method = FeeMethods.All[random.Next(FeeMethods.All.Count)];
            if (payee.Check(method, hasMinimum: true).Any())
            {
                continue;
            }

            valid++;
            holds(random, payee, method, RandomSchedule(random, 0), TransferPatterns.All[random.Next(TransferPatterns.All.Count)]);
        }
    }

    private static FeeSchedule RandomSchedule(Random random, long from)
    {
        var bands = new List<FeeBand>();
        for (var i = random.Next(1, FeeSchedule.MaxRanges + 1); i > 0; i--)
        {
            bands.Add(new FeeBand(from, random.Next(0, 900), random.Next(0, 900), random.Next(0, 900)));
            from += random.Next(1, 30_000);
        }

        return new FeeSchedule(bands);
    }

    private static IEnumerable<long> Payments(Random random, FeeSchedule schedule, FeeMethod method, TransferPattern pattern)
    {
        var edges = Enumerable.Range(1, schedule.Bands.Count - 1)
            .SelectMany(range => new[] { schedule.EffectiveBoundary(range, pattern, method), schedule.Bands[range].From })
            .Append(schedule.Minimum).SelectMany(edge => new[] { edge - 1, edge, edge + 1 });
        var anywhere = Enumerable.Range(0, 10).Select(_ => (long)random.Next(1, 100_000));
        return edges.Concat(anywhere).Where(payment => payment >= 1).Distinct().ToList();
    }
}
