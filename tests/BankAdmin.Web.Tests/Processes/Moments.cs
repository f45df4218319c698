using System.Diagnostics;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>Moments within a piece of work, chosen the same way each run and measured on the machine at hand.</summary>
public static class Moments
{
    private const double GoldenRatio = 0.6180339887498949;

    /// <summary>The n-th of a row of fractions that fills 0 … 1.2 evenly, however many are taken.</summary>
    public static double Fraction(int n) => n * GoldenRatio % 1 * 1.2;

    /// <summary>How long a piece of work takes.</summary>
    public static async Task<TimeSpan> MeasureAsync(Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        return clock.Elapsed;
    }

    /// <summary>Lets a time pass that is too short for a timer; ends early with the work itself.</summary>
    public static void SpinFor(TimeSpan time, Task until)
    {
        var clock = Stopwatch.StartNew();
        SpinWait.SpinUntil(() => until.IsCompleted || clock.Elapsed >= time);
    }

    /// <summary>Spins until something is seen, the work has ended, or the limit is over.</summary>
    public static bool SpinUntilSeen(Func<bool> seen, Task until, TimeSpan limit)
    {
        var found = false;
        SpinWait.SpinUntil(() => until.IsCompleted || (found = seen()), limit);
        return found;
    }

    /// <summary>Whether the answer to a request never came.</summary>
    public static async Task<bool> IsLostAsync(Task request)
    {
        try
        {
            await request;
            return false;
        }
        catch (Exception broken) when (broken is OperationCanceledException or HttpRequestException)
        {
            return true;
        }
    }
}
