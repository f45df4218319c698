using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Wizards;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Tests.Features.Example.ChangeMainMemo;

/// <summary>A company and the account whose memo is changed.</summary>
public sealed record MainMemoSubject(Company Company) : Subject<MainMemoForm>(new MainMemoForm { Memo = Company.Accounts[0].Memo }, Company)
{
    public BankAccount Account => Company.Accounts[0];
}

/// <summary>Changes the memo of a company's first account: input, confirm page with the password, result.</summary>
[Wizard("main-memo", "/example/main-memo", "BKGK015")]
public sealed class MainMemoWizard(BankAdminDbContext context) : Wizard<MainMemoForm, MainMemoSubject>
{
    public override Operation Operation => OperationCatalogue.ChangeAccountMemos;

    public override WizardScreens Screens { get; } = new(ScreenCatalogue.ChangeAccountMemosResult, ScreenCatalogue.ChangeCompanyConfirm);

    public override IReadOnlyList<InputStep<MainMemoForm, MainMemoSubject>> Steps { get; } =
    [
        new InputStep<MainMemoForm, MainMemoSubject, MainMemoForm>(
            "memo", ScreenCatalogue.ChangeAccountMemos, "メモ変更",
            (_, _) => new MainMemoForm.Validator(), form => form, (_, _, typed) => typed),
    ];

    public override WizardWords Words(MainMemoSubject subject) => new("以下の内容でメモを変更します。", "以下の内容でメモを変更しました。");

    public override async Task<MainMemoSubject?> LoadAsync(string subjectKey, Person actor, CancellationToken ct) =>
        new(await context.Companies.SingleAsync(ct));

    public override IEnumerable<Described> Describe(MainMemoSubject subject, MainMemoForm input) =>
        [new Described("口座", "memo", subject.Account.Name, input.Memo ?? "")];

    public override Task ApplyAsync(MainMemoSubject subject, MainMemoForm input, CancellationToken ct)
    {
        subject.Company.ChangeAccountMemos(
            subject.Company.Accounts.Select((account, i) => i == 0 ? input.Memo ?? "" : account.Memo).ToList());
        return Task.CompletedTask;
    }
}
