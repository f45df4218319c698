using BankAdmin.Domain.Operations;

namespace BankAdmin.Domain.SignIn;

/// <summary>A user logged in.</summary>
public sealed record LoggedIn(OperationSubject Subject) : OperationEvent(OperationCatalogue.LogIn, Subject);

/// <summary>A login was refused. An unknown ID is not kept: people type passwords into the wrong field.</summary>
public sealed record LoginRefused(OperationSubject? Subject, IReadOnlyList<string> Codes)
    : RefusalEvent(OperationCatalogue.LogIn, Subject, Codes);

/// <summary>A user logged out.</summary>
public sealed record LoggedOut(OperationSubject Subject) : OperationEvent(OperationCatalogue.LogOut, Subject);
