using System.Net;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BankAdmin.Infrastructure.Keys;

namespace BankAdmin.Infrastructure.Certificates;

/// <summary>
/// The bank's own authority for client certificates (rule: spec credentials.md §4): <c>ca.crt</c> and <c>ca.key</c> in the CA folder, made
/// by the program, the key then encrypted under the master key, or the bank's own as PEM.
/// </summary>
public sealed class CertificateAuthority : IDisposable
{
    /// <summary>The certificate, PEM.</summary>
    public const string CertificateFile = "ca.crt";

    /// <summary>The private key: PEM (PKCS#8), or encrypted by the program.</summary>
    public const string KeyFile = "ca.key";

    /// <summary>What a certificate that signs documents may be used for (RFC 9336).</summary>
    public const string DocumentSigning = "1.3.6.1.5.5.7.3.36";

    private const int SerialBytes = 16;
    private const int Years = 20;
    private const int MinRsaBits = 2_048;
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private static readonly byte[] OfCaKey = [.. "key of the certificate authority"u8];

    private readonly X509SignatureGenerator generator;

    private CertificateAuthority(X509Certificate2 withKey)
    {
        Certificate = withKey;
        generator = withKey.GetECDsaPrivateKey() is { } ec
            ? X509SignatureGenerator.CreateForECDsa(ec)
            : X509SignatureGenerator.CreateForRSA(withKey.GetRSAPrivateKey()!, RSASignaturePadding.Pkcs1);
    }

    /// <summary>Its own certificate, with the key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Its own certificate as everybody may have it, PEM.</summary>
    public string Pem => Certificate.ExportCertificatePem() + "\n";

    /// <summary>Whether the files are there.</summary>
    public static bool IsIn(string folder) =>
        File.Exists(Path.Combine(folder, CertificateFile)) && File.Exists(Path.Combine(folder, KeyFile));

    /// <summary>That there is none.</summary>
    public static string Missing(string folder) =>
        $"認証局の {CertificateFile} と {KeyFile} が {folder} にありません。ca create を実行するか、保管したものを戻してください。";

    /// <summary>Opens the one in a folder.</summary>
    /// <exception cref="CannotGoOnException">It is missing, damaged, no authority, or not opened by any master key.</exception>
    public static CertificateAuthority Open(string folder, MasterKeys keys)
    {
        if (!IsIn(folder))
        {
            throw new CannotGoOnException(Missing(folder));
        }

        try
        {
            using var certificate = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(folder, CertificateFile));
            var pem = PemOf(File.ReadAllText(Path.Combine(folder, KeyFile)), keys);
            var authority = new CertificateAuthority(X509Certificate2.CreateFromPem(certificate.ExportCertificatePem(), pem));
            return authority.MaySign ? authority
                : throw new CannotGoOnException(
                    $"{folder} の {CertificateFile} は認証局の証明書として使えません（CA:TRUE と keyCertSign、cRLSign、RSAなら2048ビット以上の鍵が必要です）。");
        }
        catch (Exception damaged) when (damaged is CryptographicException or FormatException or ArgumentException or IOException
            or UnauthorizedAccessException)
        {
            throw new CannotGoOnException($"{folder} の {CertificateFile} と {KeyFile} を読めません（{damaged.Message}）。保管したものとマスター鍵を戻してください。");
        }
    }

    /// <summary>Why the one in a folder cannot be opened; null: it can.</summary>
    public static string? FaultOf(string folder, MasterKeys keys)
    {
        try
        {
            Open(folder, keys).Dispose();
            return null;
        }
        catch (CannotGoOnException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>Makes one unless it is there; false: it was there.</summary>
    /// <param name="folder">The CA folder.</param>
    /// <param name="keys">The key is kept encrypted under the current one.</param>
    /// <param name="bankName">Organisation in its name.</param>
    /// <param name="now">From when on it is valid.</param>
    public static bool CreateIfMissing(string folder, MasterKeys keys, string bankName, DateTimeOffset now)
    {
        if (IsIn(folder))
        {
            return false;
        }

        OwnerOnly.CreateFolder(folder);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName("BankAdmin Client CA");
        name.AddOrganizationName(bankName);
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(Years));
        var box = SecretBox.LockText(keys.Current, key.ExportPkcs8PrivateKey(), OfCaKey);
        OwnerOnly.Write(Path.Combine(folder, KeyFile), box);
        OwnerOnly.Write(Path.Combine(folder, CertificateFile), certificate.ExportCertificatePem() + "\n");
        return true;
    }

    /// <summary>
    /// Issues a certificate. Subject and extensions come from here, never from who asks; it names nobody: the subject is an internal
    /// key.
    /// </summary>
    /// <param name="userId">Whose it is.</param>
    /// <param name="publicKey">The user's public key.</param>
    /// <param name="fromUtc">From when on it is valid, UTC.</param>
    /// <param name="untilUtc">The last second it is valid, UTC.</param>
    public X509Certificate2 Issue(Guid userId, PublicKey publicKey, DateTime fromUtc, DateTime untilUtc)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(userId.ToString("N"));
        return Sign(NewRequest(name, publicKey, ClientAuthentication), fromUtc, untilUtc);
    }

    /// <summary>Issues a server certificate with its key for a machine that is used by its developer alone: <c>localhost</c>.</summary>
    /// <param name="now">From when on it is valid; a year.</param>
    public X509Certificate2 IssueForThisMachine(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName("localhost");
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        var request = NewRequest(name, new PublicKey(key), ServerAuthentication);
        request.CertificateExtensions.Add(names.Build());
        using var bare = Sign(request, now.UtcDateTime.AddDays(-1), now.UtcDateTime.AddYears(1));
        using var withKey = bare.CopyWithPrivateKey(key);

        // By way of a file's form: some systems use no key that was never in one.
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>
    /// Issues a certificate with a new key that signs documents of the bank and nothing else. It is used once and its key is kept nowhere,
    /// so that it may be valid as long as the authority itself.
    /// </summary>
    /// <param name="now">From when on it is valid.</param>
    public X509Certificate2 IssueForDocuments(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName("BankAdmin History Evidence");
        using var bare = Sign(
            NewRequest(name, new PublicKey(key), DocumentSigning), now.UtcDateTime, Certificate.NotAfter.ToUniversalTime());
        return bare.CopyWithPrivateKey(key);
    }

    /// <summary>A revocation list (RFC 5280), DER.</summary>
    /// <param name="revoked">Serial numbers, from when on, and why.</param>
    /// <param name="number">Its number; rises with every list.</param>
    /// <param name="thisUpdateUtc">When it was made, UTC.</param>
    /// <param name="nextUpdateUtc">When the next one is there at the latest, UTC.</param>
    public byte[] BuildRevocationList(
        IEnumerable<(string Serial, DateTime FromUtc, X509RevocationReason Reason)> revoked, long number, DateTime thisUpdateUtc,
        DateTime nextUpdateUtc)
    {
        var builder = new CertificateRevocationListBuilder();
        foreach (var (serial, from, reason) in revoked)
        {
            builder.AddEntry(Convert.FromHexString(serial), from, reason);
        }

        return builder.Build(
            Certificate, new BigInteger(number), nextUpdateUtc, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, thisUpdateUtc);
    }

    /// <inheritdoc />
    public void Dispose() => Certificate.Dispose();

    // For one use alone, and to issue nothing.
    private CertificateRequest NewRequest(X500DistinguishedNameBuilder subject, PublicKey key, string use)
    {
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(use)], false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(key, false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate, true, false));
        return request;
    }

    private X509Certificate2 Sign(CertificateRequest request, DateTime fromUtc, DateTime untilUtc)
    {
        // A positive number: its first bit is no sign.
        var serial = RandomNumberGenerator.GetBytes(SerialBytes);
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        return request.Create(Certificate.SubjectName, generator, fromUtc, untilUtc, serial);
    }

    private bool MaySign => Certificate.GetRSAPublicKey() is not { KeySize: < MinRsaBits }
        && Certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(constraints => constraints.CertificateAuthority)
        && Certificate.Extensions.OfType<X509KeyUsageExtension>().All(usage =>
            usage.KeyUsages.HasFlag(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign));

    private static string PemOf(string file, MasterKeys keys) => file.Contains("-----BEGIN", StringComparison.Ordinal)
        ? file
        : PemEncoding.WriteString("PRIVATE KEY", SecretBox.UnlockText(keys, file.Trim(), OfCaKey));
}
