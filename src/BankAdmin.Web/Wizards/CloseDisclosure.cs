using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Mvc.Filters;

namespace BankAdmin.Web.Wizards;

/// <summary>Ends what a result page hands out when its session opens a page that is not of the same draft.</summary>
public sealed class CloseDisclosure(CurrentSession current, Disclosures disclosures) : IAsyncAuthorizationFilter
{
    public Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var marks = context.ActionDescriptor.EndpointMetadata;
        var isPage = marks.OfType<IForWhom>().LastOrDefault()?.Screen is not null && !marks.OfType<NoActivityAttribute>().Any();
        return isPage && current.SignedIn?.DisclosedDraftId is { } draftId
            && !(Guid.TryParse(context.RouteData.Values["id"]?.ToString(), out var opened) && opened == draftId)
            ? disclosures.CloseAsync(context.HttpContext.RequestAborted)
            : Task.CompletedTask;
    }
}
