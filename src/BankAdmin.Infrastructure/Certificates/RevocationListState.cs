namespace BankAdmin.Infrastructure.Certificates;

/// <summary>Which revocation list is in force; there is one row. The list itself is made from it and from the certificates.</summary>
public sealed class RevocationListState
{
    /// <summary>Key of the one row.</summary>
    public const int OnlyId = 1;

    /// <summary>Always <see cref="OnlyId"/>.</summary>
    public int Id { get; init; } = OnlyId;

    /// <summary>Number of the list in force; rises.</summary>
    public long Number { get; init; }

    /// <summary>When it was made, UTC: it lists what was revoked by then.</summary>
    public DateTime IssuedAtUtc { get; init; }

    /// <summary>Goes up in the transaction of each revocation.</summary>
    public long Revocations { get; init; }

    /// <summary><see cref="Revocations"/> when the list was made: where they differ, a new one is due.</summary>
    public long ListedRevocations { get; init; }
}
