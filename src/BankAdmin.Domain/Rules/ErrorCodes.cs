namespace BankAdmin.Domain.Rules;

/// <summary>Error codes of spec screens.md §3. Their texts are in the message table.</summary>
public static class ErrorCodes
{
    /// <summary>Nothing was entered where something must be.</summary>
    public const string Required = "E-COM-001";

    /// <summary>Not a whole number in digits.</summary>
    public const string NotDigits = "E-COM-002";

    /// <summary>Nothing differs from what is stored.</summary>
    public const string NothingChanged = "E-COM-003";

    /// <summary>Somebody else changed the record meanwhile.</summary>
    public const string ChangedByOther = "E-COM-004";

    /// <summary>Too long.</summary>
    public const string TooLong = "E-COM-005";

    /// <summary>Characters that are not allowed.</summary>
    public const string NotAllowed = "E-COM-006";

    /// <summary>The two entries differ.</summary>
    public const string EntriesDiffer = "E-COM-007";

    /// <summary>The draft is executed, expired or newer than the page.</summary>
    public const string StaleDraft = "E-COM-008";

    /// <summary>Out of range, or not one of the choices.</summary>
    public const string OutOfRange = "E-COM-009";

    /// <summary>Too short.</summary>
    public const string TooShort = "E-COM-010";

    /// <summary>Not of the form asked for.</summary>
    public const string WrongForm = "E-COM-011";

    /// <summary>No permission.</summary>
    public const string NoPermission = "E-COM-012";

    /// <summary>ID or password wrong.</summary>
    public const string SignInRefused = "E-AUTH-001";

    /// <summary>Temporarily stopped after wrong entries.</summary>
    public const string SignInPaused = "E-AUTH-002";

    /// <summary>Stopped; told only with the right password.</summary>
    public const string SignInStopped = "E-AUTH-003";

    /// <summary>Confirmation password wrong.</summary>
    public const string ConfirmationRefused = "E-AUTH-011";

    /// <summary>Confirmation password stopped.</summary>
    public const string ConfirmationStopped = "E-AUTH-012";

    /// <summary>One-time password wrong or already used.</summary>
    public const string CodeRefused = "E-AUTH-021";

    /// <summary>The token is suspended.</summary>
    public const string TokenSuspended = "E-AUTH-022";

    /// <summary>No token is registered.</summary>
    public const string TokenNeeded = "E-AUTH-023";

    /// <summary>The way of login does not fit the contract.</summary>
    public const string LogInWayRefused = "E-AUTH-031";

    /// <summary>There is no certificate to revoke.</summary>
    public const string NothingToRevoke = "E-CRT-001";

    /// <summary>An expired certificate must be revoked before a new one is issued.</summary>
    public const string RevokeExpiredFirst = "E-CRT-002";

    /// <summary>A valid certificate exists.</summary>
    public const string CertificateExists = "E-CRT-003";

    /// <summary>Above the contract ceiling.</summary>
    public const string AboveCeiling = "E-KGK-001";

    /// <summary>A part above 合計.</summary>
    public const string PartAboveTotal = "E-KGK-002";

    /// <summary>Too few approvers for the mode.</summary>
    public const string TooFewApprovers = "E-KGK-003";

    /// <summary>Boundaries not ascending.</summary>
    public const string BoundariesNotAscending = "E-FEE-001";

    /// <summary>Effective boundaries of a pattern not ascending.</summary>
    public const string EffectiveBoundariesNotAscending = "E-FEE-002";

    /// <summary>The payment is not above its fee.</summary>
    public const string PaymentNotAboveFee = "E-FEE-003";

    /// <summary>Login ID not available.</summary>
    public const string LoginIdTaken = "E-RSK-001";

    /// <summary>ID and password equal, the passwords equal each other, or the new equals the current.</summary>
    public const string PasswordRepeats = "E-RSK-002";

    /// <summary>Letters and digits are both needed.</summary>
    public const string LettersAndDigits = "E-RSK-003";

    /// <summary>The contract's most users are registered.</summary>
    public const string UserMaximumReached = "E-RSK-004";

    /// <summary>Not on oneself.</summary>
    public const string NotOnOneself = "E-RSK-005";

    /// <summary>Not on the Master.</summary>
    public const string NotOnMaster = "E-RSK-006";

    /// <summary>Too few approvers would remain.</summary>
    public const string ApproversNeeded = "E-RSK-007";

    /// <summary>No right chosen, or one without the right it needs.</summary>
    public const string RightNeeded = "E-RSK-008";

    /// <summary>依頼 and 承認 need an account.</summary>
    public const string AccountNeeded = "E-RSK-009";
}
