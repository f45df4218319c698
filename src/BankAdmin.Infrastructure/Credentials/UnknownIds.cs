using System.Security.Cryptography;
using System.Text;
using BankAdmin.Infrastructure.Keys;

namespace BankAdmin.Infrastructure.Credentials;

/// <summary>
/// Keys that stand for login IDs nobody has. People type passwords into that field: under the master key, so that who holds the
/// database alone cannot try out what was typed.
/// </summary>
public sealed class UnknownIds(MasterKeys keys)
{
    /// <summary>The key an unknown ID is counted under.</summary>
    /// <param name="loginIdKey">The ID as it is compared.</param>
    public Guid KeyOf(string loginIdKey) =>
        new(HMACSHA256.HashData(keys.Current.Secret, Encoding.UTF8.GetBytes("unknown login ID " + loginIdKey)).AsSpan(0, 16));
}
