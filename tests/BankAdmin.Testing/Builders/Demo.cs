using BankAdmin.Domain;
using BankAdmin.Infrastructure.Seeds;

namespace BankAdmin.Testing.Builders;

/// <summary>What the demo data says (spec demo-data.md).</summary>
public static class Demo
{
    private static readonly IReadOnlyList<FixtureUser> Users =
        new FixtureReader(new BankParameters()).Read(DemoSeed.Document()).Document.Companies.SelectMany(company => company.Users).ToList();

    /// <summary>Every password of the demo data and of fixtures.</summary>
    public static IReadOnlyCollection<string> Passwords { get; } =
    [
        .. Users.SelectMany(user => new[] { user.LoginPassword, user.ConfirmationPassword }).OfType<string>(),
        A.LoginPassword, A.ConfirmationPassword,
    ];

    /// <summary>Login password of a user of the demo data, or of any fixture.</summary>
    public static string LoginPasswordOf(string loginId) => Find(loginId)?.LoginPassword ?? A.LoginPassword;

    /// <summary>Confirmation password of a user of the demo data, or of any fixture.</summary>
    public static string ConfirmationPasswordOf(string loginId) => Find(loginId)?.ConfirmationPassword ?? A.ConfirmationPassword;

    /// <summary>Secret of a user's token in the demo data, or in any fixture.</summary>
    public static string TokenSecretOf(string loginId) => Find(loginId)?.Token?.Secret ?? A.TokenSecret;

    private static FixtureUser? Find(string loginId) =>
        Users.FirstOrDefault(user => string.Equals(user.LoginId, loginId, StringComparison.OrdinalIgnoreCase));
}
