using BankAdmin.Domain;
using BankAdmin.Domain.Approvals;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Limits;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Wizards;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Companies.ChangeCompany;

/// <summary>企業情報の変更 (rule: spec rules.md §2): name, approval modes, limits.</summary>
public sealed class ChangeCompanyWizard(BankAdminDbContext context) : Wizard<ChangeCompanyForm>
{
    /// <inheritdoc />
    public override string Name => "change-company";

    /// <inheritdoc />
    public override Operation Operation => OperationCatalogue.ChangeCompany;

    /// <inheritdoc />
    public override Screen ConfirmScreen => ScreenCatalogue.ChangeCompanyConfirm;

    /// <inheritdoc />
    public override Screen ResultScreen => ScreenCatalogue.ChangeCompanyResult;

    /// <inheritdoc />
    public override IReadOnlyList<string> ClosingSteps => ["変更内容を確認", "変更完了"];

    /// <inheritdoc />
    public override string Intent => "以下の内容で企業情報を変更します。";

    /// <inheritdoc />
    public override string Done => "以下の内容で企業情報を変更しました。";

    /// <inheritdoc />
    public override IReadOnlyList<InputStep<ChangeCompanyForm>> Steps => field ??=
    [
        new InputStep<ChangeCompanyForm, ChangeCompanyForm>(
            "edit", ScreenCatalogue.ChangeCompany, "企業情報・限度額を変更", new ChangeCompanyForm.Validator(),
            form => form, (_, posted) => posted.FitTo(Company)),
    ];

    /// <summary>The company.</summary>
    public Company Company { get; private set; } = null!;

    /// <summary>How many users can approve each service now.</summary>
    public IReadOnlyDictionary<BankingService, int> Approvers { get; private set; } = null!;

    /// <inheritdoc />
    public override async Task<Subject<ChangeCompanyForm>?> LoadAsync(string subject, CancellationToken ct)
    {
        Company = await context.Companies.SingleAsync(ct);
        Approvers = await context.CountApproversAsync(Company.Id, ct);
        return new Subject<ChangeCompanyForm>(ChangeCompanyForm.From(Company), Company);
    }

    /// <inheritdoc />
    public override IEnumerable<Described> Describe(ChangeCompanyForm input)
    {
        yield return new Described("企業情報", "companyNameKana", "企業名(カナ)", Company.NameKana);
        yield return new Described("企業情報", "companyName", "企業名", JapaneseText.Widen(input.CompanyName));
        yield return new Described("企業情報", "services", "利用可能業務", string.Join('、', Company.Services.Select(s => s.Service.Name)));
        foreach (var service in Company.Services.Select(s => s.Service))
        {
            var typed = input.Approval.GetValueOrDefault(service.Key);
            yield return new Described("承認機能の利用有無", $"approval.{service.Key}", service.Name, ApprovalMode.Find(typed)?.Name ?? typed ?? "");
        }

        foreach (var (i, account) in ChangeCompanyForm.AccountsOf(Company).Index())
        {
            foreach (var kind in AccountDailyLimits.Kinds)
            {
                yield return Limit("口座一日当たりの限度額", $"accountLimits[{i}].{kind.Key}", kind.Name, input.AccountLimits[i][kind.Key], AccountDailyLimits.MaxDigits, account.Name);
            }
        }

        foreach (var kind in ChangeCompanyForm.LimitsOf(Company))
        {
            yield return Limit("企業一日当たりの限度額", $"companyLimits.{kind.Key}", kind.Name, input.CompanyLimits[kind.Key], CompanyDailyLimits.MaxDigits, null);
        }
    }

    /// <inheritdoc />
    public override Task<IReadOnlyList<Violation>> CheckAsync(ChangeCompanyForm input, CancellationToken ct) =>
        Task.FromResult(Company.CheckInformation(input.ToInformation(Company), Approvers));

    /// <inheritdoc />
    public override Task ApplyAsync(ChangeCompanyForm input, CancellationToken ct)
    {
        var proposal = input.ToInformation(Company);
        var changed = Company.Services.Where(s => proposal.Modes[s.Service] != s.Mode).Select(s => s.Service).ToList();
        Company.ChangeInformation(proposal, Approvers);
        context.EnsureApprovers(Company.Id, changed);
        return Task.CompletedTask;
    }

    private static Described Limit(string heading, string key, string label, string? typed, int maxDigits, string? group) => new(
        heading, key, label, AmountText.Check(typed, maxDigits) is null ? AmountText.Read(typed).ToString() : typed ?? "", group, ValueKind.Amount);
}
