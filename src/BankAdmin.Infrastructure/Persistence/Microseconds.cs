namespace BankAdmin.Infrastructure.Persistence;

/// <summary>The precision of times that every engine keeps.</summary>
public static class Microseconds
{
    /// <summary>A time without what an engine would lose of it.</summary>
    public static DateTime Of(DateTime timeUtc) => new(timeUtc.Ticks - (timeUtc.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
}
