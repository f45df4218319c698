using BankAdmin.Domain;
using BankAdmin.Domain.Operations;

namespace BankAdmin.Web.Wizards;

/// <summary>Who changed a subject last.</summary>
/// <param name="By">Who, as they signed; null: nobody since it was made.</param>
/// <param name="AtUtc">When.</param>
/// <param name="IsOwn">It was the person themselves, in another tab.</param>
public sealed record LastChange(string? By, DateTime? AtUtc, bool IsOwn);

/// <summary>
/// What a wizard works on, read once and a value from then on: every question to the wizard is asked with it. A wizard derives
/// its own and puts there whatever its answers need.
/// </summary>
/// <param name="Stored">What is stored, in the shape of the form.</param>
/// <param name="Aggregate">The record whose version guards it; null: each part is judged at the commit.</param>
public abstract record Subject<TInput>(TInput Stored, AggregateRoot? Aggregate = null)
{
    public long Version => Aggregate?.Version ?? 0;

    /// <summary>Its last change, as somebody is told who comes after it.</summary>
    public LastChange LastChangeFor(Person actor) =>
        new(Aggregate?.ChangedBy, Aggregate?.ChangedAtUtc, IsOwn: Aggregate?.ChangedBy == actor.Signature);

    /// <summary>What the history calls it.</summary>
    public virtual OperationSubject? About => Aggregate?.AsSubject();
}
