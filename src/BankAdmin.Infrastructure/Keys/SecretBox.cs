using System.Security.Cryptography;

namespace BankAdmin.Infrastructure.Keys;

/// <summary>AES-256-GCM: nonce, tag and ciphertext in one array.</summary>
public static class SecretBox
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>Encrypts.</summary>
    public static byte[] Lock(SecretKey key, byte[] plain)
    {
        var box = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key.Secret, TagSize);
        aes.Encrypt(box.AsSpan(0, NonceSize), plain, box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize));
        return box;
    }

    /// <summary>Decrypts.</summary>
    /// <exception cref="CryptographicException">The box was changed, or the key is another.</exception>
    public static byte[] Unlock(SecretKey key, byte[] box)
    {
        var plain = new byte[box.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key.Secret, TagSize);
        aes.Decrypt(box.AsSpan(0, NonceSize), box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize), plain);
        return plain;
    }
}
