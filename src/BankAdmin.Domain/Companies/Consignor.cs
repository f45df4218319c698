namespace BankAdmin.Domain.Companies;

/// <summary>委託者 of a 口座振替 contract. The bank owns code and name, the company the memo.</summary>
public sealed class Consignor
{
    /// <summary>Longest memo, in characters a person sees.</summary>
    public const int MemoMaxLength = 20;

    private Consignor()
    {
    }

    internal Consignor(Guid companyId, int position, ConsignorTerms terms)
    {
        Id = Guid.CreateVersion7();
        (CompanyId, Position, Code, Name) = (companyId, position, terms.Code, terms.Name);
    }

    /// <summary>Internal key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The company it belongs to.</summary>
    public Guid CompanyId { get; private init; }

    /// <summary>Place in the order of the contract, from 0.</summary>
    public int Position { get; private init; }

    /// <summary>10-digit 委託者コード.</summary>
    public string Code { get; private init; } = "";

    /// <summary>委託者名.</summary>
    public string Name { get; private init; } = "";

    /// <summary>委託者メモ, empty or up to <see cref="MemoMaxLength"/> characters.</summary>
    public string Memo { get; internal set; } = "";
}

/// <summary>What the contract says of a consignor.</summary>
public sealed record ConsignorTerms(string Code, string Name);
