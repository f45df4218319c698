namespace BankAdmin.Domain.Credentials;

/// <summary>What an entry was for; each is counted apart.</summary>
public enum EntryKind
{
    /// <summary>ログインパスワード.</summary>
    Login,

    /// <summary>確認用パスワード.</summary>
    Confirmation,

    /// <summary>ワンタイムパスワード.</summary>
    Code,
}

/// <summary>The bank's figures for wrong entries (rule: spec rules.md §5).</summary>
/// <param name="EntriesUntilPause">Consecutive wrong entries that make a 一時停止.</param>
/// <param name="PauseMinutes">How long it lasts.</param>
/// <param name="PausesUntilStop">The which 一時停止 in a row is a 利用停止.</param>
public sealed record LockoutPolicy(int EntriesUntilPause = 5, int PauseMinutes = 30, int PausesUntilStop = 3)
{
    /// <summary>Of one-time passwords: five wrong ones in a row are a 利用停止, without a pause (rule: spec credentials.md §3).</summary>
    public static readonly LockoutPolicy OfCodes = new(EntriesUntilPause: 5, PauseMinutes: 0, PausesUntilStop: 1);
}

/// <summary>Whether an entry may be judged.</summary>
public enum EntryGate
{
    /// <summary>Judged and counted.</summary>
    Open,

    /// <summary>一時停止: nothing is judged or counted.</summary>
    Paused,

    /// <summary>利用停止: judged for the answer, not counted.</summary>
    Stopped,
}

/// <summary>
/// Wrong entries of one password of one user, as a value (rule: spec rules.md §5).
/// </summary>
/// <param name="Failures">Consecutive wrong entries since the last pause or success.</param>
/// <param name="Pauses">Pauses in a row without a success between them.</param>
/// <param name="PausedUntilUtc">End of the 一時停止, UTC; null: none.</param>
/// <param name="Stopped">利用停止.</param>
public sealed record WrongEntries(int Failures, int Pauses, DateTime? PausedUntilUtc, bool Stopped)
{
    /// <summary>Nothing wrong so far.</summary>
    public static readonly WrongEntries Clear = new(0, 0, null, false);

    /// <summary>What holds for an entry now.</summary>
    public EntryGate GateAt(DateTime nowUtc) =>
        Stopped ? EntryGate.Stopped : PausedUntilUtc > nowUtc ? EntryGate.Paused : EntryGate.Open;

    /// <summary>The count with one more wrong entry. Only while the gate is open.</summary>
    public WrongEntries CountedAt(DateTime nowUtc, LockoutPolicy policy)
    {
        var failures = Failures + 1;
        if (failures < policy.EntriesUntilPause)
        {
            return this with { Failures = failures, PausedUntilUtc = null };
        }

        var pauses = Pauses + 1;
        return pauses < policy.PausesUntilStop
            ? new WrongEntries(0, pauses, nowUtc.AddMinutes(policy.PauseMinutes), Stopped: false)
            : new WrongEntries(0, pauses, null, Stopped: true);
    }

    /// <summary>Wrong entries left before the next 一時停止 or 利用停止.</summary>
    public int EntriesLeft(LockoutPolicy policy) => policy.EntriesUntilPause - Failures;

    /// <summary>Whether the next stop is a 利用停止, not a 一時停止.</summary>
    public bool StopIsNext(LockoutPolicy policy) => Pauses + 1 >= policy.PausesUntilStop;
}
