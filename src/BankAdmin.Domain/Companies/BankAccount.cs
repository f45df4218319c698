using BankAdmin.Domain.Limits;

namespace BankAdmin.Domain.Companies;

/// <summary>A company's account as the contract names it. The bank owns all but the limits and the memo.</summary>
public sealed class BankAccount
{
    /// <summary>Longest memo, in characters a person sees.</summary>
    public const int MemoMaxLength = 20;

    private BankAccount()
    {
    }

    internal BankAccount(Guid companyId, int position, AccountTerms terms)
    {
        Id = Guid.CreateVersion7();
        CompanyId = companyId;
        Position = position;
        (BranchCode, BranchName, Kind, Number) = (terms.BranchCode, terms.BranchName, terms.Kind, terms.Number);
        (Ceilings, Limits) = (terms.Ceilings, terms.Limits);
    }

    /// <summary>Internal key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The company it belongs to.</summary>
    public Guid CompanyId { get; private init; }

    /// <summary>Place in the order of the contract, from 0; screens never sort accounts otherwise.</summary>
    public int Position { get; private init; }

    /// <summary>3-digit 店番.</summary>
    public string BranchCode { get; private init; } = "";

    /// <summary>支店名.</summary>
    public string BranchName { get; private init; } = "";

    /// <summary>科目: 普通 or 当座.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>7-digit 口座番号.</summary>
    public string Number { get; private init; } = "";

    /// <summary>契約上限.</summary>
    public AccountDailyLimits Ceilings { get; private init; } = AccountDailyLimits.Zero;

    /// <summary>口座一日当たりの限度額.</summary>
    public AccountDailyLimits Limits { get; internal set; } = AccountDailyLimits.Zero;

    /// <summary>口座メモ, empty or up to <see cref="MemoMaxLength"/> characters.</summary>
    public string Memo { get; internal set; } = "";

    /// <summary>Key in inputs and addresses: 081-1234567.</summary>
    public string Key => $"{BranchCode}-{Number}";

    /// <summary>As every screen names it: 法人営業部 (081) 普通 1234567.</summary>
    public string Name => $"{BranchName} ({BranchCode}) {Kind} {Number}";
}

/// <summary>What the contract says of an account.</summary>
public sealed record AccountTerms(
    string BranchCode, string BranchName, string Kind, string Number, AccountDailyLimits Ceilings, AccountDailyLimits Limits);
