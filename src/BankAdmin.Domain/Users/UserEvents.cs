using BankAdmin.Domain.Operations;

namespace BankAdmin.Domain.Users;

/// <summary>A user was registered.</summary>
public sealed record UserRegistered(string LoginId, string Name) : OperationEvent(OperationCatalogue.RegisterUser);

/// <summary>A user set the passwords that were due at login.</summary>
public sealed record DuePasswordsSet(bool Login, bool Confirmation) : OperationEvent(OperationCatalogue.ChangeForcedPassword);

/// <summary>A user was changed.</summary>
public sealed record UserChanged(string LoginId, string Name, bool LoginPasswordSet, bool ConfirmationPasswordSet) : OperationEvent(OperationCatalogue.ChangeUser);

/// <summary>A user was deleted.</summary>
public sealed record UserDeleted(string LoginId, string Name) : OperationEvent(OperationCatalogue.DeleteUser);

/// <summary>A user was put under サービス利用停止.</summary>
public sealed record UserStopped(string LoginId, string Name) : OperationEvent(OperationCatalogue.SuspendUsers);

/// <summary>A user was released from every stop.</summary>
public sealed record UserReleased(string LoginId, string Name) : OperationEvent(OperationCatalogue.SuspendUsers);

/// <summary>A user changed their own passwords.</summary>
public sealed record OwnPasswordsChanged(bool Login, bool Confirmation) : OperationEvent(OperationCatalogue.ChangeOwnPassword);
