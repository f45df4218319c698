using BankAdmin.Domain.Users;
using BankAdmin.Web.Screens;

namespace BankAdmin.Web.Features.Users.ChooseUsers;

/// <summary>How people are chosen in a list.</summary>
public enum ChoiceKind
{
    /// <summary>A select in each row, of what shall become of the person.</summary>
    State,

    /// <summary>A checkbox in each row.</summary>
    Several,

    /// <summary>A radio button in each row.</summary>
    One,
}

/// <summary>Something that can be chosen for a user.</summary>
/// <param name="Value">Value of the option.</param>
/// <param name="Name">What it is called.</param>
public sealed record UserChoice(string Value, string Name);

/// <summary>What is particular to one list of users to choose from.</summary>
/// <param name="Screen">Its screen.</param>
/// <param name="Kind">How people are chosen.</param>
/// <param name="StateName">The state it is about: サービス状態, トークン状態, 証明書状態.</param>
/// <param name="Lead">What to do on it.</param>
/// <param name="Next">Key of its main button.</param>
public sealed record ChoiceList(Screen Screen, ChoiceKind Kind, string StateName, string Lead, string Next = "next")
{
    public IReadOnlyList<UserChoice> Choices { get; init; } = [new(ChosenUsersForm.Selected, "選択")];

    /// <summary>What its main button is called.</summary>
    public string NextName { get; init; } = "次へ";

    /// <summary>What one should know before choosing.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Key of its inputs.</summary>
    public string Field => Kind == ChoiceKind.State ? "nextState" : "selected";
}

/// <summary>What a row shows and offers.</summary>
/// <param name="State">The state the list is about, in its two words.</param>
/// <param name="Offered">The choices beside leaving the user as they are; none: the row cannot be chosen.</param>
/// <param name="Note">What stands beside them.</param>
public sealed record UserOffer(StateName State, IReadOnlyList<UserChoice> Offered, string? Note = null)
{
    /// <summary>有効期限 of what the state is about, UTC; null: it has none.</summary>
    public DateTime? EndsAtUtc { get; init; }
}
