using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace BankAdmin.Web.Security;

/// <summary>
/// Reads the form of a request once, after it is clear who sends it and before anything looks into it: what cannot be read is the
/// sender's mistake, wherever it is sent.
/// </summary>
public sealed class RequireReadableForm : IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>Between <see cref="RequireSession"/> (0) and antiforgery (1000).</summary>
    public const int Place = 500;

    public int Order => Place;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!request.HasFormContentType || context.Filters.Any(filter => filter is IgnoreAntiforgeryTokenAttribute))
        {
            // What asks nothing of a form: the page, too, that says it cannot be read.
            return;
        }

        try
        {
            await request.ReadFormAsync(context.HttpContext.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
        }
    }
}
