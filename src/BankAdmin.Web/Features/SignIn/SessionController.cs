using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Features.SignIn;

/// <summary>ログアウト, and 続ける before a session ends.</summary>
[Area("SignIn")]
public sealed class SessionController(SessionStore sessions, DraftStore drafts) : ScreenController
{
    /// <summary>Logs out; the front door then says so.</summary>
    [For(Audience.DuringLogin)]
    [HttpPost("logout")]
    public async Task<IActionResult> LogOut(CancellationToken ct)
    {
        await sessions.EndAsync(ct);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return SeeOther("/");
    }

    /// <summary>続ける: the person is there, the session goes on.</summary>
    [For(Audience.DuringLogin)]
    [HttpPost("session/keep")]
    public async Task<IActionResult> Keep(CancellationToken ct)
    {
        await drafts.TouchAllAsync(ct);
        return NoContent();
    }
}
