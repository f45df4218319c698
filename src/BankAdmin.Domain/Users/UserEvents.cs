using BankAdmin.Domain.Operations;

namespace BankAdmin.Domain.Users;

/// <summary>A user was registered.</summary>
public sealed record UserRegistered(OperationSubject Subject) : OperationEvent(OperationCatalogue.RegisterUser, Subject);

/// <summary>A user set the passwords that were due at login.</summary>
public sealed record DuePasswordsSet(OperationSubject Subject, bool Login, bool Confirmation)
    : OperationEvent(OperationCatalogue.ChangeForcedPassword, Subject);

/// <summary>A user was changed.</summary>
public sealed record UserChanged(OperationSubject Subject, bool LoginPasswordSet, bool ConfirmationPasswordSet)
    : OperationEvent(OperationCatalogue.ChangeUser, Subject);

/// <summary>A user was deleted.</summary>
public sealed record UserDeleted(OperationSubject Subject) : OperationEvent(OperationCatalogue.DeleteUser, Subject);

/// <summary>A user was put under サービス利用停止.</summary>
public sealed record UserStopped(OperationSubject Subject) : OperationEvent(OperationCatalogue.SuspendUsers, Subject);

/// <summary>A user was released from every stop.</summary>
public sealed record UserReleased(OperationSubject Subject) : OperationEvent(OperationCatalogue.SuspendUsers, Subject);

/// <summary>A user changed their own passwords.</summary>
public sealed record OwnPasswordsChanged(OperationSubject Subject, bool Login, bool Confirmation)
    : OperationEvent(OperationCatalogue.ChangeOwnPassword, Subject);
