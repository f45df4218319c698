using BankAdmin.Domain.Operations;

namespace BankAdmin.Domain;

/// <summary>Something that belongs to one company and must never be seen from another.</summary>
public interface ICompanyOwned
{
    /// <summary>The company it belongs to.</summary>
    Guid CompanyId { get; }
}

/// <summary>A part of an aggregate that may outlive it, so that no foreign key ties it: it changes only as the aggregate does.</summary>
public interface IPartOfAggregate
{
    /// <summary>Key of the aggregate.</summary>
    Guid RootId { get; }
}

/// <summary>
/// A thing that changes as a whole: it counts its changes and says what happened, and the store seals both in one save.
/// </summary>
public abstract class AggregateRoot
{
    /// <summary>Longest <see cref="ChangedBy"/>.</summary>
    public const int ChangedByMaxLength = 120;

    private readonly List<OperationEvent> happened = [];

    /// <summary>Internal key (UUIDv7, so in the order of creation).</summary>
    public Guid Id { get; protected init; }

    /// <summary>Goes up with every change; a save that read an older version is refused.</summary>
    public long Version { get; private set; }

    /// <summary>Who changed it last, as they signed then (<see cref="Person.Signature"/>); null: nobody since it was made.</summary>
    public string? ChangedBy { get; private set; }

    /// <summary>When it was changed last, UTC.</summary>
    public DateTime? ChangedAtUtc { get; private set; }

    /// <summary>What the history calls it, as it is now.</summary>
    public abstract OperationSubject AsSubject();

    /// <summary>Writes down who changed it; the store does when it saves.</summary>
    public void Sign(string by, DateTime atUtc) => (ChangedBy, ChangedAtUtc) = (by, atUtc);

    /// <summary>Takes what happened since the last save.</summary>
    public IReadOnlyList<OperationEvent> TakeEvents()
    {
        var taken = happened.ToList();
        happened.Clear();
        return taken;
    }

    /// <summary>Records what happened; every method that changes state ends with this.</summary>
    protected void Raise(OperationEvent operation)
    {
        Version++;
        happened.Add(operation);
    }
}
