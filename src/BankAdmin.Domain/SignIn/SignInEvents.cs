using BankAdmin.Domain.Operations;

namespace BankAdmin.Domain.SignIn;

/// <summary>A user logged in.</summary>
public sealed record LoggedIn() : OperationEvent(OperationCatalogue.LogIn);

/// <summary>A login was refused. An unknown ID is not kept: people type passwords into the wrong field.</summary>
public sealed record LoginRefused(string Code) : OperationEvent(OperationCatalogue.LogIn)
{
    /// <inheritdoc />
    public override OperationOutcome Outcome => OperationOutcome.Refused;

    /// <inheritdoc />
    public override IReadOnlyList<string> ErrorCodes => [Code];
}

/// <summary>A user logged out.</summary>
public sealed record LoggedOut() : OperationEvent(OperationCatalogue.LogOut);
