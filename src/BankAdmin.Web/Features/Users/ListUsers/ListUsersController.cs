using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Drafts;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.Users.ChangeUser;
using BankAdmin.Web.Features.Users.DeleteUser;
using BankAdmin.Web.Features.Users.RegisterUser;
using BankAdmin.Web.Features.Users.ViewUser;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Users.ListUsers;

/// <summary>What the list shows.</summary>
/// <param name="Filter">What is searched, as typed.</param>
/// <param name="Rows">The users of the page.</param>
/// <param name="Found">How many users were found.</param>
/// <param name="Users">How many there are.</param>
/// <param name="Company">The contract.</param>
/// <param name="Selected">Login ID that is chosen.</param>
public sealed record UserListPage(UserFilter Filter, IReadOnlyList<UserRow> Rows, int Found, int Users, Company Company, string? Selected)
{
    private const int Neighbours = 2;

    /// <summary>How many pages there are.</summary>
    public int Pages => Math.Max(1, (Found + UserFilter.PageSize - 1) / UserFilter.PageSize);

    /// <summary>The pages that are linked: the ends and the neighbours; null: some are left out.</summary>
    public IEnumerable<int?> PagesShown
    {
        get
        {
            var last = 0;
            foreach (var page in Enumerable.Range(1, Pages).Where(page => page == 1 || page == Pages || Math.Abs(page - Filter.Page) <= Neighbours))
            {
                if (page > last + 1)
                {
                    yield return null;
                }

                yield return last = page;
            }
        }
    }
}

/// <summary>利用者一覧 (BRSK005).</summary>
[Area("Users")]
[Route("users")]
[AdministratorsOnly]
public sealed class ListUsersController(BankAdminDbContext context, UserStarts starts, TimeProvider clock) : ScreenController
{
    /// <summary>Shows the users that are searched for.</summary>
    [HttpGet("")]
    public async Task<IActionResult> List(UserFilter filter, CancellationToken ct) =>
        Show(ScreenCatalogue.Users, "list", await PageAsync(filter, null, ct));

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

        var (draft, refused) = await starts.StartAsync(action, user, filter.PathOf(filter.Page), ct);
        return draft is not null ? SeeOther(draft.Path)
            : refused.Count > 0 ? await RefuseAsync(filter, selected, refused, ct)
            : NotFound();
    }

    private async Task<IActionResult> RefuseAsync(UserFilter filter, string? selected, IReadOnlyList<Violation> refused, CancellationToken ct) =>
        Refuse(ScreenCatalogue.Users, "list", await PageAsync(filter, selected, ct), refused,
            heading: selected is null && refused[0].Code == ErrorCodes.Required ? "利用者が選ばれていません。" : "この操作は始められません。変更は行われていません。");

    private async Task<UserListPage> PageAsync(UserFilter filter, string? selected, CancellationToken ct)
    {
        var found = filter.Apply(context.UserRows(clock.GetUtcNow().UtcDateTime));
        var count = await found.CountAsync(ct);
        filter = filter with { Page = Math.Clamp(filter.Page, 1, Math.Max(1, (count + UserFilter.PageSize - 1) / UserFilter.PageSize)) };
        return new UserListPage(
            filter, await filter.Sort(found).Skip((filter.Page - 1) * UserFilter.PageSize).Take(UserFilter.PageSize).ToListAsync(ct), count,
            await context.Users.CountAsync(ct), await context.Companies.AsNoTracking().SingleAsync(ct), selected);
    }
}

/// <summary>Begins the wizards that the list leads to.</summary>
public sealed class UserStarts(
    RegisterUserWizard register, ChangeUserWizard change, DeleteUserWizard delete, Wizards.WizardEngines engines)
{
    /// <summary>Begins one, to come back to the list as it was; or says why it cannot be begun; or neither: there is no such action.</summary>
    public Task<(WizardDraft? Draft, IReadOnlyList<Violation> Refused)> StartAsync(string? action, User? user, string listPath, CancellationToken ct)
    {
        var subject = user?.Id.ToString() ?? "";
        return action switch
        {
            "create" => engines.For(register).StartAsync("", "/" + RegisterUserController.Path, listPath, ct),
            "copy" => engines.For(register).StartAsync(subject, "/" + RegisterUserController.Path, listPath, ct),
            "change" => engines.For(change).StartAsync(subject, "/" + ChangeUserController.Path, listPath, ct),
            "delete" => engines.For(delete).StartAsync(subject, "/" + DeleteUserController.Path, listPath, ct),
            _ => Task.FromResult<(WizardDraft?, IReadOnlyList<Violation>)>((null, [])),
        };
    }
}
