using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.OperationHistory.SearchHistory;
using BankAdmin.Web.Features.Shared;
using BankAdmin.Web.Features.Users.Shared;
using BankAdmin.Web.Receipts;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Users.ViewUser;

/// <summary>利用者照会 (BRSK023).</summary>
[Area("Users")]
[Route("users/view/{id:guid}")]
[Screen("BRSK023")]
public sealed class ViewUserController(
    BankAdminDbContext context, ReceiptStore receipts, CurrentSession session, UserDirectory directory)
    : InquiryController(context, receipts, session)
{
    public static string PathOf(Guid id) => $"/users/view/{id}";

    protected override Screen Screen => base.Screen with { Path = PathOf(Id) };

    protected override Operation Operation => OperationCatalogue.InquireUser;

    private Guid Id => Guid.Parse((string)RouteData.Values["id"]!);

    protected override async Task<Inquired?> ReadAsync(CancellationToken ct)
    {
        var user = await Context.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == Id, ct);
        if (user is null)
        {
            return null;
        }

        var company = await Context.Companies.AsNoTracking().SingleAsync(ct);
        var (row, credentials) = await directory.GetAsync(Id, ct);
        var sheet = new UserSheet(new ProposedUser(company, user, Person));
        var standing = Standing(row, credentials, Contract).ToList();
        var facts = sheet.Describe(UserForm.From(user, company), UserSheet.Hidden(user.ConfirmationPassword.Hash is not null));

        // 利用者区分 stands once, also where the sheet of a Master has it in the place of 管理者権限.
        return new Inquired(
            user.AsSubject(), Sheets.Of([.. standing, .. facts.Where(fact => standing.All(known => known.Key != fact.Key))]),
            new HistoryLink("この利用者の操作", new HistoryForm { By = user.Id }));
    }

    private static IEnumerable<Described> Standing(UserRow row, UserCredentials credentials, Contract contract)
    {
        const string State = "利用者の状態";
        yield return new Described(State, "role", "利用者区分", row.Role.Name());
        yield return new Described(State, "state", "サービス状態", row.State.Name());
        yield return new Described(State, "certificateState", "証明書状態", credentials.CertificateName(contract).ToString());
        if (credentials.CertificateEndsAtUtc is { } end)
        {
            yield return new Described(State, "certificateEndsAt", "証明書の有効期限", JapanTime.Long(end));
        }

        yield return new Described(State, "tokenState", "トークン状態", credentials.TokenName(contract).ToString());
    }
}
