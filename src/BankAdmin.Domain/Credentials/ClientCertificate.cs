using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;

namespace BankAdmin.Domain.Credentials;

/// <summary>証明書状態 of a user (rule: spec credentials.md §4).</summary>
public enum CertificateState
{
    /// <summary>未発行.</summary>
    NotIssued,

    /// <summary>発行済み: one is valid.</summary>
    Issued,

    /// <summary>有効期限切れ: it must be revoked before a new one is issued.</summary>
    Expired,

    /// <summary>失効済み.</summary>
    Revoked,
}

/// <summary>Why a certificate was revoked, as revocation lists name it.</summary>
public enum RevocationReason
{
    /// <summary>証明書失効, without a reason.</summary>
    Unspecified,

    /// <summary>A renewed one took its place.</summary>
    Superseded,

    /// <summary>Its owner was deleted.</summary>
    CessationOfOperation,
}

/// <summary>A certificate of a user, as the bank knows it; the private key is the user's alone.</summary>
public sealed class ClientCertificate : ICompanyOwned, IPartOfAggregate
{
    /// <summary>Characters of <see cref="Serial"/>: sixteen bytes.</summary>
    public const int SerialLength = 32;

    /// <summary>Characters of <see cref="Thumbprint"/>: SHA-256.</summary>
    public const int ThumbprintLength = 64;

    /// <summary>How long the old one stays valid beside a renewed one, at most (rule: spec credentials.md §4).</summary>
    public static readonly TimeSpan RenewalOverlap = TimeSpan.FromMinutes(10);

    private ClientCertificate()
    {
    }

    /// <summary>One that was just issued.</summary>
    public ClientCertificate(User owner, string serial, string thumbprint, DateTime issuedAtUtc, DateTime endsAtUtc) =>
        (CompanyId, UserId, Serial, Thumbprint, IssuedAtUtc, EndsAtUtc) =
            (owner.CompanyId, owner.Id, serial, thumbprint, issuedAtUtc, endsAtUtc);

    /// <summary>Internal key (UUIDv7).</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <inheritdoc />
    public Guid CompanyId { get; private init; }

    /// <summary>Its owner.</summary>
    public Guid UserId { get; private init; }

    Guid IPartOfAggregate.RootId => UserId;

    /// <summary>Serial number, hexadecimal.</summary>
    public string Serial { get; private init; } = "";

    /// <summary>SHA-256 of the whole certificate, hexadecimal: by this it is recognised.</summary>
    public string Thumbprint { get; private init; } = "";

    /// <summary>When it became valid, UTC.</summary>
    public DateTime IssuedAtUtc { get; private init; }

    /// <summary>有効期限: the last second it is valid, UTC.</summary>
    public DateTime EndsAtUtc { get; private init; }

    /// <summary>From when on it is revoked, UTC; null: it is not.</summary>
    public DateTime? RevokedAtUtc { get; private set; }

    /// <summary>Why; null: it is not revoked.</summary>
    public RevocationReason? Reason { get; private set; }

    /// <summary>Whether it is revoked.</summary>
    public bool IsRevokedAt(DateTime nowUtc) => RevokedAtUtc <= nowUtc;

    /// <summary>Whether its owner can log in with it.</summary>
    public bool IsValidAt(DateTime nowUtc) => !IsRevokedAt(nowUtc) && nowUtc <= EndsAtUtc;

    /// <summary>Revokes it; one that was revoked before stays so.</summary>
    public void Revoke(DateTime fromUtc, RevocationReason reason)
    {
        if (!(RevokedAtUtc <= fromUtc))
        {
            (RevokedAtUtc, Reason) = (fromUtc, reason);
        }
    }
}

/// <summary>What the states are called, and which one a user's certificates come to.</summary>
public static class CertificateStates
{
    /// <summary>Japanese name.</summary>
    public static StateName Name(this CertificateState state) => state switch
    {
        CertificateState.NotIssued => new StateName("", "未発行", Stops: false),
        CertificateState.Issued => new StateName("", "発行済み", Stops: false),
        CertificateState.Expired => new StateName("", "有効期限切れ", Stops: true),
        CertificateState.Revoked => new StateName("", "失効済み", Stops: true),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>証明書状態 of who holds these.</summary>
    public static CertificateState StateAt(this IReadOnlyCollection<ClientCertificate> held, DateTime nowUtc) =>
        held.Any(certificate => certificate.IsValidAt(nowUtc)) ? CertificateState.Issued
        : held.Any(certificate => !certificate.IsRevokedAt(nowUtc)) ? CertificateState.Expired
        : held.Count > 0 ? CertificateState.Revoked
        : CertificateState.NotIssued;

    /// <summary>The certificate that 更新 can take the place of: the valid one, in its last days; null: there is none.</summary>
    /// <param name="held">The user's certificates.</param>
    /// <param name="nowUtc">Now, UTC.</param>
    /// <param name="lastDays">In how many days before its end it can be renewed.</param>
    public static ClientCertificate? RenewableAt(this IReadOnlyCollection<ClientCertificate> held, DateTime nowUtc, int lastDays) =>
        held.Where(certificate => certificate.IsValidAt(nowUtc)).ToList() is [{ RevokedAtUtc: null } only]
        && only.EndsAtUtc <= nowUtc.AddDays(lastDays) ? only : null;

    /// <summary>Why none can be issued: a valid one exists (E-CRT-003), an expired one was not revoked (E-CRT-002); null: it can.</summary>
    /// <param name="held">The user's certificates.</param>
    /// <param name="renewed">The one that the new one takes the place of; null: none.</param>
    /// <param name="nowUtc">Now, UTC.</param>
    public static string? IssueRefusalAt(
        this IReadOnlyCollection<ClientCertificate> held, ClientCertificate? renewed, DateTime nowUtc) =>
        held.Where(certificate => certificate != renewed).ToList().StateAt(nowUtc) switch
        {
            CertificateState.Issued => ErrorCodes.CertificateExists,
            CertificateState.Expired => ErrorCodes.RevokeExpiredFirst,
            _ => null,
        };

    /// <summary>有効期限 of the certificate that counts: the valid one, else the expired one; null: there is neither.</summary>
    public static DateTime? EndAt(this IReadOnlyCollection<ClientCertificate> held, DateTime nowUtc) =>
        held.Where(certificate => !certificate.IsRevokedAt(nowUtc)).Max(certificate => (DateTime?)certificate.EndsAtUtc);
}
