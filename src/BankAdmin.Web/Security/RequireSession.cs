using BankAdmin.Web.Screens;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace BankAdmin.Web.Security;

/// <summary>Opens a controller or action to people without a session. Everything else needs one.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AnyoneAttribute : Attribute;

/// <summary>Opens an action while passwords are still due at login.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class DuringLoginAttribute : Attribute;

/// <summary>Needs the Master or an administrator (rule: spec rules.md §1, 企業管理).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AdministratorsOnlyAttribute : Attribute;

/// <summary>
/// Stands before every action: no session, no page; login order first; the role is judged from current data. What says
/// nothing of itself is closed.
/// </summary>
public sealed class RequireSession(CurrentSession current) : IAsyncAuthorizationFilter
{
    /// <inheritdoc />
    public Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var marks = context.ActionDescriptor.EndpointMetadata;
        if (!marks.OfType<AnyoneAttribute>().Any())
        {
            context.Result = Judge(marks);
        }

        return Task.CompletedTask;
    }

    private IActionResult? Judge(IList<object> marks) => current.SignedIn switch
    {
        null when current.TimedOut is not null && marks.OfType<KeepsTypedAfterTimeoutAttribute>().Any() => null,
        null => new SeeOtherResult("/"),
        { MustSetPasswords: true } when !marks.OfType<DuringLoginAttribute>().Any() => new SeeOtherResult(ScreenCatalogue.ForcedPasswordChange.Path!),
        { } session when marks.OfType<AdministratorsOnlyAttribute>().Any() && !session.Person.AdministersCompany => new StatusCodeResult(StatusCodes.Status403Forbidden),
        _ => null,
    };

}

/// <summary>303: go and look there, with GET.</summary>
public sealed class SeeOtherResult(string path) : IActionResult
{
    /// <inheritdoc />
    public Task ExecuteResultAsync(ActionContext context)
    {
        context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.HttpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
