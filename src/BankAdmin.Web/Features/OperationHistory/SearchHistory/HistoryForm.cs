using System.Globalization;
using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.History;
using BankAdmin.Web.Features.OperationHistory.Shared;

namespace BankAdmin.Web.Features.OperationHistory.SearchHistory;

/// <summary>What is searched in the history and which page is shown, as typed and as it stands in the address.</summary>
public sealed record HistoryForm
{
    private const int LongestText = 100;
    private const int DaysByDefault = 7;

    public string? From { get; set; }

    public string? To { get; set; }

    public string? UserName { get; set; }

    public string? Terminal { get; set; }

    public string? Category { get; set; }

    public string? Operation { get; set; }

    public string? Text { get; set; }

    /// <summary>Key of who did it: 「この利用者の操作」.</summary>
    public Guid? By { get; set; }

    /// <summary>The session: 「このログインの操作」.</summary>
    public Guid? Session { get; set; }

    /// <summary>Key of what it was done to: 「この設定の履歴」.</summary>
    public string? Subject { get; set; }

    /// <summary>The row before the page, of older rows.</summary>
    public string? After { get; set; }

    /// <summary>The row behind the page, of newer rows.</summary>
    public string? Before { get; set; }

    /// <summary>Whether 日ごとの件数 is asked for: to count is more work than to list.</summary>
    public bool Chart { get; set; }

    /// <summary>Whether it is about one thing or one login, all the days that are shown.</summary>
    public bool IsLinked => By is not null || Session is not null || !string.IsNullOrEmpty(Subject);

    /// <summary>The address of a part of the history with these conditions.</summary>
    public string PathOf(string part = "", HistoryCursor? cursor = null)
    {
        var values = new Dictionary<string, string?>
        {
            ["from"] = From,
            ["to"] = To,
            ["userName"] = UserName,
            ["terminal"] = Terminal,
            ["category"] = Category,
            ["operation"] = Operation,
            ["text"] = Text,
            ["by"] = By?.ToString(),
            ["session"] = Session?.ToString(),
            ["subject"] = Subject,
            ["chart"] = Chart ? "true" : null,
            [cursor?.Newer == true ? "before" : "after"] = cursor is null ? null : PlaceText(cursor.Place),
        };
        var query = string.Join('&', values.Where(value => !string.IsNullOrEmpty(value.Value))
            .Select(value => $"{value.Key}={Uri.EscapeDataString(value.Value!)}"));
        return $"/history{part}{(query.Length == 0 ? "" : "?" + query)}";
    }

    /// <summary>The same with the days that are meant where none were typed, and those that were as lists write them.</summary>
    public HistoryForm Filled(CompanyHistory history)
    {
        var to = string.IsNullOrWhiteSpace(To) ? history.Today : JapanDate.Read(To);
        var from = !string.IsNullOrWhiteSpace(From) ? JapanDate.Read(From)
            : IsLinked || to is null || to < history.FirstDay.AddDays(DaysByDefault - 1) ? history.FirstDay
            : to.Value.AddDays(1 - DaysByDefault);
        return this with { From = from?.Text() ?? From, To = to?.Text() ?? To };
    }

    /// <summary>What is wrong with it, by field.</summary>
    public IEnumerable<Violation> Check(CompanyHistory history)
    {
        var (from, to) = (JapanDate.Read(From), JapanDate.Read(To));
        Violation?[] found =
        [
            CheckDay("from", From, from, history)
                ?? (from > to ? new Violation(ErrorCodes.OutOfRange, "from", "操作日（まで）以前の日付") : null),
            CheckDay("to", To, to, history),
            CheckLength("userName", UserName), CheckLength("terminal", Terminal),
            string.IsNullOrEmpty(Category) || OperationCatalogue.Categories.Any(known => known.Code == Category)
                ? null : new Violation(ErrorCodes.OutOfRange, "category"),
            string.IsNullOrEmpty(Operation) || OperationCatalogue.Codes.ContainsKey(Operation)
                ? null : new Violation(ErrorCodes.OutOfRange, "operation"),
            CheckLength("text", Text), CheckLength("", Subject),
            (After is null || PlaceOf(After) is not null) && (Before is null || PlaceOf(Before) is not null)
                ? null : new Violation(ErrorCodes.WrongForm, "", "page"),
        ];
        return found.OfType<Violation>();
    }

    /// <summary>What it asks for; only where <see cref="Check"/> found nothing.</summary>
    public HistoryConditions Conditions(CompanyHistory history) => history.Between(
        JapanDate.Read(From)!.Value, JapanDate.Read(To)!.Value) with
    {
        UserName = UserName ?? "",
        Terminal = Terminal ?? "",
        Category = string.IsNullOrEmpty(Category) ? null : Category,
        Operation = string.IsNullOrEmpty(Operation) ? null : Operation,
        Text = Text ?? "",
        OperatorId = By,
        SessionId = Session,
        SubjectKey = string.IsNullOrEmpty(Subject) ? null : Subject,
    };

    /// <summary>The days that are searched, as a chart of what was found; only where <see cref="Check"/> found nothing.</summary>
    public DayChart ChartOf(IReadOnlyList<HistoryDay> found) => new(JapanDate.Read(From)!.Value, JapanDate.Read(To)!.Value, found);

    /// <summary>Where the page begins; null: with the newest row.</summary>
    public HistoryCursor? Cursor =>
        PlaceOf(After) is { } after ? new HistoryCursor(after, Newer: false)
        : PlaceOf(Before) is { } before ? new HistoryCursor(before, Newer: true)
        : null;

    /// <summary>The conditions in words, as prints and the history itself tell them.</summary>
    public IEnumerable<(string Name, string Value)> Words()
    {
        yield return ("操作日", $"{From}〜{To}");
        foreach (var (name, value) in new[]
        {
            ("利用者名・ログインID", UserName), ("操作端末", Terminal),
            ("業務種別", OperationCatalogue.Categories.FirstOrDefault(known => known.Code == Category)?.Name),
            ("操作内容", OperationCatalogue.Codes.GetValueOrDefault(Operation ?? "")?.Name), ("語句", Text),
            ("限定", By is not null ? "1名の利用者の操作" : Session is not null ? "1回のログインの操作" : null),
            ("対象", string.IsNullOrEmpty(Subject) ? null : "1つの設定・利用者の履歴"),
        })
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                yield return (name, value);
            }
        }
    }

    private static Violation? CheckDay(string field, string? typed, DateOnly? day, CompanyHistory history) =>
        typed?.Length > LongestText ? new Violation(ErrorCodes.TooLong, field, $"{LongestText}文字")
        : day is null ? new Violation(ErrorCodes.WrongForm, field)
        : day < history.FirstDay || day > history.Today
            ? new Violation(ErrorCodes.OutOfRange, field, $"{history.FirstDay.Text()}〜{history.Today.Text()}")
        : null;

    private static Violation? CheckLength(string field, string? typed) =>
        typed?.Length > LongestText ? new Violation(ErrorCodes.TooLong, field, $"{LongestText}文字") : null;

    private static string PlaceText(HistoryPlace place) =>
        string.Create(CultureInfo.InvariantCulture, $"{place.AtUtc.Ticks}-{place.Sequence}");

    private static HistoryPlace? PlaceOf(string? text)
    {
        var parts = (text ?? "").Split('-');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? new HistoryPlace(new DateTime(ticks, DateTimeKind.Utc), sequence) : null;
    }
}
