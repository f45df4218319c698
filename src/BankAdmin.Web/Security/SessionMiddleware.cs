using System.Security.Claims;
using BankAdmin.Web.Screens;
using Microsoft.AspNetCore.Diagnostics;

namespace BankAdmin.Web.Security;

/// <summary>Keeps what was typed although the session has timed out, and nothing else.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KeepsTypedAfterTimeoutAttribute : Attribute;

/// <summary>Does not count as activity: a script did it, not the person.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NoActivityAttribute : Attribute;

/// <summary>
/// Is judged as if nobody were logged in, like the page its form stands on: antiforgery binds a form to the person, and the second press
/// of a login, or one from an old tab, would be refused for that alone.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BeginsAnewAttribute : Attribute;

/// <summary>
/// Finds the session of a request and all that follows from it. Everything is read from the database each time; nothing
/// is taken from the cookie but the session's key (rule: spec quality.md §2).
/// </summary>
public sealed class SessionMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, SessionCookie cookie, IEnumerable<IRealmPeople> people, CurrentSession current)
    {
        var marks = http.GetEndpoint()?.Metadata;
        // After a failure nothing more is asked of the database: it may be what failed.
        var failed = http.Features.Get<IExceptionHandlerFeature>() is not null;
        var asked = !failed && current.SignedIn is null && marks?.GetMetadata<BeginsAnewAttribute>() is null;
        if (marks is not null && asked && cookie.Read(http.Request) is { } sessionId)
        {
            var realm = (marks.GetMetadata<IForWhom>()?.Audience ?? Audience.Nobody).Realm();
            var isActivity = marks.GetMetadata<NoActivityAttribute>() is null;
            await people.Single(p => p.Realm == realm).FindAsync(sessionId, isActivity, http.RequestAborted);
            var timedOut = marks.GetMetadata<KeepsTypedAfterTimeoutAttribute>() is null ? null : current.TimedOut?.Person.Id;
            if ((current.Person?.Id ?? timedOut) is { } userId)
            {
                // The claim is for antiforgery alone, which binds its tokens to it; RequireSession decides who may do what.
                http.User = new ClaimsPrincipal(
                    new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, userId.ToString("N"))], "Session"));
            }
        }

        await next(http);
    }
}
