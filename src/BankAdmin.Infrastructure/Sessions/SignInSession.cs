using BankAdmin.Domain;

namespace BankAdmin.Infrastructure.Sessions;

/// <summary>Why a session is over.</summary>
public enum SessionEnd
{
    /// <summary>The user logged out.</summary>
    LoggedOut,

    /// <summary>The user logged in elsewhere.</summary>
    OtherLogin,

    /// <summary>No request for too long, or too long in all.</summary>
    Timeout,

    /// <summary>Ended by a stop, a deletion or a password set by someone else.</summary>
    Ended,
}

/// <summary>What a session is for.</summary>
public enum SessionKind
{
    /// <summary>Everything its person may do.</summary>
    Full,

    /// <summary>証明書発行, by somebody who has no certificate to log in with; nothing else.</summary>
    Issue,
}

/// <summary>A session on the server; the cookie only names it. A user has one that is not ended (rule: spec credentials.md §2).</summary>
public sealed class SignInSession
{
    /// <summary>Random key, in the protected cookie.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>Key of the person who is logged in.</summary>
    public Guid UserId { get; init; }

    /// <summary>On whose side of the product it is.</summary>
    public Realm Realm { get; init; } = Realm.Company;

    /// <summary>When it began, UTC.</summary>
    public DateTime StartedAtUtc { get; init; }

    /// <summary>The last request, UTC; written at most every half minute.</summary>
    public DateTime LastSeenAtUtc { get; init; }

    /// <summary>前回ログイン: the successful login before this one, UTC.</summary>
    public DateTime? PreviousLoginAtUtc { get; init; }

    /// <summary>Whether the login offers to register a token, until that is done or put off.</summary>
    public bool OffersToken { get; init; }

    /// <summary>What it is for.</summary>
    public SessionKind Kind { get; init; } = SessionKind.Full;

    /// <summary>The certificate it was begun with; null: with a password alone.</summary>
    public Guid? CertificateId { get; init; }

    /// <summary>The draft whose result page shows what is shown once; null: nothing is shown.</summary>
    public Guid? DisclosedDraftId { get; init; }

    /// <summary>操作端末.</summary>
    public string Terminal { get; init; } = "";

    /// <summary>When it ended, UTC.</summary>
    public DateTime? EndedAtUtc { get; init; }

    /// <summary>Why it ended; null while it is open.</summary>
    public SessionEnd? EndReason { get; init; }
}
