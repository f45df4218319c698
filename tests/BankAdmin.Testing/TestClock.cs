namespace BankAdmin.Testing;

/// <summary>The system's clock, shifted: time passes as it does, and tests move it on.</summary>
public sealed class TestClock : TimeProvider
{
    private long shiftTicks;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref shiftTicks));

    public void Advance(TimeSpan by) => Interlocked.Add(ref shiftTicks, by.Ticks);
}
