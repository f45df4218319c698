using BankAdmin.Domain;
using BankAdmin.Domain.Approvals;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Limits;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Notices;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Wizards;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Companies.ChangeCompany;

/// <summary>A company, who could approve for it now, and what it has used today.</summary>
public sealed record CompanySubject(Company Company, LossGuard Guard, CompanyUse Use)
    : Subject<ChangeCompanyForm>(ChangeCompanyForm.From(Company), Company);

/// <summary>企業情報変更 (rule: spec rules.md §2).</summary>
[Wizard("change-company", "/companies/change-company", "BKGK002")]
public sealed class ChangeCompanyWizard(BankAdminDbContext context, ChangeNotices notices) : Wizard<ChangeCompanyForm, CompanySubject>
{
    private static readonly ChangeCompanyForm.Validator Validator = new();

    public override Operation Operation => OperationCatalogue.ChangeCompany;

    public override WizardScreens Screens { get; } =
        new(ScreenCatalogue.ChangeCompanyResult, ScreenCatalogue.ChangeCompanyConfirm, "変更内容を確認", "変更完了");

    public override IReadOnlyList<InputStep<ChangeCompanyForm, CompanySubject>> Steps { get; } =
    [
        new InputStep<ChangeCompanyForm, CompanySubject, ChangeCompanyForm>(
            "edit", ScreenCatalogue.ChangeCompany, "企業情報・限度額を変更", (_, _) => Validator,
            form => form, (subject, _, posted) => posted.FitTo(subject.Company)),
    ];

    public override int Schema => 2;

    public override ChangeCompanyForm Fit(CompanySubject subject, ChangeCompanyForm input) => input.FitTo(subject.Company);

    public override WizardWords Words(CompanySubject subject) =>
        new("以下の内容で企業情報を変更します。", "以下の内容で企業情報を変更しました。");

    public override StepUp StepUpFor(CompanySubject subject) => subject.Company.ForCompany();

    public override async Task<CompanySubject?> LoadAsync(string subjectKey, Person actor, CancellationToken ct)
    {
        var company = await context.Companies.SingleAsync(ct);
        return new CompanySubject(company, await LossGuard.ReadAsync(context, company, ct), CompanyUse.Nothing);
    }

    public override IEnumerable<Described> Describe(CompanySubject subject, ChangeCompanyForm input)
    {
        var company = subject.Company;
        yield return new Described("企業情報", "companyNameKana", "企業名(カナ)", company.NameKana);
        yield return new Described("企業情報", "companyName", "企業名", JapaneseText.Widen(input.CompanyName));
        yield return new Described("企業情報", "services", "利用可能業務", string.Join('、', company.Services.Select(s => s.Service.Name)));
        foreach (var service in company.Services.Select(s => s.Service))
        {
            var typed = input.Approval.GetValueOrDefault(service.Key);
            yield return new Described(
                "承認機能の利用有無", $"approval.{service.Key}", service.Name, ApprovalMode.Find(typed)?.Name ?? typed ?? "");
        }

        foreach (var (i, account) in ChangeCompanyForm.AccountsOf(company).Index())
        {
            foreach (var kind in AccountDailyLimits.Kinds)
            {
                yield return Limit(
                    "口座一日当たりの限度額", $"accountLimits[{i}].{kind.Key}", kind.Name, input.AccountLimits[i]![kind.Key],
                    AccountDailyLimits.MaxDigits, account.Name);
            }
        }

        foreach (var kind in ChangeCompanyForm.LimitsOf(company))
        {
            yield return Limit(
                "企業一日当たりの限度額", $"companyLimits.{kind.Key}", kind.Name, input.CompanyLimits[kind.Key], CompanyDailyLimits.MaxDigits, null);
        }
    }

    public override Task<IReadOnlyList<Violation>> CheckAsync(CompanySubject subject, ChangeCompanyForm input, CancellationToken ct) =>
        Task.FromResult(subject.Company.CheckInformation(input.ToInformation(subject.Company), subject.Guard.Approvers));

    public override Task<IReadOnlyList<Violation>> CheckReadableAsync(
        CompanySubject subject, ChangeCompanyForm input, IReadOnlySet<string> unreadable, CancellationToken ct) =>
        CheckAsync(subject, input, ct);

    public override async Task ApplyAsync(CompanySubject subject, ChangeCompanyForm input, CancellationToken ct)
    {
        var company = subject.Company;
        var proposal = input.ToInformation(company);
        var changed = company.Services.Where(s => proposal.Modes[s.Service] != s.Mode).Select(s => s.Service).ToList();
        if (company.Information.WeakenedBy(proposal).ToList() is { Count: > 0 } weakened)
        {
            await notices.TellAsync(new ChangeNotice(Operation) { Details = weakened, ToAdministrators = true }, ct);
        }

        company.ChangeInformation(proposal, subject.Guard.Approvers);
        subject.Guard.RequireAfterRows(context, changed);
    }

    private static Described Limit(string heading, string key, string label, string? typed, int maxDigits, string? group) => new(
        heading, key, label, AmountText.Find(typed, maxDigits)?.ToString() ?? typed ?? "", group, ValueKind.Amount);
}
