using BankAdmin.Domain.Operations;

namespace BankAdmin.Domain.SignIn;

/// <summary>A user logged in.</summary>
public sealed record LoggedIn(OperationSubject Subject) : OperationEvent(OperationCatalogue.LogIn, Subject);

/// <summary>A login was refused. An unknown ID is not kept: people type passwords into the wrong field.</summary>
public sealed record LoginRefused(OperationSubject? Subject, IReadOnlyList<string> Codes)
    : RefusalEvent(OperationCatalogue.LogIn, Subject, Codes)
{
    /// <summary>How often it came from the same address, where it is told only now and then.</summary>
    public int Times { get; init; } = 1;
}

/// <summary>Somebody asked for what is not theirs, or sent a form that no page of theirs gave out; nothing was changed.</summary>
/// <param name="Subject">Who, where that is known.</param>
/// <param name="Address">Method and pattern of the address.</param>
/// <param name="Reason">Why: <c>noPermission</c>, <c>forgedForm</c>.</param>
/// <param name="Times">How often today from the same source.</param>
public sealed record AccessRefused(OperationSubject? Subject, string Address, string Reason, int Times)
    : RefusalEvent(OperationCatalogue.Access, Subject, [Rules.ErrorCodes.NoPermission]);

/// <summary>Somebody was told that a login ID is taken, more often in a day than who registers people is.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Times">How often today.</param>
public sealed record LoginIdsProbed(OperationSubject Subject, int Times)
    : RefusalEvent(OperationCatalogue.ProbeLoginIds, Subject, [Rules.ErrorCodes.LoginIdTaken]);

/// <summary>A user logged out.</summary>
public sealed record LoggedOut(OperationSubject Subject) : OperationEvent(OperationCatalogue.LogOut, Subject);

/// <summary>A session ended without its person having logged out.</summary>
/// <param name="Subject">Whose it was.</param>
/// <param name="Reason">Why: <c>timeout</c>, <c>otherLogin</c>, <c>ended</c> by somebody or by what they did themselves.</param>
public sealed record SessionEnded(OperationSubject Subject, string Reason) : OperationEvent(OperationCatalogue.EndSession, Subject);

/// <summary>Wrong entries of a password in a row made a 一時停止 or a 利用停止.</summary>
/// <param name="Subject">Whose password.</param>
/// <param name="Password">Which: ログインパスワード, 確認用パスワード.</param>
/// <param name="Stopped">利用停止; else 一時停止.</param>
public sealed record EntriesStopped(OperationSubject Subject, string Password, bool Stopped)
    : OperationEvent(OperationCatalogue.StopEntries, Subject);
