using BankAdmin.Domain.Credentials;

namespace BankAdmin.Infrastructure.Credentials;

/// <summary>
/// The stored <see cref="WrongEntries"/> of one password. An unknown login ID has one too, under a key made from what
/// was typed, so that it is answered like a known one.
/// </summary>
public sealed class WrongEntryRow
{
    /// <summary>The user, or the key made from an unknown ID.</summary>
    public Guid SubjectId { get; init; }

    /// <summary>Which of the owner's passwords is counted.</summary>
    public EntryKind Kind { get; init; }

    /// <summary>Consecutive wrong entries.</summary>
    public int Failures { get; init; }

    /// <summary>Pauses in a row; a right entry sets them to 0.</summary>
    public int Pauses { get; init; }

    /// <summary>End of the 一時停止, UTC.</summary>
    public DateTime? PausedUntilUtc { get; init; }

    /// <summary>利用停止.</summary>
    public bool Stopped { get; init; }

    /// <summary>Goes up with every change; a change that read an older one counts again.</summary>
    public long Revision { get; init; }

    /// <summary>When it was last counted, UTC: a counter of an unknown ID does not outlive that for long.</summary>
    public DateTime LastAtUtc { get; init; }

    /// <summary>The figures as a value.</summary>
    public WrongEntries Count => new(Failures, Pauses, PausedUntilUtc, Stopped);
}
