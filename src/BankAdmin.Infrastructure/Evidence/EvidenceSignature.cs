using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using BankAdmin.Infrastructure.Certificates;

namespace BankAdmin.Infrastructure.Evidence;

/// <summary>
/// The signature over a bundle of evidence: CMS (RFC 5652), by a key that is made for it and thrown away, under a certificate that the
/// bank's authority issues for the signing of documents alone (RFC 9336).
/// </summary>
public static class EvidenceSignature
{
    /// <summary>Signs.</summary>
    /// <param name="content">What.</param>
    /// <param name="authority">Who issues the certificate.</param>
    /// <param name="now">When.</param>
    public static byte[] Sign(byte[] content, CertificateAuthority authority, DateTimeOffset now)
    {
        using var certificate = authority.IssueForDocuments(now);
        var signed = new SignedCms(new ContentInfo(content), detached: true);
        var signer = new CmsSigner(certificate)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"), // SHA-256
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.SignedAttributes.Add(new Pkcs9SigningTime(now.UtcDateTime));
        signed.ComputeSignature(signer);
        return signed.Encode();
    }

    /// <summary>What is wrong with a signature; null: nothing.</summary>
    /// <param name="content">What was signed.</param>
    /// <param name="signature">The signature.</param>
    /// <param name="authority">The certificate of the authority; nothing else is trusted.</param>
    public static string? FaultOf(byte[] content, byte[] signature, X509Certificate2 authority)
    {
        var signed = new SignedCms(new ContentInfo(content), detached: true);
        try
        {
            signed.Decode(signature);
            signed.CheckSignature(verifySignatureOnly: true);
        }
        catch (CryptographicException)
        {
            return $"{EvidenceFiles.Signature}は{EvidenceFiles.Sums}への正しい署名ではありません。";
        }

        return signed.SignerInfos.Count == 1 && signed.SignerInfos[0].Certificate is { } signer && IsIssuedBy(authority, signer)
            ? null
            : "署名した証明書は、この認証局が文書への署名のために発行したものではありません。";
    }

    // The key lived only while the certificate was being used for the first time: it is that moment that counts.
    private static bool IsIssuedBy(X509Certificate2 authority, X509Certificate2 signer)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(CertificateAuthority.DocumentSigning));
        chain.ChainPolicy.VerificationTime = signer.NotBefore;
        return chain.Build(signer) && signer.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any();
    }
}
