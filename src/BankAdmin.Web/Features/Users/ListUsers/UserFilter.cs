using System.Globalization;
using System.Linq.Expressions;
using BankAdmin.Domain;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Screens;

namespace BankAdmin.Web.Features.Users.ListUsers;

/// <summary>What is searched in the list, how it is sorted and which page is shown, as it stands in the address.</summary>
public sealed record UserFilter
{
    /// <summary>Users a page.</summary>
    public const int PageSize = 20;

    private const int LongestSearch = 100;

    /// <summary>The columns that can be sorted by, with their names.</summary>
    public static readonly IReadOnlyList<(string Key, string Name)> Columns =
        [("loginId", "ログインID"), ("userName", "利用者名"), ("role", "利用者区分"), ("state", "サービス状態")];

    private static readonly Expression<Func<UserRow, int>> RolePlace =
        user => user.Role == UserRole.Master ? 0 : user.Role == UserRole.Administrator ? 1 : 2;

    /// <summary>Part of a login ID or of a name.</summary>
    public string? Q { get; set; }

    /// <summary>利用者区分; empty: all.</summary>
    public string? Role { get; set; }

    /// <summary>サービス状態; empty: all.</summary>
    public string? State { get; set; }

    public string? Order { get; set; }

    public bool Descending { get; set; }

    /// <summary>Page, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>Whether it leaves anybody out.</summary>
    public bool Searches => !string.IsNullOrWhiteSpace(Q) || !string.IsNullOrEmpty(Role) || !string.IsNullOrEmpty(State);

    /// <summary>What is searched, as the history tells it.</summary>
    public string Words => string.Join('、', new[]
    {
        string.IsNullOrWhiteSpace(Q) ? null : $"ログインID・利用者名「{Typed}」",
        Named<UserRole>(Role)?.Name(),
        Named<ServiceState>(State)?.Name(),
    }.OfType<string>());

    private string Typed => string.Concat((Q ?? "").EnumerateRunes().Take(LongestSearch));

    public string PathOf(int page) => Path(Order, Descending, page);

    /// <summary>The address of the list sorted by a column; once more turns it round.</summary>
    public string SortedBy(string column) => Path(column, column == Column && !Descending, 1);

    /// <summary>The column it is sorted by.</summary>
    public string Column => Columns.Any(column => column.Key == Order) ? Order! : Columns[0].Key;

    /// <summary>Those that are searched for.</summary>
    public IQueryable<UserRow> Apply(IQueryable<UserRow> users)
    {
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var (id, name) = (LoginId.Key(Typed), SearchKey.Of(Typed));
            users = users.Where(user => user.LoginIdKey.Contains(id) || (name != "" && user.NameKey.Contains(name)));
        }

        if (Named<UserRole>(Role) is { } role)
        {
            users = users.Where(user => user.Role == role);
        }

        return Named<ServiceState>(State) is { } state ? users.Where(user => user.State == state) : users;
    }

    /// <summary>Sorted; login IDs decide between equals, so that pages do not overlap.</summary>
    public IOrderedQueryable<UserRow> Sort(IQueryable<UserRow> users) => (Column, Descending) switch
    {
        ("userName", false) => users.OrderBy(user => user.NameKey).ThenBy(user => user.LoginIdKey),
        ("userName", true) => users.OrderByDescending(user => user.NameKey).ThenBy(user => user.LoginIdKey),
        ("role", false) => users.OrderBy(RolePlace).ThenBy(user => user.LoginIdKey),
        ("role", true) => users.OrderByDescending(RolePlace).ThenBy(user => user.LoginIdKey),
        ("state", false) => users.OrderBy(user => user.State).ThenBy(user => user.LoginIdKey),
        ("state", true) => users.OrderByDescending(user => user.State).ThenBy(user => user.LoginIdKey),
        (_, true) => users.OrderByDescending(user => user.LoginIdKey),
        _ => users.OrderBy(user => user.LoginIdKey),
    };

    /// <summary>The page that is asked for, of the users of the company.</summary>
    public Task<ListPage<UserRow>> PageOfAsync(BankAdminDbContext context, DateTime nowUtc, CancellationToken ct)
    {
        var users = context.UserRows(nowUtc);
        var counted = string.IsNullOrEmpty(State) ? context.UserRowsWithoutState() : users;
        return ListPage<UserRow>.ReadAsync(Sort(Apply(users)), Page, PageSize, ct, Apply(counted));
    }

    // Only a name is a choice: a number would be read as one, too.
    private static T? Named<T>(string? typed)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => value.ToString() == typed).Select(value => (T?)value).FirstOrDefault();

    private string Path(string? column, bool descending, int page)
    {
        var parts = new Dictionary<string, string?>
        {
            ["q"] = Q,
            ["role"] = Role,
            ["state"] = State,
            ["order"] = column,
            ["descending"] = descending ? "true" : null,
            ["page"] = page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null,
        };
        var query = string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part.Value))
            .Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value!)}"));
        return query.Length == 0 ? "/users" : "/users?" + query;
    }
}
