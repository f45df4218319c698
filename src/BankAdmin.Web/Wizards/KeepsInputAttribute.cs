namespace BankAdmin.Web.Wizards;

/// <summary>The draft keeps the input, whatever becomes of a request: the page of a failure may say so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KeepsInputAttribute : Attribute
{
    /// <summary>The request itself carries what was typed, which the draft may not hold yet.</summary>
    public bool CarriesTyped { get; init; }
}
