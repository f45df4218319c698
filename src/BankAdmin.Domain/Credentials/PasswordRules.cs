using BankAdmin.Domain.Rules;

namespace BankAdmin.Domain.Credentials;

/// <summary>
/// Shape of passwords (rule: spec credentials.md §1): 半角英数字 6 to 12, letters and digits both. A bank may raise the
/// maximum up to 64; then every printable ASCII character is allowed. Passwords are never normalised.
/// </summary>
public static class PasswordRules
{
    /// <summary>Fewest characters.</summary>
    public const int MinLength = 6;

    /// <summary>Most characters by the manual.</summary>
    public const int ManualMaxLength = 12;

    /// <summary>The error code of a password (E-COM-001, 006, 005, 010, E-RSK-003), or null when it has the right shape.</summary>
    public static string? Check(string? password, int maxLength) =>
        string.IsNullOrEmpty(password) ? ErrorCodes.Required
        : !password.All(c => maxLength > ManualMaxLength ? c is > ' ' and <= '~' : char.IsAsciiLetterOrDigit(c)) ? ErrorCodes.NotAllowed
        : password.Length > maxLength ? ErrorCodes.TooLong
        : password.Length < MinLength ? ErrorCodes.TooShort
        : !(password.Any(char.IsAsciiLetter) && password.Any(char.IsAsciiDigit)) ? ErrorCodes.LettersAndDigits
        : null;
}
