using BankAdmin.Domain;
using BankAdmin.Infrastructure.Sessions;
using BankAdmin.Web.Screens;

namespace BankAdmin.Web.Security;

/// <summary>A session and whose it is, read from the database for this request.</summary>
/// <param name="Person">Whose it is, as they are now.</param>
/// <param name="CompanyName">Name of their company.</param>
/// <param name="PreviousLoginAtUtc">When they logged in before, UTC.</param>
/// <param name="MustSetPasswords">Nothing else is open to them until they have set their passwords.</param>
/// <param name="SeesAllHistory">Whether they see what others did, too.</param>
/// <param name="Contract">What their company has agreed on with the bank.</param>
public sealed record SignedIn(
    Person Person, string CompanyName, DateTime? PreviousLoginAtUtc, bool MustSetPasswords, bool SeesAllHistory, Contract Contract)
{
    /// <summary>Whether this login offers to register a token, and they have neither done so nor put it off.</summary>
    public bool IsOfferedToken { get; init; }

    /// <summary>What the session is for.</summary>
    public SessionKind Kind { get; init; }

    /// <summary>The certificate it was begun with; null: with a password alone.</summary>
    public Guid? CertificateId { get; init; }

    /// <summary>The draft whose result page shows what is shown once; null: nothing is shown.</summary>
    public Guid? DisclosedDraftId { get; init; }
}

/// <summary>What this request knows of the session it came with.</summary>
public sealed class CurrentSession
{
    public SignedIn? SignedIn { get; set; }

    /// <summary>Why a session that the browser still named is over, as the login page tells it.</summary>
    public string? EndNotice { get; set; }

    /// <summary>Whether they ended it themselves.</summary>
    public bool LoggedOut { get; set; }

    /// <summary>A session that nobody used for too long; what was typed in it is still taken.</summary>
    public SignedIn? TimedOut { get; set; }

    /// <summary>When that was, UTC.</summary>
    public DateTime? TimedOutAtUtc { get; set; }

    public Person? Person => SignedIn?.Person;

    /// <summary>The open session; a bug where there is none.</summary>
    public SignedIn Require() => SignedIn ?? throw new InvalidOperationException("Nobody is logged in.");

    /// <summary>Who is logged in; a bug where nobody is.</summary>
    public Person RequirePerson() => Require().Person;

    /// <summary>Who types: logged in, or timed out on the way.</summary>
    public Person RequireTypist() => (SignedIn ?? TimedOut)?.Person ?? throw new InvalidOperationException("Nobody is logged in.");
}
