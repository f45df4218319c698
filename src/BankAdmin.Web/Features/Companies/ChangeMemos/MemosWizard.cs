using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Wizards;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Companies.ChangeMemos;

/// <summary>Something that has a memo.</summary>
public sealed record MemoItem(string Name, string Memo);

/// <summary>Memos of accounts or consignors: one input, no password, no confirm page (spec screens.md, BKGK015 and 017).</summary>
public abstract class MemosWizard(BankAdminDbContext context) : Wizard<MemosForm>
{
    /// <summary>The items, in the order of the contract.</summary>
    public IReadOnlyList<MemoItem> Items { get; private set; } = [];

    /// <summary>What the items are called together.</summary>
    public abstract string Heading { get; }

    /// <summary>Most characters of a memo.</summary>
    public abstract int MaxLength { get; }

    /// <inheritdoc />
    public override IReadOnlyList<InputStep<MemosForm>> Steps => field ??=
    [
        new InputStep<MemosForm, MemosForm>(
            "memos", InputScreen, InputScreen.Title, new MemosForm.Validator(MaxLength), form => form,
            (_, posted) => new MemosForm { Memos = Items.Select((_, i) => posted.Memos.ElementAtOrDefault(i)).ToList() }),
    ];

    /// <summary>The input screen.</summary>
    protected abstract Screen InputScreen { get; }

    private Company Company { get; set; } = null!;

    /// <inheritdoc />
    public override async Task<Subject<MemosForm>?> LoadAsync(string subject, CancellationToken ct)
    {
        Company = await context.Companies.SingleAsync(ct);
        if (ItemsOf(Company) is not { } items)
        {
            return null;
        }

        Items = items;
        return new Subject<MemosForm>(new MemosForm { Memos = items.Select(string? (item) => item.Memo).ToList() }, Company);
    }

    /// <inheritdoc />
    public override IEnumerable<Described> Describe(MemosForm input) =>
        Items.Zip(input.Memos).Select((pair, i) => new Described(Heading, $"memos[{i}]", pair.First.Name, (pair.Second ?? "").Trim()));

    /// <inheritdoc />
    public override Task ApplyAsync(MemosForm input, CancellationToken ct)
    {
        Apply(Company, input.Memos.Select(memo => (memo ?? "").Trim()).ToList());
        return Task.CompletedTask;
    }

    /// <summary>The items of a company; null where the contract has none.</summary>
    protected abstract IReadOnlyList<MemoItem>? ItemsOf(Company company);

    /// <summary>Changes the company.</summary>
    protected abstract void Apply(Company company, IReadOnlyList<string> memos);
}

/// <summary>口座メモの変更: BKGK015 → BKGK016.</summary>
public sealed class AccountMemosWizard(BankAdminDbContext context) : MemosWizard(context)
{
    /// <inheritdoc />
    public override string Name => "account-memos";

    /// <inheritdoc />
    public override Operation Operation => OperationCatalogue.ChangeAccountMemos;

    /// <inheritdoc />
    public override Screen ResultScreen => ScreenCatalogue.ChangeAccountMemosResult;

    /// <inheritdoc />
    public override string Done => "以下の内容で口座メモを変更しました。";

    /// <inheritdoc />
    public override string Heading => "口座メモ";

    /// <inheritdoc />
    public override int MaxLength => BankAccount.MemoMaxLength;

    /// <inheritdoc />
    protected override Screen InputScreen => ScreenCatalogue.ChangeAccountMemos;

    /// <inheritdoc />
    protected override IReadOnlyList<MemoItem> ItemsOf(Company company) =>
        company.Accounts.Select(account => new MemoItem(account.Name, account.Memo)).ToList();

    /// <inheritdoc />
    protected override void Apply(Company company, IReadOnlyList<string> memos) => company.ChangeAccountMemos(memos);
}

/// <summary>委託者メモの変更: BKGK017 → BKGK018; only with 口座振替.</summary>
public sealed class ConsignorMemosWizard(BankAdminDbContext context) : MemosWizard(context)
{
    /// <inheritdoc />
    public override string Name => "consignor-memos";

    /// <inheritdoc />
    public override Operation Operation => OperationCatalogue.ChangeConsignorMemos;

    /// <inheritdoc />
    public override Screen ResultScreen => ScreenCatalogue.ChangeConsignorMemosResult;

    /// <inheritdoc />
    public override string Done => "以下の内容で委託者メモを変更しました。";

    /// <inheritdoc />
    public override string Heading => "委託者メモ";

    /// <inheritdoc />
    public override int MaxLength => Consignor.MemoMaxLength;

    /// <inheritdoc />
    protected override Screen InputScreen => ScreenCatalogue.ChangeConsignorMemos;

    /// <inheritdoc />
    protected override IReadOnlyList<MemoItem>? ItemsOf(Company company) => company.Has(BankingService.DirectDebit)
        ? company.Consignors.Select(consignor => new MemoItem($"{consignor.Code} {consignor.Name}", consignor.Memo)).ToList()
        : null;

    /// <inheritdoc />
    protected override void Apply(Company company, IReadOnlyList<string> memos) => company.ChangeConsignorMemos(memos);
}
