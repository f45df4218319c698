using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.Users.Shared;
using BankAdmin.Web.Features.Users.ViewUser;
using BankAdmin.Web.Forms;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Users.ListUsers;

/// <summary>What the list shows.</summary>
/// <param name="Filter">What is searched, as typed.</param>
/// <param name="Found">The users of the page.</param>
/// <param name="Credentials">What they prove themselves with.</param>
/// <param name="Users">How many there are.</param>
/// <param name="Contract">The contract.</param>
/// <param name="Selected">Login ID that is chosen.</param>
public sealed record UserListPage(
    UserFilter Filter, ListPage<UserRow> Found, IReadOnlyDictionary<Guid, UserCredentials> Credentials, int Users, Contract Contract,
    string? Selected);

/// <summary>利用者一覧 (BRSK005).</summary>
[Area("Users")]
[Route("users")]
[Screen("BRSK005")]
public sealed class ListUsersController(
    BankAdminDbContext context, WizardRegistry wizards, WizardServices services, CurrentSession session, UserDirectory directory)
    : ScreenController
{
    /// <summary>What the buttons of the list begin.</summary>
    private static readonly Dictionary<string, string> Wizards = new()
    {
        ["create"] = "register-user",
        ["copy"] = "register-user",
        ["change"] = "change-user",
        ["delete"] = "delete-user",
    };

    [HttpGet("")]
    public async Task<IActionResult> List(UserFilter filter, CancellationToken ct) =>
        Show(Screen, "list", await PageAsync(filter, null, ct));

    /// <summary>Does something with the chosen user, or begins a registration.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Act([FromForm] string? selected, [FromForm] string? action, UserFilter filter, CancellationToken ct)
    {
        var key = LoginId.Key(selected);
        var user = key.Length == 0 ? null : await context.Users.AsNoTracking().SingleOrDefaultAsync(u => u.LoginIdKey == key, ct);
        if (user is null && action != "create")
        {
            return key.Length == 0 ? await RefuseAsync(filter, null, [new Violation(ErrorCodes.Required, "selected")], ct) : NotFound();
        }

        if (action == "inquire")
        {
            return SeeOther(ViewUserController.PathOf(user!.Id));
        }

        if (action is null || !Wizards.TryGetValue(action, out var wizard))
        {
            return NotFound();
        }

        var subject = action == "create" ? "" : user!.Id.ToString();
        var (path, refused) = await wizards[wizard].StartAsync(services, subject, filter.PathOf(filter.Page), ct);
        return path is not null ? SeeOther(path)
            : refused.Count > 0 ? await RefuseAsync(filter, selected, refused, ct, wizards[wizard].Act)
            : NotFound();
    }

    private async Task<IActionResult> RefuseAsync(
        UserFilter filter, string? selected, IReadOnlyList<Violation> refused, CancellationToken ct, string act = "変更") =>
        Refuse(Screen, "list", await PageAsync(filter, selected, ct), refused,
            new Refusal(Heading: selected is null && refused[0].Code == ErrorCodes.Required
                ? "利用者が選ばれていません。"
                : $"この操作は始められません。{act}は行われていません。"));

    private async Task<UserListPage> PageAsync(UserFilter filter, string? selected, CancellationToken ct)
    {
        var (page, credentials) = await directory.PageAsync(filter, ct);
        page.Rows.TellUnreadable(() => Log);
        await NoteAsync(new ListInquired(OperationCatalogue.ListUsers, null, filter.Words), ct);
        var users = filter.Searches ? await context.Users.CountAsync(ct) : page.Found;
        return new UserListPage(filter with { Page = page.Number }, page, credentials, users, session.Require().Contract, selected);
    }
}
