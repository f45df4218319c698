using BankAdmin.Web.Screens;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace BankAdmin.Web.Security;

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

        return audience != Audience.DuringLogin && LoginOrder.Next(session) is { } due ? new SeeOtherResult(due.Path!)
            : !audience.Admits(session) ? new StatusCodeResult(StatusCodes.Status403Forbidden)
            : mark?.Screen?.IsOfferedBy(session.Contract) == false ? new NotFoundResult()
            : null;
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
