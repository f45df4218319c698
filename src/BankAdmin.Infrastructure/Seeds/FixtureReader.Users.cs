using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Limits;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Mail;

namespace BankAdmin.Infrastructure.Seeds;

public sealed partial class FixtureReader
{
    private const string LettersAndDigits = "半角英数字6文字以上12文字以内（英字と数字の両方）にしてください。";

    private static readonly string[] CertificateStatesOfFixtures = ["Active", "Expired", "Revoked"];

    private static readonly string[] TokenStatesOfFixtures =
        [nameof(TokenState.Active), nameof(TokenState.Suspended), nameof(TokenState.Revoked)];

    private void Check(FixtureUser user, FixtureCompany company, string path)
    {
        Require(LoginId.Check(user.LoginId) is null, $"{path}.loginId", LettersAndDigits);
        OneOf(user.Role, Enum.GetNames<UserRole>(), $"{path}.role");
        OneOf(user.State, Enum.GetNames<ServiceState>(), $"{path}.state");
        Require(IsPassword(user.LoginPassword), $"{path}.loginPassword", LettersAndDigits);
        Require(
            user.ConfirmationPassword is null || IsPassword(user.ConfirmationPassword),
            $"{path}.confirmationPassword", LettersAndDigits);
        Require(
            user.LoginPassword is null || LoginId.Key(user.LoginPassword) != LoginId.Key(user.LoginId),
            $"{path}.loginPassword", "ログインIDと違うものにしてください。");
        Require(
            user.ConfirmationPassword is null
                || (LoginId.Key(user.ConfirmationPassword) != LoginId.Key(user.LoginId) && user.ConfirmationPassword != user.LoginPassword),
            $"{path}.confirmationPassword", "ログインIDともログインパスワードとも違うものにしてください。");
        Name(user.Name ?? user.LoginId, User.NameMaxLength, $"{path}.name");
        var email = JapaneseText.Fold(user.Email ?? "nobody@example.jp");
        Require(
            email.Length is >= User.EmailMinLength and <= User.EmailMaxLength && MailComposer.IsAddressOfAHost(email),
            $"{path}.email", $"{User.EmailMinLength}文字以上{User.EmailMaxLength}文字以内のメールアドレスにしてください。");
        user.Rights.ForEach(right => OneOf(right, Enum.GetNames<Permission>(), $"{path}.rights"));
        user.Accounts?.ForEach(key => OneOf(key, company.Accounts.Select(a => $"{a.Branch}-{a.Number}"), $"{path}.accounts"));
        Limits(user.Limits, UserLimitKeys, null, UserTransactionLimits.MaxDigits, $"{path}.limits");
        if (user.Certificate is { } certificate)
        {
            OneOf(certificate.State, CertificateStatesOfFixtures, $"{path}.certificate.state");
            Require(!string.IsNullOrEmpty(certificate.Password), $"{path}.certificate.password", "入力してください。");
        }

        if (user.Token is { } token)
        {
            OneOf(token.State, TokenStatesOfFixtures, $"{path}.token.state");
            Require(
                OneTimePasswords.IsSecret(token.Secret), $"{path}.token.secret",
                $"Base32（A〜Zと2〜7）で{OneTimePasswords.MinSecretBytes}バイト以上にしてください。");
        }
    }

    private bool IsPassword(string? text) => PasswordRules.Check(text, bank.PasswordMaxLength) is null;
}
