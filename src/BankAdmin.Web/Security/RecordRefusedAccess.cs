using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.SignIn;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace BankAdmin.Web.Security;

/// <summary>
/// Puts into the history who asked for what is not theirs, or sent a form that no page of theirs gave out; now and then only, for it
/// can be repeated without end (rule: spec rulings.md „Bounded records“).
/// </summary>
public sealed class RecordRefusedAccess(BankAdminDbContext context, RepeatCounter repeats, CurrentSession current)
    : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext executing, ResultExecutionDelegate next)
    {
        if (ReasonOf(executing.Result) is { } reason)
        {
            var address = $"{executing.HttpContext.Request.Method} /{executing.ActionDescriptor.AttributeRouteInfo?.Template}";
            var who = current.SignedIn?.Person ?? Person.Unknown(executing.HttpContext.Terminal());
            var times = await repeats.CountAsync(
                $"{reason} {address}", who.Id == Guid.Empty ? RepeatCounter.SourceOf(who.Terminal) : who.Id.ToString());
            if (RepeatCounter.IsTold(times))
            {
                var subject = who.Id == Guid.Empty ? null : OperationSubject.Of(who);
                context.ChangeTracker.Clear();
                await context.RecordAsync(
                    new AccessRefused(subject, address, reason, times), who, who.CompanyId ?? ChainHead.Bank,
                    executing.HttpContext.RequestAborted);
            }
        }

        await next();
    }

    private static string? ReasonOf(IActionResult result) => result switch
    {
        IAntiforgeryValidationFailedResult => "forgedForm",
        StatusCodeResult { StatusCode: StatusCodes.Status403Forbidden } => "noPermission",
        _ => null,
    };
}
