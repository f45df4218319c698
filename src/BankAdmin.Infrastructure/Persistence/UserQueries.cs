using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Persistence;

/// <summary>A user in a list.</summary>
public sealed class UserRow
{
#pragma warning disable CS1591 // as in User
    public Guid Id { get; init; }

    public string LoginId { get; init; } = "";

    public string LoginIdKey { get; init; } = "";

    public string Name { get; init; } = "";

    public string NameKey { get; init; } = "";

    public UserRole Role { get; init; }

    public bool Suspended { get; init; }

    public ServiceState State { get; init; }

    public TokenRegistration Token { get; init; } = TokenRegistration.None;
#pragma warning restore CS1591
}

/// <summary>Questions about the users of a company, and what must hold over all of them.</summary>
public static class UserQueries
{
    /// <summary>The certificates of a user, whoever asks, tracked.</summary>
    public static Task<List<ClientCertificate>> CertificatesOfAsync(this BankAdminDbContext context, Guid userId, CancellationToken ct) =>
        context.Certificates.IgnoreQueryFilters().Where(certificate => certificate.UserId == userId).ToListAsync(ct);

    /// <summary>The users with their サービス状態: of several, the worst is shown (rule: spec rules.md §5, rulings.md).</summary>
    /// <param name="context">The database.</param>
    /// <param name="nowUtc">The time a 一時停止 is held against, UTC.</param>
    public static IQueryable<UserRow> UserRows(this BankAdminDbContext context, DateTime nowUtc) =>
        from user in context.Users.AsNoTracking()
        from login in context.WrongEntries.Where(c => c.SubjectId == user.Id && c.Kind == EntryKind.Login).DefaultIfEmpty()
        from confirmation in context.WrongEntries.Where(c => c.SubjectId == user.Id && c.Kind == EntryKind.Confirmation).DefaultIfEmpty()
        select new UserRow
        {
            Id = user.Id,
            LoginId = user.LoginId,
            LoginIdKey = user.LoginIdKey,
            Name = user.Name,
            NameKey = user.NameKey,
            Role = user.Role,
            Suspended = user.Suspended,
            Token = user.Token,
            State = user.Suspended ? ServiceState.Stopped
                : login != null && login.Stopped ? ServiceState.LoginStopped
                : confirmation != null && confirmation.Stopped ? ServiceState.ConfirmationStopped
                : login != null && login.PausedUntilUtc > nowUtc ? ServiceState.LoginPaused
                : confirmation != null && confirmation.PausedUntilUtc > nowUtc ? ServiceState.ConfirmationPaused
                : ServiceState.Active,
        };

    /// <summary>As many users, to be counted: their サービス状態, which takes two more tables, is not there.</summary>
    public static IQueryable<UserRow> UserRowsWithoutState(this BankAdminDbContext context) =>
        context.Users.AsNoTracking().Select(user => new UserRow
        {
            LoginIdKey = user.LoginIdKey,
            NameKey = user.NameKey,
            Role = user.Role,
        });

    /// <summary>Whether a login ID is taken, by whoever in the bank; a deleted user's stays taken for a while.</summary>
    public static Task<bool> IsLoginIdTakenAsync(
        this BankAdminDbContext context, string key, Guid? exceptUserId, DateTime nowUtc, CancellationToken ct)
    {
        var free = FreeSince(nowUtc);
        return context.Users.IgnoreQueryFilters().AnyAsync(
            u => u.LoginIdKey == key && u.Id != exceptUserId && (u.DeletedAtUtc == null || u.DeletedAtUtc > free), ct);
    }

    /// <summary>Lets go of a login ID whose user was deleted long ago.</summary>
    public static Task FreeLoginIdAsync(this BankAdminDbContext context, string key, DateTime nowUtc, CancellationToken ct)
    {
        var free = FreeSince(nowUtc);
        return context.Users.IgnoreQueryFilters().Where(u => u.LoginIdKey == key && u.DeletedAtUtc <= free).ExecuteDeleteAsync(ct);
    }

    /// <summary>Puts a stronger hash of the same password in the place of the one it was judged by; a new password stays.</summary>
    public static Task StrengthenAsync(
        this BankAdminDbContext context, Guid userId, EntryKind kind, string judged, string stronger, CancellationToken ct)
    {
        var user = context.Users.IgnoreQueryFilters().Where(u => u.Id == userId);
        return kind == EntryKind.Login
            ? user.Where(u => u.LoginPassword.Hash == judged)
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.LoginPassword.Hash, stronger), ct)
            : user.Where(u => u.ConfirmationPassword.Hash == judged)
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.ConfirmationPassword.Hash, stronger), ct);
    }

    /// <summary>Refuses the next save if it leaves more users than the contract has places.</summary>
    public static void EnsureUserMaximum(this BankAdminDbContext context, Company company) => context.RequireAfterRows(async ct =>
        await context.Users.CountAsync(user => user.CompanyId == company.Id, ct) <= company.UserMaximum);

    private static DateTime FreeSince(DateTime nowUtc) => nowUtc.AddDays(-User.DaysUntilLoginIdIsFree);
}
