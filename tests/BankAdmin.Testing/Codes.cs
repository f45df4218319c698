using OtpNet;

namespace BankAdmin.Testing;

/// <summary>One-time passwords as an app on a phone shows them.</summary>
public static class Codes
{
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    /// <summary>The code of a secret at a time.</summary>
    public static string At(string secret, DateTimeOffset at) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(at.UtcDateTime);

    /// <summary>A code that nobody has used: the program's clock goes on by a step.</summary>
    public static string NextCode(this TestApp app, string secret)
    {
        app.Clock.Advance(Step);
        return At(secret, app.Clock.GetUtcNow());
    }
}
