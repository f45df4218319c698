namespace BankAdmin.Infrastructure.Sessions;

/// <summary>
/// What a result page shows to the session that executed, for ten minutes or until that session opens another page: a private key, a
/// password. Encrypted under the master key, gone after that (rule: spec rulings.md „p12Password“).
/// </summary>
public sealed class Disclosure
{
    /// <summary>Longest <see cref="Box"/>.</summary>
    public const int BoxMaxLength = 200_000;

    /// <summary>How long it is shown.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>The session that sees it; one at a time.</summary>
    public Guid SessionId { get; init; }

    /// <summary>The draft whose result page shows it.</summary>
    public Guid DraftId { get; init; }

    /// <summary>When it is over, UTC.</summary>
    public DateTime EndsAtUtc { get; init; }

    /// <summary>What is shown, encrypted and bound to session and draft.</summary>
    public string Box { get; init; } = "";
}
