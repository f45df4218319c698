using System.Security.Cryptography;

namespace BankAdmin.Infrastructure.Keys;

/// <summary>AES-256-GCM: nonce, tag and ciphertext in one array.</summary>
public static class SecretBox
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>Encrypts.</summary>
    /// <param name="key">The key.</param>
    /// <param name="plain">What is secret.</param>
    /// <param name="belongsTo">What the box belongs to; it opens for nothing else.</param>
    public static byte[] Lock(SecretKey key, byte[] plain, byte[]? belongsTo = null)
    {
        var box = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key.Secret, TagSize);
        aes.Encrypt(
            box.AsSpan(0, NonceSize), plain, box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize), belongsTo);
        return box;
    }

    /// <summary>Decrypts.</summary>
    /// <exception cref="CryptographicException">The box was changed or belongs to something else, or the key is another.</exception>
    public static byte[] Unlock(SecretKey key, byte[] box, byte[]? belongsTo = null)
    {
        if (box.Length < NonceSize + TagSize)
        {
            throw new CryptographicException("The box is cut.");
        }

        var plain = new byte[box.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key.Secret, TagSize);
        aes.Decrypt(box.AsSpan(0, NonceSize), box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize), plain, belongsTo);
        return plain;
    }

    /// <summary>Encrypts into a text that names its key: <c>key ID:Base64</c>.</summary>
    public static string LockText(SecretKey key, byte[] plain, byte[] belongsTo) =>
        $"{key.Id}:{Convert.ToBase64String(Lock(key, plain, belongsTo))}";

    /// <summary>Decrypts such a text with the key it names.</summary>
    /// <exception cref="CryptographicException">As <see cref="Unlock"/>, or the key is not in the folder.</exception>
    public static byte[] UnlockText(MasterKeys keys, string text, byte[] belongsTo)
    {
        var (id, box) = text.Split(':') is [var name, var rest] ? (name, rest) : throw new CryptographicException("The box names no key.");
        var key = keys.Find(id) ?? throw new CryptographicException($"Master key '{id}' is not in the key folder.");
        return Unlock(key, Convert.FromBase64String(box), belongsTo);
    }
}
