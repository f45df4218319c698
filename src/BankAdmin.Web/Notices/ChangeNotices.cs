using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Mail;
using BankAdmin.Infrastructure.Notices;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Notices;

/// <summary>Somebody something was done to.</summary>
/// <param name="Id">Their key.</param>
/// <param name="Name">Their name.</param>
/// <param name="Addresses">Where they read: the address as it was before, and the new one.</param>
public sealed record NoticedPerson(Guid Id, string Name, params IReadOnlyList<string> Addresses)
{
    public static NoticedPerson Of(User user) => new(user.Id, user.Name, user.Email);
}

/// <summary>What was done, as those who should know of it are told.</summary>
public sealed record ChangeNotice(Operation Operation)
{
    /// <summary>To whom it was done; none: to the company as a whole, and who did it is told themselves.</summary>
    public IReadOnlyList<NoticedPerson> People { get; init; } = [];

    /// <summary>What of it: names of the items, or how it ended; never a value.</summary>
    public IEnumerable<string> Details { get; init; } = [];

    /// <summary>What it leaves undone.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>Whether the company's other administrators are told, too (rule: spec credentials.md, rules.md §8).</summary>
    public bool ToAdministrators { get; init; }
}

/// <summary>
/// Tells people by mail and on their top page what was done, so that a change they did not want does not stay unseen (rule: spec
/// rulings.md). A mail names what was done, never a value, a password, a code or a link.
/// </summary>
public sealed class ChangeNotices(BankAdminDbContext context, CurrentSession session, BankParameters bank, TimeProvider clock)
{
    private const int NamesTold = 10;

    /// <summary>Tells somebody of what was done to them with the next save.</summary>
    public Task TellAsync(Operation operation, User person, CancellationToken ct, params IEnumerable<string> details) =>
        TellAsync(new ChangeNotice(operation) { People = [NoticedPerson.Of(person)], Details = details }, ct);

    /// <summary>Tells it with the next save.</summary>
    public async Task TellAsync(ChangeNotice notice, CancellationToken ct)
    {
        var by = session.RequirePerson();
        foreach (var person in notice.People)
        {
            Tell(notice, person, by, about: null);
        }

        if (notice.ToAdministrators)
        {
            var ids = notice.People.Select(person => person.Id).ToList();
            var others = await context.Users.AsNoTracking()
                .Where(user => user.Role == UserRole.Master || user.Role == UserRole.Administrator)
                .Where(user => !ids.Contains(user.Id))
                .Select(user => new { user.Id, user.Name, user.Email }).ToListAsync(ct);
            var about = notice.People.Count == 0 ? null
                : string.Join('、', notice.People.Take(NamesTold).Select(person => person.Name))
                    + (notice.People.Count > NamesTold ? $" ほか{notice.People.Count - NamesTold}名" : "");
            foreach (var other in others.Where(other => notice.People.Count == 0 || other.Id != by.Id))
            {
                Tell(notice, new NoticedPerson(other.Id, other.Name, other.Email), by, about);
            }
        }
    }

    private void Tell(ChangeNotice notice, NoticedPerson to, Person by, string? about)
    {
        var (now, company) = (clock.GetUtcNow().UtcDateTime, by.CompanyId!.Value);
        var details = string.Join('、', notice.Details);
        var what = notice.Operation.Name + (details.Length == 0 ? "" : $"（{details}）");
        var actor = by.Id == to.Id ? "ご本人" : by.Name;
        var cautions = string.Concat(notice.Warnings.Select(warning => $"{Environment.NewLine}　ご注意：{warning.Text}"));
        var body = $"""
            {to.Name} 様

            {bank.Name} {bank.ServiceName}です。
            次の操作を受け付けましたので、お知らせします。

            　日時：{JapanTime.Long(now)}
            　操作：{what}{(about is null ? "" : $"{Environment.NewLine}　対象の利用者：{about}")}
            　操作した利用者：{actor}{cautions}

            お心あたりのないときは、すぐに貴社の管理者ユーザまたは次の連絡先へご連絡ください。
            {bank.HelpDesk}

            このメールは送信専用です。当行がメールでパスワードをお尋ねすることや、リンク先での入力をお願いすることはありません。
            """;
        context.AddRange(to.Addresses.Distinct(StringComparer.OrdinalIgnoreCase).Select(address =>
            new OutgoingMail(company, address, $"【{bank.Name}】{notice.Operation.Name}のお知らせ", body, now)));
        context.Add(new Alert(
            company, to.Id, now, $"{what}　{(about is null ? "" : $"対象：{about}　")}操作：{actor}"));
    }
}
