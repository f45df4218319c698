using BankAdmin.Domain;
using BankAdmin.Domain.Operations;

namespace BankAdmin.Web.Wizards;

/// <summary>
/// What a wizard works on, read once and a value from then on: every question to the wizard is asked with it. A wizard derives
/// its own and puts there whatever its answers need.
/// </summary>
/// <param name="Stored">What is stored, in the shape of the form.</param>
/// <param name="Aggregate">The record whose version guards it; null: each part is judged at the commit.</param>
public abstract record Subject<TInput>(TInput Stored, AggregateRoot? Aggregate = null)
{
    public long Version => Aggregate?.Version ?? 0;

    /// <summary>What the history calls it.</summary>
    public virtual OperationSubject? About => Aggregate?.AsSubject();
}
