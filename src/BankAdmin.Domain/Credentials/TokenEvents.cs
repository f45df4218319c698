using BankAdmin.Domain.Operations;

namespace BankAdmin.Domain.Credentials;

/// <summary>A user registered a token.</summary>
public sealed record TokenRegistered(OperationSubject Subject) : OperationEvent(OperationCatalogue.RegisterToken, Subject);

/// <summary>Wrong codes in a row stopped a token.</summary>
public sealed record TokenSuspended(OperationSubject Subject) : OperationEvent(OperationCatalogue.SuspendToken, Subject);

/// <summary>A stopped token was released.</summary>
public sealed record TokenReleased(OperationSubject Subject) : OperationEvent(OperationCatalogue.ReleaseTokens, Subject);

/// <summary>A token was revoked: no code of it is right any more.</summary>
public sealed record TokenRevoked(OperationSubject Subject) : OperationEvent(OperationCatalogue.RevokeTokens, Subject);
