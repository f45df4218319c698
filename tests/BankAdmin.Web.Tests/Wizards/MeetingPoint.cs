namespace BankAdmin.Web.Tests.Wizards;

/// <summary>Holds the first arrivals until all are there; whoever comes later passes. It makes a race happen each time.</summary>
internal sealed class MeetingPoint(int expected)
{
    private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int arrived;

    public Task ArriveAsync()
    {
        if (Interlocked.Increment(ref arrived) == expected)
        {
            all.SetResult();
        }

        return all.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }
}
