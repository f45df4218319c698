using BankAdmin.Web.Security;

namespace BankAdmin.Web.Screens;

/// <summary>A titled group of a menu.</summary>
public sealed record MenuBlock(string Title, params IReadOnlyList<MenuItem> Items)
{
    /// <summary>The same with what is open to somebody.</summary>
    public MenuBlock OpenTo(SignedIn session) => this with
    {
        Items = Items.Where(item => item.Screen.IsOpenTo(session)).ToList(),
        Rows = Rows.Where(row => row.Change.IsOpenTo(session)).ToList(),
    };

    /// <summary>What can be changed and inquired in the same way, a row each.</summary>
    public IReadOnlyList<MenuRow> Rows { get; init; } = [];
}

/// <summary>A thing with the screens where it is changed and inquired.</summary>
public sealed record MenuRow(string Name, Screen Change, Screen View);

/// <summary>An item of a menu: a link, or a button where its screen begins a wizard.</summary>
public sealed record MenuItem(Screen Screen, string Description);
