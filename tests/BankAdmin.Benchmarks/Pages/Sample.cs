using System.Diagnostics;

namespace BankAdmin.Benchmarks.Pages;

/// <summary>What a measurement gave.</summary>
/// <param name="PerSecond">How many a second, all clients together.</param>
/// <param name="P95">95 % took no longer, in milliseconds.</param>
/// <param name="Worst">The longest, in milliseconds.</param>
/// <param name="Bytes">Size of the last answer, uncompressed; 0: there is none.</param>
internal sealed record Sample(double PerSecond, double P95, double Worst, int Bytes = 0)
{
    /// <summary>The mean of several.</summary>
    public static Sample Mean(IReadOnlyList<Sample> all) =>
        new(all.Average(sample => sample.PerSecond), all.Average(sample => sample.P95), all.Max(sample => sample.Worst), all[^1].Bytes);

    /// <summary>Lets clients do something a fixed number of times each, all at once.</summary>
    /// <param name="clients">How many clients.</param>
    /// <param name="each">How often each does it.</param>
    /// <param name="act">What client and time, both from 0, do; the size of the answer.</param>
    public static async Task<Sample> TakeAsync(int clients, int each, Func<int, int, Task<int>> act)
    {
        var times = new double[clients * each];
        var bytes = 0;
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++)
            {
                var started = Stopwatch.GetTimestamp();
                bytes = await act(client, i);
                times[(client * each) + i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
        })));
        var all = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        Array.Sort(times);
        return new Sample(times.Length / all, times[(int)Math.Ceiling(0.95 * times.Length) - 1], times[^1], bytes);
    }
}
