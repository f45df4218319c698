using BankAdmin.Infrastructure.Persistence;

namespace BankAdmin.Web.Features.Users.Shared;

/// <summary>Rows whose 利用者区分 is no word the program knows: they are shown as they are, and whoever runs the program is told.</summary>
public static class UnreadableRows
{
    public static void TellUnreadable(this IEnumerable<UserRow> rows, Func<ILogger> log)
    {
        foreach (var row in rows.Where(row => !Enum.IsDefined(row.Role)))
        {
            log().LogError("The role of user {UserId} cannot be read.", row.Id);
        }
    }
}
