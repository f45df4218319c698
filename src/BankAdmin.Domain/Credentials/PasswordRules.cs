using BankAdmin.Domain.Rules;

namespace BankAdmin.Domain.Credentials;

/// <summary>
/// Shape of passwords (rule: spec credentials.md §1): 半角英数字 6 to 12, letters and digits both. A bank may raise the
/// maximum up to 64; then every printable character is allowed, blanks too. Passwords are never normalised.
/// </summary>
public static class PasswordRules
{
    /// <summary>Fewest characters a password may have.</summary>
    public const int MinLength = 6;

    /// <summary>Most characters by the manual; a bank may allow more.</summary>
    public const int ManualMaxLength = 12;

    /// <summary>Most characters a bank may allow.</summary>
    public const int HighestMaxLength = 64;

    /// <summary>What a password looks like, for hints.</summary>
    public static string Shape(int maxLength) => maxLength > ManualMaxLength
        ? $"{MinLength}〜{maxLength}文字（英字と数字の両方。記号や空白も使えます）"
        : $"半角英数字{MinLength}〜{maxLength}文字（英字と数字の両方）";

    /// <summary>What a password may not hold, for messages.</summary>
    public static string Foreign(int maxLength) => maxLength > ManualMaxLength ? "印刷できない文字" : "半角英数字以外の文字";

    /// <summary>The error code of a password (E-COM-001, 006, 005, 010, E-RSK-003), or null when it has the right shape.</summary>
    public static string? Check(string? password, int maxLength) =>
        string.IsNullOrEmpty(password) ? ErrorCodes.Required
        : !(maxLength > ManualMaxLength ? JapaneseText.Refused(password, _ => true).Count == 0 : password.All(char.IsAsciiLetterOrDigit))
            ? ErrorCodes.NotAllowed
        : JapaneseText.Length(password) > maxLength || password.Length > maxLength * JapaneseText.UnitsPerCharacter ? ErrorCodes.TooLong
        : JapaneseText.Length(password) < MinLength ? ErrorCodes.TooShort
        : !(password.Any(char.IsAsciiLetter) && password.Any(char.IsAsciiDigit)) ? ErrorCodes.LettersAndDigits
        : null;
}
