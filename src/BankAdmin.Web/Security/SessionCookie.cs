using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace BankAdmin.Web.Security;

/// <summary>The cookie that names the session: protected, so that only this server can have written it.</summary>
public sealed class SessionCookie(IDataProtectionProvider protection)
{
    private const string Name = "bankadmin";

    private readonly IDataProtector protector = protection.CreateProtector("BankAdmin.Session");

    /// <summary>Reads the session's key, or null when there is no readable cookie.</summary>
    public Guid? Read(HttpRequest request)
    {
        if (request.Cookies[Name] is not { Length: > 0 } value)
        {
            return null;
        }

        try
        {
            return new Guid(protector.Unprotect(Convert.FromBase64String(value)));
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    public void Write(HttpContext http, Guid sessionId) => http.Response.Cookies.Append(
        Name, Convert.ToBase64String(protector.Protect(sessionId.ToByteArray())), Options);

    public void Clear(HttpContext http)
    {
        if (http.Request.Cookies.ContainsKey(Name))
        {
            http.Response.Cookies.Delete(Name, Options);
        }
    }

    private static CookieOptions Options => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Path = "/",
        IsEssential = true,
    };
}
