using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BankAdmin.Infrastructure.Certificates;

/// <summary>
/// Requests for certificates (CSR, PKCS#10) that users make themselves. Nothing is taken from one but its key, once its signature proves
/// that whoever made it holds that key (rule: spec credentials.md §4).
/// </summary>
public static class SigningRequests
{
    /// <summary>Longest text of one; an RSA key of 8,192 bits needs a third of it.</summary>
    public const int MaxLength = 10_000;

    private const int MinRsaBits = 2_048;
    private const int MaxRsaBits = 8_192;

    // P-256, P-384, P-521.
    private static readonly string[] Curves = ["1.2.840.10045.3.1.7", "1.3.132.0.34", "1.3.132.0.35"];

    /// <summary>The key of a request in PEM; null: it is none, its signature is wrong, or its key is too weak.</summary>
    public static PublicKey? ReadKey(string pem)
    {
        try
        {
            var request = CertificateRequest.LoadSigningRequestPem(pem, HashAlgorithmName.SHA256);
            return IsStrong(request.PublicKey) ? request.PublicKey : null;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool IsStrong(PublicKey key)
    {
        using var rsa = key.GetRSAPublicKey();
        using var ec = rsa is null ? key.GetECDsaPublicKey() : null;
        return rsa is not null ? rsa.KeySize is >= MinRsaBits and <= MaxRsaBits
            : ec?.ExportParameters(includePrivateParameters: false).Curve.Oid?.Value is { } curve && Curves.Contains(curve);
    }
}
