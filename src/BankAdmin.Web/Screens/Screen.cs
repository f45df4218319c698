namespace BankAdmin.Web.Screens;

/// <summary>A screen (rule: spec screens.md §2).</summary>
/// <param name="Id">Screen ID, as QA and the manual know it.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Parent">The screen it hangs under: the breadcrumb, the way back, and for whom it is unless it says so itself.</param>
/// <param name="Path">Its fixed address, where it is reached by a link; null inside a wizard.</param>
/// <param name="Menu">What its button or link is called where that is not the title.</param>
public sealed record Screen(string Id, string Title, Screen? Parent = null, string? Path = null, string? Menu = null)
{
    /// <summary>For whom it is, where that is not the audience of the screen above.</summary>
    public Audience? Own { get; init; }

    /// <summary>What a contract must have for it to be there; null: it is there always.</summary>
    public Func<Contract, bool>? Needs { get; init; }

    public Audience Audience => Own ?? Parent?.Audience ?? Audience.Nobody;

    /// <summary>The screens above it, from the top.</summary>
    public IEnumerable<Screen> Trail => Parent is null ? [] : Parent.Trail.Append(Parent);

    public bool IsOfferedBy(Contract contract) => Needs?.Invoke(contract) ?? true;
}
