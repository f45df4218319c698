using BankAdmin.Domain.Users;

namespace BankAdmin.Domain;

/// <summary>On whose side of the product somebody acts. Sessions, pages and answers of one realm never serve another.</summary>
public enum Realm
{
    /// <summary>The program itself: commands, seeds, what happens by the clock.</summary>
    System,

    /// <summary>A user of a company.</summary>
    Company,

    /// <summary>The bank's own staff.</summary>
    Staff,

    /// <summary>A program that calls the API.</summary>
    Api,
}

/// <summary>Whoever acts, as they are now and as the history keeps them: the key, and the name as it was then.</summary>
/// <param name="Realm">Whose side.</param>
/// <param name="Id">Internal key; empty for the system and for whoever is not known.</param>
/// <param name="LoginName">Login ID, or what the system calls itself.</param>
/// <param name="Name">Name.</param>
/// <param name="CompanyId">The one company they act for; null: none of their own.</param>
/// <param name="SessionId">The session, where there is one.</param>
/// <param name="Terminal">操作端末: address and browser the request came from.</param>
public sealed record Person(Realm Realm, Guid Id, string LoginName, string Name, Guid? CompanyId, Guid? SessionId, string Terminal)
{
    /// <summary>The program itself.</summary>
    public static readonly Person System = new(Realm.System, Guid.Empty, "system", "システム", null, null, "");

    /// <summary>Role in the company now; null: not one of a company's people.</summary>
    public UserRole? Role { get; init; }

    /// <summary>Whether they may administer their company (rule: spec rules.md §1).</summary>
    public bool AdministersCompany => Role?.AdministersCompany() == true;

    /// <summary>How what they change is signed: a name may be another's, too.</summary>
    public string Signature => Realm == Realm.Company ? $"{Name}（{LoginName}）" : Name;

    /// <summary>A user of a company.</summary>
    public static Person Of(User user, string terminal, Guid? sessionId = null) =>
        new(Realm.Company, user.Id, user.LoginId, user.Name, user.CompanyId, sessionId, terminal) { Role = user.Role };

    /// <summary>Somebody at a terminal whose login ID nobody has.</summary>
    public static Person Unknown(string terminal) => new(Realm.Company, Guid.Empty, "", "", null, null, terminal);
}
