using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Web.Forms;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Screens;

/// <summary>A controller that shows screens of the catalogue.</summary>
public abstract class ScreenController : Controller
{
    /// <summary>Where the layout finds the screen.</summary>
    public const string ScreenKey = "Screen";

    protected PageState Page => HttpContext.RequestServices.GetRequiredService<PageState>();

    protected ILogger Log => HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(GetType());

    /// <summary>Puts into the history that whoever is logged in looked at data of their company.</summary>
    protected Task NoteAsync(OperationEvent looked, CancellationToken ct)
    {
        var services = HttpContext.RequestServices;
        return services.GetRequiredService<InquiryLog>()
            .NoteAsync(looked, services.GetRequiredService<CurrentSession>().RequirePerson(), ct);
    }

    /// <summary>The screen that the action says it shows.</summary>
    protected virtual Screen Screen => ControllerContext.ActionDescriptor.EndpointMetadata.OfType<ScreenAttribute>().Last().Screen;

    protected ViewResult Show(Screen screen, string view, object? model = null)
    {
        ViewData[ScreenKey] = screen;
        return View(view, model);
    }

    /// <summary>Shows a menu: what is open to whoever looks at it.</summary>
    protected ViewResult ShowMenu(SignedIn session, params IEnumerable<MenuBlock> blocks) => Show(
        Screen, "menu", blocks.Select(block => block.OpenTo(session)).Where(block => block.Items.Count + block.Rows.Count > 0).ToList());

    /// <summary>Shows a screen again with what is wrong.</summary>
    protected ViewResult Refuse(Screen screen, string view, object? model, IEnumerable<Violation> errors, Refusal? refusal = null)
    {
        refusal ??= new Refusal();
        Page.Refuse(errors, refusal);
        Response.StatusCode = refusal.Status;
        return Show(screen, view, model);
    }

    /// <summary>Goes on to another page (303).</summary>
    protected static SeeOtherResult SeeOther(string path) => new(path);
}
