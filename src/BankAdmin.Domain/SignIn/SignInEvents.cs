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
