using System.Text.Json.Serialization;

namespace BankAdmin.Domain.Operations;

/// <summary>How a value is set: running text, or an amount that stands in a right-aligned column.</summary>
public enum ValueKind
{
    /// <summary>Running text; wraps.</summary>
    Text,

    /// <summary>A figure with its unit, such as 「100,000,000円」; right-aligned, never wraps.</summary>
    Amount,

    /// <summary>What becomes of a password, in words; nothing stands before it.</summary>
    Secret,
}

/// <summary>A fact beside a value, such as the contract ceiling of a limit.</summary>
/// <param name="Key">Key by which it is found, e.g. <c>used:companyLimits.bonus</c>.</param>
/// <param name="Label">Head of its column.</param>
/// <param name="Value">The fact, formatted as the row's value is.</param>
public sealed record SheetFact(string Key, string Label, string Value);

/// <summary>
/// One row of a sheet (rule: spec screens.md §1). <paramref name="Key"/> is the key of the input it shows.
/// </summary>
/// <param name="Key">Key of the input, e.g. <c>accountLimits[0].adHoc</c>.</param>
/// <param name="Label">What a person calls it, e.g. 振込振替(都度指定).</param>
/// <param name="Value">The value now (after the change), formatted.</param>
/// <param name="Before">The value before, only where it differs; an empty string means it was empty.</param>
/// <param name="Group">Heading the row stands under, e.g. the account; rows of one group are neighbours.</param>
/// <param name="Kind">How the value is set.</param>
/// <param name="Muted">The value says that something is absent or refused (付与しない).</param>
/// <param name="Facts">What belongs beside the value, a column each; null: nothing.</param>
public sealed record SheetRow(
    string Key, string Label, string Value, string? Before = null, string? Group = null,
    ValueKind Kind = ValueKind.Text, bool Muted = false, IReadOnlyList<SheetFact>? Facts = null)
{
    private const string Unset = "（未設定）";

    /// <summary>Whether the row differs from before.</summary>
    public bool Changed => Before is not null;

    /// <summary>The label with the heading it stands under.</summary>
    [JsonIgnore]
    public string FullLabel => Group is null ? Label : $"{Group}　{Label}";

    /// <summary>The value as page and PDF show it: where it is empty, they say so.</summary>
    [JsonIgnore]
    public string ShownValue => Value.Length == 0 ? Unset : Value;

    /// <summary>The value before in the same way; null where nothing differs.</summary>
    [JsonIgnore]
    public string? ShownBefore => Before is { Length: 0 } && Kind != ValueKind.Secret ? Unset : Before;
}

/// <summary>Rows under one heading.</summary>
public sealed record SheetSection(string Title, IReadOnlyList<SheetRow> Rows);

/// <summary>
/// What an operation shows: the confirm page, the result page, the PDF and the history detail are all drawn from it.
/// </summary>
/// <param name="Compares">True where there is a before (項目 / 変更前 / 変更後); false for 項目 / 内容.</param>
/// <param name="Sections">The sections, in order.</param>
public sealed record Sheet(bool Compares, IReadOnlyList<SheetSection> Sections)
{
    /// <summary>All rows, in order.</summary>
    public IEnumerable<SheetRow> Rows => Sections.SelectMany(section => section.Rows);

    /// <summary>How many rows differ from before.</summary>
    public int ChangedCount => Rows.Count(row => row.Changed);
}

/// <summary>What does not block a change but should be looked at.</summary>
/// <param name="Code">W-….</param>
/// <param name="Text">What it says, as a sentence.</param>
public sealed record Warning(string Code, string Text)
{
    /// <summary>Whether it still holds when the change is done, and so stands on its result too.</summary>
    [JsonIgnore]
    public bool Lasts { get; init; }
}

/// <summary>The bank as it called itself when something was accepted.</summary>
/// <param name="Name">The bank's name, e.g. 青空銀行.</param>
/// <param name="ServiceName">What it calls the product.</param>
public sealed record Issuer(string Name, string ServiceName);

/// <summary>A finished operation as it was shown: the sheet and who did it when.</summary>
/// <param name="ScreenId">The result screen, e.g. BKGK004.</param>
/// <param name="Title">Its title, e.g. 企業情報変更結果.</param>
/// <param name="Number">受付番号, <c>YYYYMMDD-NNNNNN</c>.</param>
/// <param name="AtUtc">When it was accepted, UTC.</param>
/// <param name="CompanyName">The company's name at that time.</param>
/// <param name="OperatorName">The operator's name at that time.</param>
/// <param name="OperatorLoginId">The operator's login ID.</param>
/// <param name="Message">What happened, one sentence: 以下の内容で企業情報を変更しました。</param>
/// <param name="Sheet">What was shown.</param>
/// <param name="Issuer">The bank at that time; null in records of the first versions.</param>
/// <param name="Matrix">What was shown where that was no sheet; the sheet is empty then.</param>
/// <param name="Warnings">What still has to be looked at; null: nothing.</param>
public sealed record Receipt(
    string ScreenId, string Title, string Number, DateTime AtUtc, string CompanyName,
    string OperatorName, string OperatorLoginId, string Message, Sheet Sheet, Issuer? Issuer, Matrix? Matrix = null,
    IReadOnlyList<Warning>? Warnings = null);
