using BankAdmin.Domain;

namespace BankAdmin.Infrastructure.Credentials;

/// <summary>The secret of a user's token, and how far its codes are used up. Gone with the token.</summary>
public sealed class TokenSecret : ICompanyOwned
{
    /// <summary>Whose it is.</summary>
    public Guid UserId { get; init; }

    /// <inheritdoc />
    public Guid CompanyId { get; init; }

    /// <summary>The secret, encrypted under a master key and bound to the user.</summary>
    public string Box { get; init; } = "";

    /// <summary>The time step of the last code that was accepted; older ones and itself are no more.</summary>
    public long LastStep { get; init; }
}
