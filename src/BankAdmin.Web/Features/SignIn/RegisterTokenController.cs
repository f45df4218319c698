using System.Data.Common;
using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Forms;
using BankAdmin.Web.Notices;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OtpNet;

namespace BankAdmin.Web.Features.SignIn;

/// <summary>What is shown of a token that is offered.</summary>
/// <param name="Secret">The key to be typed into the app, Base32.</param>
/// <param name="QrPath">The QR code of the same, as an SVG path of <paramref name="QrSize"/> modules a side.</param>
public sealed record TokenPage(string Secret, string QrPath, int QrSize);

public sealed record RegisterTokenForm
{
    /// <summary>The code the app shows.</summary>
    public string? Otp { get; set; }
}

/// <summary>ワンタイムパスワード利用登録 (BLGI022): offered at login, can be put off (rule: spec credentials.md §2, §3).</summary>
[Area("SignIn")]
[Screen("BLGI022")]
[Route("token")]
public sealed class RegisterTokenController(
    TokenEnrolment enrolment, OneTimePasswords codes, SessionStore sessions, CurrentSession session, BankParameters bank) : ScreenController
{
    private const string ViewPath = "/Features/SignIn/token.cshtml";

    [HttpGet]
    public IActionResult Offer() => Show(Screen, ViewPath, PageOf());

    [HttpPost]
    public async Task<IActionResult> Register([FromForm] RegisterTokenForm form, [FromForm] string? action, CancellationToken ct)
    {
        if (action == "later")
        {
            await sessions.PutOffTokenAsync(ct);
            return SeeOther("/");
        }

        return await enrolment.TryAsync(Secret, form.Otp, ct) is { } refused
            ? Refuse(Screen, ViewPath, PageOf(), [refused], new Refusal(Heading: "登録できませんでした。", Detail: "QRコードは変わっていません。アプリの登録はそのまま使えます。"))
            : SeeOther("/");
    }

    private string Secret => codes.OfferedSecret(session.RequirePerson().SessionId!.Value);

    private TokenPage PageOf()
    {
        var address = new OtpUri(
            OtpType.Totp, Secret, session.RequirePerson().LoginName, bank.Name, OtpHashMode.Sha1, OneTimePasswords.Digits,
            OneTimePasswords.StepSeconds);
        var (path, size) = QrCode.Draw(address.ToString());
        return new TokenPage(Secret, path, size);
    }
}

/// <summary>Registers a token once a code of it is right. Wrong ones are not counted: there is nothing to be guessed yet.</summary>
public sealed class TokenEnrolment(
    BankAdminDbContext context, OneTimePasswords codes, CompanyPeople people, SessionStore sessions, ChangeNotices notices,
    CurrentSession session, BankParameters bank, TimeProvider clock)
{
    /// <summary>Registers it; or says what is wrong and keeps nothing.</summary>
    /// <param name="secret">The secret that was offered, Base32.</param>
    /// <param name="typed">The code.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Violation?> TryAsync(string secret, string? typed, CancellationToken ct)
    {
        var code = StepUpCheck.Read(typed);
        if (StepUpCheck.ShapeOf(code) is { } misshapen)
        {
            return misshapen;
        }

        if (codes.StepOf(secret, code) is not { } step)
        {
            return new Violation(ErrorCodes.CodeRefused, StepUpCheck.Field, "端末の時刻が正しいことも確かめてください。");
        }

        var (id, now) = (session.RequirePerson().Id, clock.GetUtcNow().UtcDateTime);
        var user = await context.Users.SingleAsync(u => u.Id == id, ct);
        if (!user.Token.IsOfferedAt(now, bank.TokenWaitMinutes))
        {
            await sessions.PutOffTokenAsync(ct);
            return null;
        }

        user.RegisterToken(now);
        codes.KeepWithSave(user, secret, step);
        context.RequireBeforeRows(people.ActorMayStillActAsync);
        context.AfterRows(sessions.PutOffTokenAsync);
        await notices.TellAsync(
            new ChangeNotice(OperationCatalogue.RegisterToken) { People = [NoticedPerson.Of(user)], ToAdministrators = true }, ct);
        try
        {
            await context.SaveChangesAsync(ct);
        }
        catch (DbUpdateException lost) when (lost is RaceLostException or DbUpdateConcurrencyException
            || (lost.InnerException is DbException refused && Engine.IsDuplicate(refused)))
        {
            // The user was changed, stopped or logged out meanwhile, or registered it in another tab: what is stored now decides.
            context.ChangeTracker.Clear();
        }

        return null;
    }
}
