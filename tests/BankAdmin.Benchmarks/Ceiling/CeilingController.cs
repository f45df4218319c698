using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Benchmarks.Ceiling;

/// <summary>What the ceiling's page shows.</summary>
public sealed record CeilingPage(CeilingPerson Me, int Count, IReadOnlyList<CeilingPerson> Rows);

/// <summary>The ceiling's login and its one page.</summary>
public sealed class CeilingController(CeilingContext context) : Controller
{
    private const int Rows = 25;

    [HttpGet("/login")]
    public IActionResult LogInPage() => View("/Ceiling/login.cshtml");

    [HttpPost("/login")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> LogInAs([FromForm] int loginId)
    {
        var name = new Claim(ClaimTypes.NameIdentifier, loginId.ToString(CultureInfo.InvariantCulture));
        var identity = new ClaimsIdentity([name], CookieAuthenticationDefaults.AuthenticationScheme);
        await HttpContext.SignInAsync(new ClaimsPrincipal(identity));
        return Redirect("/");
    }

    [Authorize]
    [HttpGet("/")]
    public async Task<IActionResult> List(CancellationToken ct)
    {
        var id = int.Parse(User.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);
        var me = await context.People.AsNoTracking().SingleAsync(person => person.Id == id, ct);
        var count = await context.People.CountAsync(ct);
        var rows = await context.People.AsNoTracking().OrderBy(person => person.Id).Take(Rows).ToListAsync(ct);
        return View("/Ceiling/list.cshtml", new CeilingPage(me, count, rows));
    }
}
