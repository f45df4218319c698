using System.Text.Json.Serialization;
using BankAdmin.Domain;
using BankAdmin.Domain.Approvals;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Limits;
using BankAdmin.Web.Forms;
using BankAdmin.Web.Wizards;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BankAdmin.Web.Features.Companies.ChangeCompany;

/// <summary>企業情報変更 as typed: members by the keys of services and limits, for what the contract has.</summary>
public sealed record ChangeCompanyForm
{
    /// <summary>企業名.</summary>
    public string? CompanyName { get; set; }

    /// <summary>承認機能 by service.</summary>
    public Dictionary<string, string?> Approval { get; set; } = [];

    /// <summary>Keys of the accounts whose limits follow.</summary>
    [JsonIgnore]
    public List<string?> Accounts { get; set; } = [];

    /// <summary>口座一日当たりの限度額, per account in the order of <see cref="Accounts"/>.</summary>
    [JsonIgnore]
    public List<Dictionary<string, string?>?> AccountLimits { get; set; } = [];

    /// <summary>The same as a draft keeps it.</summary>
    [BindNever]
    public Dictionary<string, Dictionary<string, string?>?> LimitsByAccount
    {
        get => KeyedRows.ByKey(Accounts, AccountLimits);
        init => (Accounts, AccountLimits) = ([.. value.Keys], [.. value.Values]);
    }

    /// <summary>企業一日当たりの限度額.</summary>
    public Dictionary<string, string?> CompanyLimits { get; set; } = [];

    public static ChangeCompanyForm From(Company company) => new()
    {
        CompanyName = company.Name,
        Approval = company.Services.ToDictionary(service => service.Service.Key, string? (service) => service.Mode.Code),
        LimitsByAccount = AccountsOf(company).ToDictionary(
            account => account.Key, Dictionary<string, string?>? (account) => AccountDailyLimits.Kinds.ToDictionary(
                kind => kind.Key, string? (kind) => kind.Of(account.Limits).Grouped)),
        CompanyLimits = LimitsOf(company).ToDictionary(kind => kind.Key, string? (kind) => kind.Of(company.Limits).Grouped),
    };

    /// <summary>What was posted, cut to what the contract has; what was not posted is empty.</summary>
    public ChangeCompanyForm FitTo(Company company) => new()
    {
        CompanyName = CompanyName,
        Approval = company.Services.ToDictionary(
            service => service.Service.Key, service => Approval.GetValueOrDefault(service.Service.Key)),
        Accounts = AccountsOf(company).Select(string? (account) => account.Key).ToList(),
        AccountLimits = KeyedRows.Of(AccountsOf(company).Select(account => account.Key), Accounts, AccountLimits).Select(
            Dictionary<string, string?>? (typed) => AccountDailyLimits.Kinds.ToDictionary(
                kind => kind.Key, kind => typed?.GetValueOrDefault(kind.Key))).ToList(),
        CompanyLimits = LimitsOf(company).ToDictionary(kind => kind.Key, kind => CompanyLimits.GetValueOrDefault(kind.Key)),
    };

    /// <summary>
    /// The proposal of a form; what the contract lacks stays as it is stored. A figure that cannot be read, which no form that passed its
    /// validator has, becomes one that breaks no rule with another: nothing as a part, the highest as 合計.
    /// </summary>
    public CompanyInformation ToInformation(Company company)
    {
        var stored = company.Information;
        return new CompanyInformation(
            JapaneseText.Widen(CompanyName),
            stored.Modes.ToDictionary(mode => mode.Key, mode => ApprovalMode.Find(Approval.GetValueOrDefault(mode.Key.Key)) ?? mode.Value),
            AccountLimits.Count == 0
                ? stored.AccountLimits
                : AccountLimits.Select(limits => new AccountDailyLimits(
                    Read(limits!["total"], Yen.MaxValue), Read(limits["adHoc"]), Read(limits["preRegistered"]))).ToList(),
            new CompanyDailyLimits(
                Amount("bulkTransfer", stored.CompanyLimits.BulkTransfer), Amount("salary", stored.CompanyLimits.Salary),
                Amount("bonus", stored.CompanyLimits.Bonus), Amount("directDebit", stored.CompanyLimits.DirectDebit)));

        Yen Amount(string key, Yen otherwise) => CompanyLimits.TryGetValue(key, out var typed) ? Read(typed) : otherwise;

        Yen Read(string? typed, Yen unreadable = default) => AmountText.Find(typed, AccountDailyLimits.MaxDigits) ?? unreadable;
    }

    /// <summary>The accounts whose limits the contract shows.</summary>
    public static IReadOnlyList<BankAccount> AccountsOf(Company company) => company.Has(BankingService.Transfer) ? company.Accounts : [];

    /// <summary>The company limits the contract shows.</summary>
    public static IEnumerable<LimitKind<CompanyDailyLimits>> LimitsOf(Company company) =>
        CompanyDailyLimits.Kinds.Where(kind => company.Has(kind.Service));

    public sealed class Validator : AbstractValidator<ChangeCompanyForm>
    {
        public Validator()
        {
            RuleFor(form => form.CompanyName).FullWidthName(CompanyInformation.NameMaxLength);
            RuleForEach(form => form.Approval).EachMember(mode => mode.OneOf((service, chosen) =>
                ApprovalMode.Find(chosen)?.AllowedFor(BankingService.All.Single(s => s.Key == service.Key)) == true));
            RuleForEach(form => form.AccountLimits).ChildRules(account =>
                account.RuleForEach(limits => limits!).EachMember(limit => limit.Amount(AccountDailyLimits.MaxDigits)));
            RuleForEach(form => form.CompanyLimits).EachMember(limit => limit.Amount(CompanyDailyLimits.MaxDigits));
        }
    }
}
