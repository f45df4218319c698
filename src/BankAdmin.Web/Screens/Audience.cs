using BankAdmin.Domain.Companies;
using BankAdmin.Web.Security;

namespace BankAdmin.Web.Screens;

/// <summary>For whom a page is; a company's people by their role (rule: spec rules.md §1).</summary>
public enum Audience
{
    /// <summary>Nobody: nothing was said, so it is closed.</summary>
    Nobody,

    /// <summary>Everybody, also without a session.</summary>
    Anyone,

    /// <summary>Whoever has logged in, also before the login order is complete.</summary>
    DuringLogin,

    /// <summary>Every user of a company.</summary>
    Users,

    /// <summary>Master and administrators.</summary>
    Administrators,
}

/// <summary>What the contract of a company offers, read with its session.</summary>
public sealed record Contract(IReadOnlySet<Domain.BankingService> Services, LoginMethod LoginMethod, bool OtpRequired, int UserMaximum)
{
    /// <summary>What a company has agreed on.</summary>
    public static Contract Of(Company company) =>
        new(
            company.Services.Select(contracted => contracted.Service).ToHashSet(),
            company.LoginMethod, company.OtpRequired, company.UserMaximum);

    /// <summary>Somebody holds a token although the contract asks for none any more.</summary>
    public bool TokensRemain { get; init; }

    /// <summary>Somebody holds a certificate although people log in with passwords now.</summary>
    public bool CertificatesRemain { get; init; }

    /// <summary>Whether there is anything to do with certificates.</summary>
    public bool UsesCertificates => LoginMethod == LoginMethod.Certificate || CertificatesRemain;

    /// <summary>Whether there is anything to do with tokens.</summary>
    public bool UsesTokens => OtpRequired || TokensRemain;

    public bool Has(Domain.BankingService service) => Services.Contains(service);
}

/// <summary>
/// Says of an endpoint for whom it is. Endpoints say it by their screen; those without a screen by <see cref="ForAttribute"/>.
/// </summary>
public interface IForWhom
{
    Audience Audience { get; }

    /// <summary>The screen that is shown there; null: none.</summary>
    Screen? Screen { get; }
}

/// <summary>For whom an endpoint without a screen is.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ForAttribute(Audience audience) : Attribute, IForWhom
{
    public Audience Audience => audience;

    public Screen? Screen => null;
}

/// <summary>The screen that an endpoint shows; it is for whom the screen is.</summary>
/// <param name="id">Screen ID.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ScreenAttribute(string id) : Attribute, IForWhom
{
    public Screen Screen { get; } = ScreenCatalogue.Get(id);

    public Audience Audience => Screen.Audience;
}

/// <summary>Judges who belongs to an audience.</summary>
public static class Audiences
{
    /// <summary>Whether somebody whose login is complete belongs to it.</summary>
    public static bool Admits(this Audience audience, SignedIn session) => audience switch
    {
        Audience.Nobody => false,
        Audience.Anyone or Audience.DuringLogin or Audience.Users => true,
        Audience.Administrators => session.Person.AdministersCompany,
        _ => throw new ArgumentOutOfRangeException(nameof(audience)),
    };

    /// <summary>On whose side of the product it is.</summary>
    public static Domain.Realm Realm(this Audience audience) => audience switch
    {
        Audience.Nobody or Audience.Anyone or Audience.DuringLogin or Audience.Users or Audience.Administrators => Domain.Realm.Company,
        _ => throw new ArgumentOutOfRangeException(nameof(audience)),
    };

    /// <summary>Whether a screen is open to somebody: menus show it then, and its address answers.</summary>
    public static bool IsOpenTo(this Screen screen, SignedIn session) =>
        screen.Audience.Admits(session) && screen.IsOfferedBy(session.Contract);
}
