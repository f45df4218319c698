using BankAdmin.Domain.Rules;
using BankAdmin.Web.Forms;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Screens;

/// <summary>A controller that shows screens of the catalogue.</summary>
public abstract class ScreenController : Controller
{
    /// <summary>Where the layout finds the screen.</summary>
    public const string ScreenKey = "Screen";

    /// <summary>The page's errors.</summary>
    protected PageState Page => HttpContext.RequestServices.GetRequiredService<PageState>();

    /// <summary>Shows a screen.</summary>
    protected ViewResult Show(Screen screen, string view, object? model = null)
    {
        ViewData[ScreenKey] = screen;
        return View(view, model);
    }

    /// <summary>Shows a screen again with what is wrong (422, 409, 403).</summary>
    protected ViewResult Refuse(
        Screen screen, string view, object? model, IEnumerable<Violation> errors, int status = StatusCodes.Status422UnprocessableEntity,
        string? heading = null, string detail = "", ErrorLink? link = null)
    {
        Page.Refuse(errors, heading, detail, link);
        Response.StatusCode = status;
        return Show(screen, view, model);
    }

    /// <summary>Goes on to another page (303).</summary>
    protected static SeeOtherResult SeeOther(string path) => new(path);
}
