namespace BankAdmin.Web.Screens;

/// <summary>A heading of a menu with what stands under it.</summary>
public sealed record MenuBlock(string Title, IReadOnlyList<MenuItem> Items);

/// <summary>Something a menu leads to.</summary>
/// <param name="Screen">The screen.</param>
/// <param name="Description">What it is for.</param>
/// <param name="StartPath">Where a wizard is started by a post; null: a link to the screen.</param>
public sealed record MenuItem(Screen Screen, string Description, string? StartPath = null);
