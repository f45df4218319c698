namespace BankAdmin.Domain.Limits;

/// <summary>What a company has used of its daily limits today, in Japan time.</summary>
/// <param name="Used">Whole yen by the limit's input key, e.g. "companyLimits.salary"; absent: nothing.</param>
public sealed record CompanyUse(IReadOnlyDictionary<string, Yen> Used)
{
    /// <summary>Nothing is used: nothing can be sent through this product yet.</summary>
    public static readonly CompanyUse Nothing = new(new Dictionary<string, Yen>());

    /// <summary>What is used of a limit today, in whole yen; 0 where nothing is.</summary>
    public Yen Of(string limitKey) => Used.GetValueOrDefault(limitKey);
}
