using BankAdmin.Domain.Operations;

namespace BankAdmin.Domain.Users;

/// <summary>A user was registered.</summary>
public sealed record UserRegistered(string LoginId, string Name) : OperationEvent(OperationCatalogue.RegisterUser);

/// <summary>A user set the passwords that were due at login.</summary>
public sealed record DuePasswordsSet(bool Login, bool Confirmation) : OperationEvent(OperationCatalogue.ChangeForcedPassword);
