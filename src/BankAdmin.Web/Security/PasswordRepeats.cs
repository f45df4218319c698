using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Web.Forms;

namespace BankAdmin.Web.Security;

/// <summary>Holds new passwords against stored ones (rule: spec credentials.md §1).</summary>
public static class PasswordRepeats
{
    /// <summary>Whether a password is one of those stored. All are looked at, so that the time does not tell which.</summary>
    public static async Task<bool> IsOneOfAsync(
        this PasswordHashing hashing, string typed, IEnumerable<string?> hashes, CancellationToken ct)
    {
        var repeats = false;
        foreach (var hash in hashes.OfType<string>())
        {
            repeats |= await hashing.VerifyAsync(hash, typed, ct) != PasswordVerdict.Wrong;
        }

        return repeats;
    }

    /// <summary>E-RSK-002 where a new password is one of those stored. To be told only to who knows these.</summary>
    public static async Task<IReadOnlyList<Violation>> RepeatsAsync(
        this PasswordHashing hashing, NewPassword? typed, IEnumerable<string?> hashes, CancellationToken ct) =>
        typed is not null && await hashing.IsOneOfAsync(typed.Typed!, hashes, ct)
            ? [new Violation(ErrorCodes.PasswordRepeats, typed.Field)]
            : [];
}
