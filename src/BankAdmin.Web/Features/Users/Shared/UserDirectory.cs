using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.Users.ListUsers;
using BankAdmin.Web.Screens;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Users.Shared;

/// <summary>The users of a company as lists and inquiries show them: with their state, and what they prove themselves with.</summary>
public sealed class UserDirectory(BankAdminDbContext context, CredentialStates states, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The page of a filter.</summary>
    public async Task<(ListPage<UserRow> Page, IReadOnlyDictionary<Guid, UserCredentials> Credentials)> PageAsync(
        UserFilter filter, CancellationToken ct)
    {
        var page = await filter.PageOfAsync(context, Now, ct);
        return (page, await states.OfAsync(page.Rows, ct));
    }

    /// <summary>One user, who must be there.</summary>
    public async Task<(UserRow Row, UserCredentials Credentials)> GetAsync(Guid id, CancellationToken ct)
    {
        var row = await context.UserRows(Now).SingleAsync(user => user.Id == id, ct);
        return (row, (await states.OfAsync([row], ct))[id]);
    }
}
