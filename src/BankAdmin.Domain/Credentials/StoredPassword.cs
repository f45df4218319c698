namespace BankAdmin.Domain.Credentials;

/// <summary>A password as stored: a slow salted hash and what holds for it. Never the password.</summary>
/// <param name="Hash">The hash with its parameters; null where none was ever set.</param>
/// <param name="SetAtUtc">When it was set, UTC.</param>
/// <param name="MustChange">強制変更: it can do nothing but change itself.</param>
/// <param name="UnusableFromUtc">A password typed by someone else dies unused then, UTC; null: never.</param>
public sealed record StoredPassword(string? Hash, DateTime? SetAtUtc, bool MustChange, DateTime? UnusableFromUtc)
{
    /// <summary>None was ever set.</summary>
    public static readonly StoredPassword None = new(null, null, false, null);

    /// <summary>A password its owner has chosen.</summary>
    public static StoredPassword Own(string hash, DateTime nowUtc) => new(hash, nowUtc, false, null);

    /// <summary>A password someone else has typed, to be changed at the next login.</summary>
    public static StoredPassword Temporary(string hash, DateTime nowUtc, int days) => new(hash, nowUtc, true, nowUtc.AddDays(days));

    /// <summary>Whether it can still be used.</summary>
    public bool UsableAt(DateTime nowUtc) => Hash is not null && (UnusableFromUtc is null || nowUtc < UnusableFromUtc);
}
