using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Users;

namespace BankAdmin.Infrastructure.Certificates;

/// <summary>A certificate with its private key as a file.</summary>
/// <param name="Certificate">What the bank keeps of it.</param>
/// <param name="Pkcs12">The file, under a password.</param>
public sealed record IssuedFile(ClientCertificate Certificate, byte[] Pkcs12);

/// <summary>Issues client certificates: valid one year, to 08:59:59 Japan time (rule: spec credentials.md §4).</summary>
public static class CertificateIssuer
{
    // Clocks of users' machines go behind a little.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    /// <summary>有効期限 of a certificate: 08:59:59 Japan time of the same date next year, UTC.</summary>
    public static DateTime EndOf(DateTime fromUtc) => JapanTime.StartUtc(JapanTime.Day(fromUtc).AddYears(1)).AddHours(9).AddSeconds(-1);

    /// <summary>Makes a key and a certificate for it, as a file under a password.</summary>
    /// <param name="authority">Who signs.</param>
    /// <param name="owner">Whose it is.</param>
    /// <param name="password">The password of the file.</param>
    /// <param name="fromUtc">From when on it is valid, UTC.</param>
    /// <param name="untilUtc">The last second it is valid, UTC.</param>
    public static IssuedFile IssueWithKey(
        CertificateAuthority authority, User owner, string password, DateTime fromUtc, DateTime untilUtc)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var bare = authority.Issue(owner.Id, new PublicKey(key), fromUtc - Slack, untilUtc);
        using var withKey = bare.CopyWithPrivateKey(key);
        using var root = X509CertificateLoader.LoadCertificate(authority.Certificate.RawData);
        var file = new X509Certificate2Collection { withKey, root }
            .ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, password);
        return new IssuedFile(Record(owner, bare, fromUtc, untilUtc), file);
    }

    /// <summary>Issues a certificate for a key that the user has made.</summary>
    /// <param name="authority">Who signs.</param>
    /// <param name="owner">Whose it is.</param>
    /// <param name="publicKey">The user's public key.</param>
    /// <param name="fromUtc">From when on it is valid, UTC.</param>
    /// <param name="untilUtc">The last second it is valid, UTC.</param>
    /// <returns>What the bank keeps of it, and the certificate as PEM.</returns>
    public static (ClientCertificate Certificate, string Pem) IssueFor(
        CertificateAuthority authority, User owner, PublicKey publicKey, DateTime fromUtc, DateTime untilUtc)
    {
        using var bare = authority.Issue(owner.Id, publicKey, fromUtc - Slack, untilUtc);
        return (Record(owner, bare, fromUtc, untilUtc), bare.ExportCertificatePem() + "\n");
    }

    private static ClientCertificate Record(User owner, X509Certificate2 certificate, DateTime fromUtc, DateTime untilUtc) => new(
        owner, certificate.SerialNumber.ToUpper(CultureInfo.InvariantCulture), certificate.GetCertHashString(HashAlgorithmName.SHA256),
        fromUtc, untilUtc);
}
