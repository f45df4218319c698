using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Rules;

namespace BankAdmin.Domain.Users;

public sealed partial class User
{
    /// <summary>Sets passwords the user has chosen; null leaves one as it is.</summary>
    public void ChangeOwnPasswords(StoredPassword? login, StoredPassword? confirmation)
    {
        Put(login, confirmation);
        Raise(new OwnPasswordsChanged(AsSubject(), login is not null, confirmation is not null));
    }

    /// <summary>Sets the passwords that were due at login; null leaves one as it is.</summary>
    public void SetDuePasswords(StoredPassword? login, StoredPassword? confirmation)
    {
        Put(login, confirmation);
        Raise(new DuePasswordsSet(AsSubject(), login is not null, confirmation is not null));
    }

    /// <summary>ワンタイムパスワード利用登録, by the user at login.</summary>
    /// <exception cref="InvalidOperationException">There is one: the caller did not ask.</exception>
    public void RegisterToken(DateTime nowUtc)
    {
        Token = Token.IsHeld ? throw new InvalidOperationException("There is a token already.") : new TokenRegistration(nowUtc, null);
        Raise(new TokenRegistered(AsSubject()));
    }

    /// <summary>ワンタイムパスワード利用停止解除; the count of wrong codes is cleared with it.</summary>
    /// <exception cref="RulesBrokenException">Oneself, or the actor may not.</exception>
    public void ReleaseToken(Person actor)
    {
        AuthorityOver.Require(actor, this, UserAct.ReleaseOneTimePassword);
        Raise(new TokenReleased(AsSubject()));
    }

    /// <summary>トークンの失効.</summary>
    /// <exception cref="RulesBrokenException">The actor may not.</exception>
    public void RevokeToken(Person actor, DateTime nowUtc)
    {
        AuthorityOver.Require(actor, this, UserAct.RevokeToken);
        Token = Token with { RevokedAtUtc = nowUtc };
        Raise(new TokenRevoked(AsSubject()));
    }

    /// <summary>証明書発行, or 更新 of one that stays valid for a little while.</summary>
    /// <param name="issued">The new one.</param>
    /// <param name="renewed">The one it takes the place of; null: none.</param>
    /// <param name="nowUtc">When, UTC.</param>
    public void IssueCertificate(ClientCertificate issued, ClientCertificate? renewed, DateTime nowUtc)
    {
        renewed?.Revoke(nowUtc + ClientCertificate.RenewalOverlap, RevocationReason.Superseded);
        Raise(new CertificateIssued(AsSubject(), issued.Serial, issued.EndsAtUtc));
    }

    /// <summary>証明書失効: nobody logs in with any of these any more.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="held">The user's certificates.</param>
    /// <param name="nowUtc">From when on, UTC.</param>
    /// <exception cref="RulesBrokenException">The actor may not, or there is none to revoke (E-CRT-001).</exception>
    public void RevokeCertificates(Person actor, IReadOnlyCollection<ClientCertificate> held, DateTime nowUtc)
    {
        AuthorityOver.Require(actor, this, UserAct.RevokeCertificate);
        var valid = held.Where(certificate => !certificate.IsRevokedAt(nowUtc)).ToList();
        RulesBrokenException.ThrowIfAny(valid.Count == 0 ? [new Violation(ErrorCodes.NothingToRevoke, "")] : []);
        valid.ForEach(certificate => certificate.Revoke(nowUtc, RevocationReason.Unspecified));
        Raise(new CertificateRevoked(AsSubject(), string.Join(' ', valid.Select(certificate => certificate.Serial))));
    }

    private void Put(StoredPassword? login, StoredPassword? confirmation) =>
        (LoginPassword, ConfirmationPassword) = (login ?? LoginPassword, confirmation ?? ConfirmationPassword);
}
