using BankAdmin.Domain.Credentials;

namespace BankAdmin.Domain.Users;

/// <summary>Login IDs: 半角英数字 6 to 12, compared without regard to case (rule: spec credentials.md §1).</summary>
public static class LoginId
{
    /// <summary>Fewest characters a login ID may have.</summary>
    public const int MinLength = 6;

    /// <summary>Most characters a login ID may have.</summary>
    public const int MaxLength = 12;

    /// <summary>
    /// The error code of an ID as it would be stored (E-COM-001, 006, 005, 010, E-RSK-003), or null when it has the right shape.
    /// </summary>
    public static string? Check(string? id) => PasswordRules.Check(id, MaxLength);

    /// <summary>The form in which two IDs are compared.</summary>
    public static string Key(string? typed) => JapaneseText.ForSearch(JapaneseText.Fold(typed).ToLowerInvariant());
}
