using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Tests.Users;
using BankAdmin.Domain.Users;

namespace BankAdmin.Domain.Tests.Credentials;

/// <summary>トークン状態 and 証明書状態 (spec credentials.md §3, §4), and what a user's own acts do to them.</summary>
public sealed class CredentialStateTests
{
    private const int Wait = 30;
    private const int LastDays = 40;
    private static readonly DateTime Now = new(2026, 11, 30, 3, 0, 0, DateTimeKind.Utc);
    private static readonly User Owner = Somebody.Stored(UserRole.General);
    private static readonly Person Administrator = Somebody.Acting(Guid.NewGuid(), UserRole.Administrator);

    [Theory]
    [InlineData(null, null, false, TokenState.Unregistered)]
    [InlineData(60, null, false, TokenState.Active)]
    [InlineData(60, null, true, TokenState.Suspended)]
    [InlineData(60, 29, false, TokenState.Revoked)]
    [InlineData(60, 30, false, TokenState.Unregistered)]
    public void A_token_is_what_was_done_with_it_and_when(int? registeredAgo, int? revokedAgo, bool stopped, TokenState state)
    {
        var token = new TokenRegistration(Ago(registeredAgo), Ago(revokedAgo));

        token.StateAt(Now, Wait, stopped).ShouldBe(state);
        token.IsOfferedAt(Now, Wait).ShouldBe(state == TokenState.Unregistered);
    }

    [Fact]
    public void Of_several_certificates_a_valid_one_counts_then_an_expired_one()
    {
        var (valid, expired, revoked) = (Certificate(days: 1), Certificate(days: -1), Certificate(days: 1));
        revoked.Revoke(Now, RevocationReason.Unspecified);

        Array.Empty<ClientCertificate>().StateAt(Now).ShouldBe(CertificateState.NotIssued);
        new[] { revoked }.StateAt(Now).ShouldBe(CertificateState.Revoked);
        new[] { revoked, expired }.StateAt(Now).ShouldBe(CertificateState.Expired);
        new[] { revoked, expired, valid }.StateAt(Now).ShouldBe(CertificateState.Issued);
        new[] { revoked, expired, valid }.EndAt(Now).ShouldBe(valid.EndsAtUtc);
        new[] { revoked }.EndAt(Now).ShouldBeNull();
    }

    [Fact]
    public void A_certificate_that_is_revoked_for_later_is_valid_until_then_and_can_be_revoked_sooner()
    {
        var certificate = Certificate(days: 1);
        certificate.Revoke(Now.AddMinutes(10), RevocationReason.Superseded);
        certificate.IsValidAt(Now).ShouldBeTrue();
        certificate.IsValidAt(Now.AddMinutes(10)).ShouldBeFalse();

        certificate.Revoke(Now, RevocationReason.Unspecified);
        (certificate.RevokedAtUtc, certificate.Reason).ShouldBe((Now, RevocationReason.Unspecified));
        certificate.Revoke(Now.AddDays(1), RevocationReason.CessationOfOperation);
        (certificate.RevokedAtUtc, certificate.Reason).ShouldBe((Now, RevocationReason.Unspecified), "the first stays");
    }

    [Fact]
    public void There_must_be_something_to_revoke() =>
        Somebody.CodesOf(() => Somebody.Stored(UserRole.General).RevokeCertificates(Administrator, [], Now))
            .ShouldBe([ErrorCodes.NothingToRevoke]);

    [Theory]
    [InlineData(41, false)]
    [InlineData(40, true)]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void A_certificate_is_renewed_in_its_last_days(int left, bool renewable)
    {
        var certificate = Certificate(left);

        (new[] { certificate }.RenewableAt(Now, LastDays) == certificate).ShouldBe(renewable);
    }

    [Fact]
    public void What_was_renewed_is_not_renewed_again_and_what_is_revoked_never()
    {
        var (old, renewed) = (Certificate(days: 10), Certificate(days: 375));
        Owner.IssueCertificate(renewed, old, Now);
        (old.RevokedAtUtc, old.Reason).ShouldBe((Now.AddMinutes(10), RevocationReason.Superseded));
        renewed.RevokedAtUtc.ShouldBeNull();
        new[] { old, renewed }.RenewableAt(Now, LastDays).ShouldBeNull();
        new[] { old, renewed }.RenewableAt(Now.AddMinutes(10), LastDays).ShouldBeNull("it has a year to go");
        new[] { old }.RenewableAt(Now.AddMinutes(10), LastDays).ShouldBeNull();
    }

    [Fact]
    public void One_certificate_is_issued_at_a_time_and_an_expired_one_is_revoked_first()
    {
        var (valid, expired, revoked) = (Certificate(days: 10), Certificate(days: -1), Certificate(days: 10));
        revoked.Revoke(Now, RevocationReason.Unspecified);

        new[] { revoked }.IssueRefusalAt(null, Now).ShouldBeNull();
        new[] { revoked, valid }.IssueRefusalAt(null, Now).ShouldBe(ErrorCodes.CertificateExists);
        new[] { revoked, valid }.IssueRefusalAt(valid, Now).ShouldBeNull();
        new[] { revoked, valid, Certificate(days: 10) }.IssueRefusalAt(valid, Now).ShouldBe(ErrorCodes.CertificateExists);
        new[] { revoked, expired }.IssueRefusalAt(null, Now).ShouldBe(ErrorCodes.RevokeExpiredFirst);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Who_else_set_a_password_is_remembered_and_who_changes_their_own_is_not(bool login, bool confirmation)
    {
        var user = Somebody.Stored(UserRole.General);
        user.ChangeOwnPasswords(StoredPassword.Own("hash", Now), null);
        user.PasswordSetByOtherAtUtc.ShouldBeNull();

        var set = StoredPassword.Temporary("hash", Now, 7);
        user.Change(Administrator, user.Profile, login ? set : null, confirmation ? set : null);

        user.PasswordSetByOtherAtUtc.ShouldBe(login || confirmation ? Now : null);
    }

    [Fact]
    public void A_deletion_revokes_token_and_certificates()
    {
        var user = Somebody.Stored(UserRole.General);
        user.RegisterToken(Now);
        var certificate = Certificate(days: 1);

        user.Delete(Administrator, [certificate], Now);

        user.Token.IsHeld.ShouldBeFalse();
        certificate.Reason.ShouldBe(RevocationReason.CessationOfOperation);
    }

    [Fact]
    public void Who_has_a_token_registers_no_other()
    {
        var user = Somebody.Stored(UserRole.General);
        user.RegisterToken(Now);
        Should.Throw<InvalidOperationException>(() => user.RegisterToken(Now));
    }

    private static ClientCertificate Certificate(int days) => new(Owner, "00", "00", Now.AddYears(-1), Now.AddDays(days));

    private static DateTime? Ago(int? minutes) => minutes is { } ago ? Now.AddMinutes(-ago) : null;
}
