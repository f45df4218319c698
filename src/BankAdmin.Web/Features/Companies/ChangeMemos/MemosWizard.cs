using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Wizards;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Companies.ChangeMemos;

public sealed record MemoItem(string Key, string Name, string Memo);

/// <summary>Which things of a company carry the memos.</summary>
public sealed record MemoKind(
    string Heading, int MaxLength, Screen Input,
    Func<Company, IEnumerable<MemoItem>> ItemsOf, Action<Company, IReadOnlyList<string>> Change);

/// <summary>A company and its memos of one kind.</summary>
public sealed record MemosSubject(Company Company, MemoKind Kind, IReadOnlyList<MemoItem> Items)
    : Subject<MemosForm>(new MemosForm { ByKey = Items.ToDictionary(item => item.Key, string? (item) => item.Memo) }, Company);

/// <summary>口座メモ変更 and 委託者メモ変更: no password, no confirm step.</summary>
public abstract class MemosWizard(BankAdminDbContext context, MemoKind kind, Operation operation, Screen result)
    : Wizard<MemosForm, MemosSubject>
{
    public override Operation Operation => operation;

    public override WizardScreens Screens { get; } = new(result);

    public override IReadOnlyList<InputStep<MemosForm, MemosSubject>> Steps { get; } =
    [
        new InputStep<MemosForm, MemosSubject, MemosForm>(
            "memos", kind.Input, kind.Input.Title, (_, _) => new MemosForm.Validator(kind.MaxLength), form => form,
            (subject, _, posted) => posted.FitTo(subject.Items)),
    ];

    public override int Schema => 2;

    public override MemosForm Fit(MemosSubject subject, MemosForm input) => input.FitTo(subject.Items);

    public override WizardWords Words(MemosSubject subject) => new("", $"以下の内容で{kind.Heading}を変更しました。");

    public override async Task<MemosSubject?> LoadAsync(string subjectKey, Person actor, CancellationToken ct)
    {
        var company = await context.Companies.SingleAsync(ct);
        return kind.Input.IsOfferedBy(Contract.Of(company)) ? new MemosSubject(company, kind, kind.ItemsOf(company).ToList()) : null;
    }

    public override IEnumerable<Described> Describe(MemosSubject subject, MemosForm input) =>
        subject.Items.Zip(input.Memos).Select((pair, i) =>
            new Described(kind.Heading, $"memos[{i}]", pair.First.Name, JapaneseText.Plain(pair.Second)));

    public override Task ApplyAsync(MemosSubject subject, MemosForm input, CancellationToken ct)
    {
        kind.Change(subject.Company, input.Memos.Select(JapaneseText.Plain).ToList());
        return Task.CompletedTask;
    }
}

/// <summary>口座メモ変更.</summary>
[Wizard("account-memos", "/companies/account-memos", "BKGK015")]
public sealed class AccountMemosWizard(BankAdminDbContext context)
    : MemosWizard(context, Kind, OperationCatalogue.ChangeAccountMemos, ScreenCatalogue.ChangeAccountMemosResult)
{
    private static readonly MemoKind Kind = new(
        "口座メモ", BankAccount.MemoMaxLength, ScreenCatalogue.ChangeAccountMemos,
        company => company.Accounts.Select(account => new MemoItem(account.Key, account.Name, account.Memo)),
        (company, memos) => company.ChangeAccountMemos(memos));
}

/// <summary>委託者メモ変更, of contracts with 口座振替.</summary>
[Wizard("consignor-memos", "/companies/consignor-memos", "BKGK017")]
public sealed class ConsignorMemosWizard(BankAdminDbContext context)
    : MemosWizard(context, Kind, OperationCatalogue.ChangeConsignorMemos, ScreenCatalogue.ChangeConsignorMemosResult)
{
    private static readonly MemoKind Kind = new(
        "委託者メモ", Consignor.MemoMaxLength, ScreenCatalogue.ChangeConsignorMemos,
        company => company.Consignors.Select(consignor =>
            new MemoItem(consignor.Code, $"{consignor.Code} {consignor.Name}", consignor.Memo)),
        (company, memos) => company.ChangeConsignorMemos(memos));
}
