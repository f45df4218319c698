using BankAdmin.Domain.Fees;
using BankAdmin.Web.Features.Companies.ChangeFees;
using BenchmarkDotNet.Attributes;

namespace BankAdmin.Benchmarks;

/// <summary>Looking a fee up, which every payment does, and a whole trial, which a person asks for.</summary>
[MemoryDiagnoser]
public class FeeBenchmarks
{
    private const long Payment = 30_110;

    private readonly FeeSchedule payer = Schedule(2).AsPayer();
    private FeeSchedule payee = null!;

    [Params(1, 2, 3)]
    public int Ranges { get; set; }

    [GlobalSetup]
    public void Prepare() => payee = Schedule(Ranges);

    [Benchmark]
    public long FeeFor() => payee.FeeFor(Payment, TransferPattern.SameBank, FeeMethod.AddUpperFee);

    /// <summary>All three methods, the zones of each around the boundaries, and the hints.</summary>
    [Benchmark]
    public object Trial() => new FeeTrial(FeeMethods.All, payee, FeeMethod.AddUpperFee, payer, Payment, TransferPattern.SameBank);

    private static FeeSchedule Schedule(int ranges) =>
        new(new[] { new FeeBand(1, 0, 110, 440), new FeeBand(30_000, 0, 330, 550), new FeeBand(100_000, 110, 440, 660) }.Take(ranges));
}
