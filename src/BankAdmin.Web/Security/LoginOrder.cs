using BankAdmin.Infrastructure.Sessions;
using BankAdmin.Web.Screens;

namespace BankAdmin.Web.Security;

/// <summary>What somebody who has logged in must do before anything else is open to them (rule: spec credentials.md §2).</summary>
public static class LoginOrder
{
    /// <summary>The screen that is due next; null: the order is complete.</summary>
    public static Screen? Next(SignedIn session) =>
        session.MustSetPasswords ? ScreenCatalogue.ForcedPasswordChange
        : session.Kind == SessionKind.Issue ? ScreenCatalogue.IssueCertificate
        : session.IsOfferedToken ? ScreenCatalogue.RegisterToken
        : null;
}
