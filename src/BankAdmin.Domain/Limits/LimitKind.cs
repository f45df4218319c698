namespace BankAdmin.Domain.Limits;

/// <summary>One of the limits in a set of limits.</summary>
/// <param name="Key">As it stands in input keys.</param>
/// <param name="Name">Japanese name.</param>
/// <param name="Service">The service that must be contracted for the limit to apply.</param>
/// <param name="Of">Reads it from the set.</param>
public sealed record LimitKind<TLimits>(string Key, string Name, BankingService Service, Func<TLimits, Yen> Of);
