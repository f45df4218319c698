using BankAdmin.Domain;

namespace BankAdmin.Web.Security;

/// <summary>The people of one realm: whose a session is, and what they may still do.</summary>
public interface IRealmPeople
{
    Realm Realm { get; }

    /// <summary>Looks a session up; sets who is logged in, or why nobody is.</summary>
    /// <param name="sessionId">The session the browser names.</param>
    /// <param name="isActivity">Whether the request keeps the session alive.</param>
    /// <param name="ct">Cancels.</param>
    Task FindAsync(Guid sessionId, bool isActivity, CancellationToken ct);

    /// <summary>Whether who acts may still do what they could when their request came, however long it was under way.</summary>
    Task<bool> ActorMayStillActAsync(CancellationToken ct);
}
