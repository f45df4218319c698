using BankAdmin.Domain.Operations;

namespace BankAdmin.Web.Wizards;

/// <summary>
/// One fact of an input, described once: the engine describes the stored state and the proposal and compares them, and
/// everything that is shown, printed or kept comes from the result.
/// </summary>
/// <param name="Section">Heading.</param>
/// <param name="Key">Key of the input.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Value">Its value, formatted.</param>
/// <param name="Group">Heading within the section, e.g. the account.</param>
/// <param name="Kind">How it is set.</param>
/// <param name="Muted">It says that something is absent or refused.</param>
/// <param name="Facts">What belongs beside it.</param>
public sealed record Described(
    string Section, string Key, string Label, string Value, string? Group = null, ValueKind Kind = ValueKind.Text, bool Muted = false,
    IReadOnlyList<SheetFact>? Facts = null)
{
    /// <summary>What its sheet shows in its place once it is gone, and before it was there.</summary>
    public string TextWhenAbsent { get; init; } = "なし";

    /// <summary>The label with the group it stands under, for error summaries.</summary>
    public string FullLabel => Group is null ? Label : $"{Group}　{Label}";
}

public static class Sheets
{
    /// <summary>A sheet of one state: 項目 / 内容.</summary>
    public static Sheet Of(IEnumerable<Described> facts) => new(Compares: false, Group(facts.Select(fact => (fact, Row(fact)))));

    /// <summary>A sheet of a change: 項目 / 変更前 / 変更後, row by row.</summary>
    public static Sheet Compare(IReadOnlyList<Described> before, IReadOnlyList<Described> after)
    {
        var old = before.ToDictionary(fact => fact.Key);
        var kept = after.Select(fact => fact.Key).ToHashSet();
        return new Sheet(Compares: true, Group(InOrder(before, after).Select(fact => (fact, !kept.Contains(fact.Key)
            ? Changed(fact, fact.Value, fact.TextWhenAbsent)
            : !old.TryGetValue(fact.Key, out var was) ? Changed(fact, fact.TextWhenAbsent, fact.Value)
            : was.Value == fact.Value ? Row(fact)
            : Changed(fact, fact.Kind == ValueKind.Secret ? "" : was.Value, fact.Value)))));
    }

    // What is new is never muted: it is what has to be looked at.
    private static SheetRow Changed(Described fact, string before, string value) =>
        Row(fact) with { Before = before, Value = value, Muted = false };

    /// <summary>What is there after, and between it, where it stood, what is gone.</summary>
    private static List<Described> InOrder(IReadOnlyList<Described> before, IReadOnlyList<Described> after)
    {
        var all = after.ToList();
        foreach (var (i, fact) in before.Index())
        {
            if (all.All(known => known.Key != fact.Key))
            {
                all.Insert(i == 0 ? 0 : all.FindIndex(known => known.Key == before[i - 1].Key) + 1, fact);
            }
        }

        return all;
    }

    private static SheetRow Row(Described fact) =>
        new(fact.Key, fact.Label, fact.Value, null, fact.Group, fact.Kind, fact.Muted, fact.Facts);

    private static List<SheetSection> Group(IEnumerable<(Described Fact, SheetRow Row)> rows) =>
        rows.GroupBy(row => row.Fact.Section)
            .Select(section => new SheetSection(section.Key, section.Select(row => row.Row).ToList())).ToList();
}
