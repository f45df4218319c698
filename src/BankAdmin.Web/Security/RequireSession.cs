using BankAdmin.Web.Screens;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace BankAdmin.Web.Security;

/// <summary>Shows what was done: it stays open, whatever the contract has now.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShowsWhatWasDoneAttribute : Attribute;

/// <summary>
/// Stands before every action: no session, no page; login order first; for whom it is, is judged from current data. What says
/// nothing of itself is closed.
/// </summary>
public sealed class RequireSession(CurrentSession current) : IAsyncAuthorizationFilter
{
    public Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        context.Result = Judge(context.ActionDescriptor.EndpointMetadata);
        return Task.CompletedTask;
    }

    private IActionResult? Judge(IList<object> marks)
    {
        var mark = marks.OfType<IForWhom>().LastOrDefault();
        var audience = mark?.Audience ?? Audience.Nobody;
        if (audience == Audience.Anyone)
        {
            return null;
        }

        if (current.SignedIn is not { } session)
        {
            return current.TimedOut is not null && marks.OfType<KeepsTypedAfterTimeoutAttribute>().Any() ? null : new SeeOtherResult("/");
        }

        // Of the pages of the login order only the one that is due is open.
        var due = LoginOrder.Next(session);
        return audience == Audience.DuringLogin
            ? mark?.Screen is { } own && own != due ? new SeeOtherResult(due?.Path ?? "/") : null
            : due is not null && due != mark?.Screen ? new SeeOtherResult(due.Path!)
            : !audience.Admits(session) ? new StatusCodeResult(StatusCodes.Status403Forbidden)
            : mark?.Screen?.IsOfferedBy(session.Contract) != false || marks.OfType<ShowsWhatWasDoneAttribute>().Any() ? null
            : new NotFoundResult();
    }
}

/// <summary>303: the browser comes back with a GET, whatever it sent.</summary>
public sealed class SeeOtherResult(string path) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.HttpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
