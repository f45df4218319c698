using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.Users.Shared;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Users.ViewRights;

/// <summary>What the screen shows: a page of the matrix.</summary>
public sealed record RightsPage(Matrix Matrix, ListPage<UserRow> Users);

/// <summary>Reads who of a company holds which right, a page or all.</summary>
public sealed class RightsMatrix(
    BankAdminDbContext context, CredentialStates states, CurrentSession session, TimeProvider clock, ILogger<RightsMatrix> logger)
{
    private const int UsersShown = 50;

    public async Task<(OperationSubject Subject, RightsPage Page)> PageAsync(int page, CancellationToken ct)
    {
        var company = await context.Companies.AsNoTracking().SingleAsync(ct);
        var users = await ListPage<UserRow>.ReadAsync(Users(), page, UsersShown, ct);
        var ids = users.Rows.Select(user => user.Id).ToList();
        var granted = context.Users.AsNoTracking().Where(user => ids.Contains(user.Id)).SelectMany(user => user.Rights);
        var matrix = MatrixOf(company, users.Rows, await granted.ToListAsync(ct), await states.OfAsync(users.Rows, ct));
        return (company.AsSubject(), new RightsPage(matrix, users));
    }

    public async Task<(OperationSubject Subject, Matrix Matrix)> AllAsync(CancellationToken ct)
    {
        var company = await context.Companies.AsNoTracking().SingleAsync(ct);
        var granted = await context.Users.AsNoTracking().SelectMany(user => user.Rights).ToListAsync(ct);
        var users = await Users().ToListAsync(ct);
        users.TellUnreadable(() => logger);
        return (company.AsSubject(), MatrixOf(company, users, granted, await states.OfAllAsync(users, ct)));
    }

    private IOrderedQueryable<UserRow> Users() => context.UserRows(clock.GetUtcNow().UtcDateTime).OrderBy(user => user.LoginIdKey);

    private Matrix MatrixOf(
        Company company, IReadOnlyList<UserRow> users, IReadOnlyList<UserRight> granted,
        IReadOnlyDictionary<Guid, UserCredentials> credentials)
    {
        var (offered, contract) = (Rights.OfferedBy(company), session.Require().Contract);
        var byUser = granted.ToLookup(right => right.UserId, right => right.Right);
        (bool IsUsed, string Head, Func<UserCredentials, string> Of)[] kinds =
        [
            (contract.UsesCertificates, "証明書状態", held => held.CertificateName(contract).ToString()),
            (contract.UsesTokens, "トークン状態", held => held.TokenName(contract).ToString()),
        ];
        var used = kinds.Where(kind => kind.IsUsed).ToList();
        return new Matrix(
            offered.Select(right => new MatrixColumn(right.Key.ToString(), right.Item, right.Name)).ToList(),
            users.Select(user => new MatrixRow(
                user.LoginId, user.Name, user.Role.Name(), user.State.Name(), Held(user, byUser[user.Id].ToHashSet(), offered))
            {
                Credentials = used.Select(kind => kind.Of(credentials[user.Id])).ToList(),
            }).ToList())
        {
            Credentials = used.Select(kind => kind.Head).ToList(),
        };
    }

    private static string Held(UserRow user, HashSet<Permission> granted, IReadOnlyList<Right> offered) =>
        string.Concat(offered.Select(right => user.Role == UserRole.Master || granted.Contains(right.Key) ? '1' : '0'));
}
