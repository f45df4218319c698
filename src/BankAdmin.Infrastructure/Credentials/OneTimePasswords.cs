using System.Security.Cryptography;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using OtpNet;

namespace BankAdmin.Infrastructure.Credentials;

/// <summary>What a code was judged to be.</summary>
public enum CodeVerdict
{
    /// <summary>There is no token.</summary>
    NoToken,

    /// <summary>The token is stopped; nothing is judged.</summary>
    Suspended,

    /// <summary>Right, and never used before.</summary>
    Right,

    /// <summary>Right once, and used: it proves nothing again and is no guess either, so it is not counted.</summary>
    Used,

    /// <summary>Wrong, and counted.</summary>
    Wrong,
}

/// <summary>A judged code.</summary>
/// <param name="Verdict">What it is.</param>
/// <param name="Step">Its time step where it is right.</param>
/// <param name="Count">The figures after it.</param>
public sealed record JudgedCode(CodeVerdict Verdict, long Step, WrongEntries Count);

/// <summary>Another commit used the code first.</summary>
public sealed class CodeUsedException() : Exception("The code is used.");

/// <summary>
/// Codes of software tokens: TOTP as RFC 6238 has it, SHA-1, six digits, 30 seconds, one step either way; each is accepted once, over all
/// nodes (rule: spec credentials.md §3). Secrets are in the database under a master key that is not.
/// </summary>
public sealed class OneTimePasswords(BankAdminDbContext context, EntryGatekeeper counters, MasterKeys keys, TimeProvider clock)
{
    /// <summary>Digits of a code.</summary>
    public const int Digits = 6;

    /// <summary>Seconds of a time step.</summary>
    public const int StepSeconds = 30;

    /// <summary>Fewest bytes of a secret that somebody brings.</summary>
    public const int MinSecretBytes = 10;

    private const int MaxSecretLength = 64;

    private static readonly VerificationWindow OneStepEitherWay = new(previous: 1, future: 1);

    /// <summary>Whether a text is a secret, Base32.</summary>
    public static bool IsSecret(string? text) =>
        text is { Length: <= MaxSecretLength } && text.All(letter => letter is (>= 'A' and <= 'Z') or (>= '2' and <= '7'))
        && Base32Encoding.ToBytes(text).Length >= MinSecretBytes;

    /// <summary>
    /// The secret that is offered in a session for registration: the same as often as the page is opened, and nowhere stored until a code
    /// of it is right.
    /// </summary>
    public string OfferedSecret(Guid sessionId) => Base32Encoding.ToString(HMACSHA1.HashData(
        keys.Current.Secret, OwnerOf("token of session "u8, sessionId)));

    /// <summary>The time step whose code this is, of those around now; null: none.</summary>
    /// <param name="secret">The secret, Base32.</param>
    /// <param name="code">Six digits.</param>
    public long? StepOf(string secret, string code) =>
        new Totp(Base32Encoding.ToBytes(secret)).VerifyTotp(clock.GetUtcNow().UtcDateTime, code, out var step, OneStepEitherWay)
            ? step : null;

    /// <summary>Whether a code would be judged now: no token, suspended, or right for a right one.</summary>
    public async Task<CodeVerdict> GateAsync(Guid userId, CancellationToken ct) =>
        !await context.TokenSecrets.AnyAsync(t => t.UserId == userId, ct) ? CodeVerdict.NoToken
        : await counters.GateAsync(userId, EntryKind.Code) == EntryGate.Open ? CodeVerdict.Right
        : CodeVerdict.Suspended;

    /// <summary>Judges a code and counts it where it is a guess. That it is used up is for the save it is asked for.</summary>
    public async Task<JudgedCode> JudgeAsync(Guid userId, string code, CancellationToken ct)
    {
        if (await context.TokenSecrets.AsNoTracking().SingleOrDefaultAsync(t => t.UserId == userId, ct) is not { } token)
        {
            return new JudgedCode(CodeVerdict.NoToken, 0, WrongEntries.Clear);
        }

        var step = StepOf(Open(token), code);
        if (step <= token.LastStep)
        {
            var gate = await counters.GateAsync(userId, EntryKind.Code);
            return new JudgedCode(gate == EntryGate.Open ? CodeVerdict.Used : CodeVerdict.Suspended, 0, WrongEntries.Clear);
        }

        var entry = await counters.JudgeAsync(userId, EntryKind.Code, () => Task.FromResult(step is not null));
        return new JudgedCode(
            entry.Gate != EntryGate.Open ? CodeVerdict.Suspended : entry.Right ? CodeVerdict.Right : CodeVerdict.Wrong,
            step ?? 0, entry.Count);
    }

    /// <summary>Uses a code up in the transaction of the next save; of two saves with one code the second is undone.</summary>
    /// <remarks>The save throws <see cref="CodeUsedException"/> where the code is used, or the token is gone.</remarks>
    public void UseUpWithSave(Guid userId, long step) => context.BeforeRows(async ct =>
    {
        var token = context.TokenSecrets.Where(t => t.UserId == userId && t.LastStep < step);
        if (await token.ExecuteUpdateAsync(set => set.SetProperty(t => t.LastStep, step), ct) == 0)
        {
            throw new CodeUsedException();
        }
    });

    /// <summary>Keeps the secret of a token with the next save.</summary>
    /// <param name="user">Whose it is.</param>
    /// <param name="secret">The secret, Base32.</param>
    /// <param name="lastStep">The step of the code that proved it; 0: none was used.</param>
    public void KeepWithSave(User user, string secret, long lastStep) => context.Add(new TokenSecret
    {
        UserId = user.Id,
        CompanyId = user.CompanyId,
        Box = SecretBox.LockText(keys.Current, Base32Encoding.ToBytes(secret), Owner(user.Id)),
        LastStep = lastStep,
    });

    /// <summary>Forgets the secret of a token in the transaction of the next save.</summary>
    public void ForgetWithSave(Guid userId)
    {
        context.AfterRows(ct => context.TokenSecrets.Where(t => t.UserId == userId).ExecuteDeleteAsync(ct));
        context.AfterRows(_ => counters.ClearAsync(userId, EntryKind.Code));
    }

    private string Open(TokenSecret token) =>
        Base32Encoding.ToString(SecretBox.UnlockText(keys, token.Box, Owner(token.UserId)));

    // A box that is put into another's row opens nothing.
    private static byte[] Owner(Guid userId) => OwnerOf("token of user "u8, userId);

    private static byte[] OwnerOf(ReadOnlySpan<byte> what, Guid id) => [.. what, .. id.ToByteArray()];
}
