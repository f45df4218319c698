using BankAdmin.Domain.Users;

namespace BankAdmin.Web.Security;

/// <summary>Who is logged in, read from the database for this request.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="UserId">The user.</param>
/// <param name="CompanyId">The user's company.</param>
/// <param name="LoginId">Login ID.</param>
/// <param name="Name">Name.</param>
/// <param name="Role">Role.</param>
/// <param name="CompanyName">企業名.</param>
/// <param name="PreviousLoginAtUtc">前回ログイン, UTC.</param>
/// <param name="MustSetPasswords">Whether passwords are due before anything else (BLGI010).</param>
public sealed record SignedInUser(
    Guid SessionId, Guid UserId, Guid CompanyId, string LoginId, string Name, UserRole Role,
    string CompanyName, DateTime? PreviousLoginAtUtc, bool MustSetPasswords)
{
    /// <summary>As <see cref="AuthorityOver"/> asks.</summary>
    public Actor Actor => new(UserId, Role);

    /// <summary>Whether 全操作履歴照会 is granted.</summary>
    public bool HoldsHistoryAll { get; init; }

    /// <summary>Whether everybody's operation history is seen, not only one's own.</summary>
    public bool SeesAllHistory => AuthorityOver.SeesAllHistory(Role, HoldsHistoryAll);
}

/// <summary>The logged-in user of this request, and why an earlier session is over.</summary>
public sealed class CurrentSession
{
    /// <summary>Who is logged in; null: nobody.</summary>
    public SignedInUser? User { get; set; }

    /// <summary>Why the session the browser still names is over: timeout, otherLogin, ended.</summary>
    public string? EndNotice { get; set; }

    /// <summary>Whether the person ended it themselves, by logging out.</summary>
    public bool LoggedOut { get; set; }

    /// <summary>Who the timed-out session belonged to: what they had typed can still be kept.</summary>
    public SignedInUser? TimedOut { get; set; }

    /// <summary>Who typed what is being kept: somebody logged in, or whose session has timed out meanwhile.</summary>
    /// <exception cref="InvalidOperationException">Nobody did.</exception>
    public SignedInUser RequireTypist() => User ?? TimedOut ?? throw new InvalidOperationException("Nobody is logged in.");

    /// <summary>Who is logged in.</summary>
    /// <exception cref="InvalidOperationException">Nobody is: the page forgot to ask for a session.</exception>
    public SignedInUser Require() => User ?? throw new InvalidOperationException("Nobody is logged in.");
}
