using System.Security.Cryptography;

namespace BankAdmin.Infrastructure.Credentials;

/// <summary>Passwords that the program makes: 12 characters from 57 that cannot be confused (rule: spec rulings.md).</summary>
public static class GeneratedPasswords
{
    private const int Length = 12;
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /// <summary>A new one, with letters and digits.</summary>
    public static string New()
    {
        string password;
        do
        {
            password = RandomNumberGenerator.GetString(Letters, Length);
        }
        while (!password.Any(char.IsAsciiDigit) || !password.Any(char.IsAsciiLetter));

        return password;
    }
}
