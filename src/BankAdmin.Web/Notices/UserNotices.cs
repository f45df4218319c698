using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Mail;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Security;

namespace BankAdmin.Web.Notices;

/// <summary>
/// Tells people by mail what was done to their user, so that a change they did not want does not stay unseen (rule: spec
/// rulings.md). A mail names what was done, never a value, a password or a link.
/// </summary>
public sealed class UserNotices(BankAdminDbContext context, CurrentSession session, BankParameters bank, TimeProvider clock)
{
    /// <summary>Tells it with the next save.</summary>
    /// <param name="operation">What was done.</param>
    /// <param name="userId">Whose user it is.</param>
    /// <param name="name">Their name.</param>
    /// <param name="addresses">Where they read: the address as it was before, and the new one.</param>
    /// <param name="details">What of it: names of the items, or how it ended.</param>
    public void Tell(Operation operation, Guid userId, string name, IEnumerable<string> addresses, params IEnumerable<string> details) =>
        Tell(operation, userId, name, addresses, details, []);

    /// <summary>Tells it with what it leaves undone.</summary>
    public void Tell(
        Operation operation, Guid userId, string name, IEnumerable<string> addresses, IEnumerable<string> details,
        IReadOnlyList<Warning> warnings)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var by = session.RequirePerson();
        var what = string.Join('、', details);
        var cautions = string.Concat(warnings.Select(warning => $"{Environment.NewLine}　ご注意：{warning.Text}"));
        var body = $"""
            {name} 様

            {bank.Name} {bank.ServiceName}です。
            次の操作を受け付けましたので、お知らせします。

            　日時：{JapanTime.Long(now)}
            　操作：{operation.Name}{(what.Length == 0 ? "" : $"（{what}）")}
            　操作した利用者：{(by.Id == userId ? "ご本人" : by.Name)}{cautions}

            お心あたりのないときは、すぐに貴社の管理者ユーザまたは次の連絡先へご連絡ください。
            {bank.HelpDesk}

            このメールは送信専用です。当行がメールでパスワードをお尋ねすることや、リンク先での入力をお願いすることはありません。
            """;
        context.AddRange(addresses.Distinct(StringComparer.OrdinalIgnoreCase).Select(address =>
            new OutgoingMail(by.CompanyId!.Value, address, $"【{bank.Name}】{operation.Name}のお知らせ", body, now)));
    }
}
