using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;

namespace BankAdmin.Web.Forms;

/// <summary>A new password typed twice, and what it must differ from.</summary>
public sealed record NewPassword(string Field, string? Typed, string? Again)
{
    /// <summary>What is wrong with it: its shape first, then the second entry, then what it repeats (spec credentials.md §1).</summary>
    /// <param name="loginId">The user's login ID.</param>
    /// <param name="maxLength">The bank's longest password.</param>
    /// <param name="others">Passwords typed on the same page that it must differ from.</param>
    public IEnumerable<Violation> Check(string loginId, int maxLength, params string?[] others)
    {
        if (PasswordRules.Check(Typed, maxLength) is { } code)
        {
            yield return code switch
            {
                ErrorCodes.TooLong => new Violation(code, Field, $"{maxLength}文字"),
                ErrorCodes.TooShort => new Violation(code, Field, $"{PasswordRules.MinLength}文字"),
                ErrorCodes.NotAllowed => new Violation(code, Field, FieldRules.InvisibleIn(Typed) ?? PasswordRules.Foreign(maxLength)),
                _ => new Violation(code, Field),
            };
        }
        else if (LoginId.Key(Typed) == LoginId.Key(loginId) || others.Contains(Typed))
        {
            yield return new Violation(ErrorCodes.PasswordRepeats, Field);
        }

        if (string.IsNullOrEmpty(Again))
        {
            yield return new Violation(ErrorCodes.Required, Field + "Again");
        }
        else if (Again != Typed)
        {
            yield return new Violation(ErrorCodes.EntriesDiffer, Field + "Again");
        }
    }
}
