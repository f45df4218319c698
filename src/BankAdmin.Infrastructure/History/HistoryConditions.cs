using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Operations;

namespace BankAdmin.Infrastructure.History;

/// <summary>What is searched for in the history of a company (rule: spec rulings.md „History search“). All of it must hold.</summary>
/// <param name="ChainId">Whose history.</param>
/// <param name="FromUtc">From when on, UTC.</param>
/// <param name="UntilUtc">Before when, UTC.</param>
public sealed record HistoryConditions(Guid ChainId, DateTime FromUtc, DateTime UntilUtc)
{
    /// <summary>Beginning of a login ID or any part of a name, as typed; empty: everybody.</summary>
    public string UserName { get; init; } = "";

    /// <summary>Part of a terminal, as typed; empty: all.</summary>
    public string Terminal { get; init; } = "";

    /// <summary>Code of a 業務種別; null: all.</summary>
    public string? Category { get; init; }

    /// <summary>Code of an operation; null: all.</summary>
    public string? Operation { get; init; }

    /// <summary>Part of what records say, as typed; empty: anything.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whose own records alone may be seen; null: everybody's.</summary>
    public Guid? OwnOf { get; init; }

    /// <summary>Who did it; null: anybody.</summary>
    public Guid? OperatorId { get; init; }

    /// <summary>In which session; null: in any.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>What or whom it was done to; null: anything.</summary>
    public string? SubjectKey { get; init; }

    /// <summary>Whether anything but the time is asked for.</summary>
    public bool AreSelective => this != new HistoryConditions(ChainId, FromUtc, UntilUtc);

    private string NameKey => SearchKey.Of(UserName);

    private string LoginKey => FoldLoginId(UserName);

    private string TerminalKey => FoldTerminal(Terminal);

    private string TextKey => SearchKey.Of(Text);

    /// <summary>A login ID as it is compared.</summary>
    public static string FoldLoginId(string loginId) => LoginId.Key(loginId);

    /// <summary>A terminal as it is compared.</summary>
    public static string FoldTerminal(string terminal) => JapaneseText.Fold(terminal).Trim().ToLowerInvariant();

    /// <summary>What the signature of a block must hold that has any of it.</summary>
    public HistoryNeeds Needs() => new(
        new HistoryTerms()
            .Key(TermKind.Category, Category).Key(TermKind.Operation, Operation).Key(TermKind.Operator, OwnOf?.ToString())
            .Key(TermKind.Operator, OperatorId?.ToString()).Key(TermKind.Session, SessionId?.ToString()).Key(TermKind.Subject, SubjectKey)
            .Pieces(TermKind.Terminal, TerminalKey).Pieces(TermKind.Text, TextKey),
        [new HistoryTerms().Pieces(TermKind.Name, NameKey), new HistoryTerms().Pieces(TermKind.Name, LoginKey)]);

    /// <summary>Those of a company's records that may be meant; rows of the first versions are judged by <see cref="Fits"/>.</summary>
    public IQueryable<OperationRecord> Apply(IQueryable<OperationRecord> records) =>
        ApplyButTime(records.Where(row => row.OccurredAtUtc >= FromUtc && row.OccurredAtUtc < UntilUtc));

    /// <summary>
    /// The same without the time, which <see cref="Covers"/> judges: who reads records by their places must not be led to an index by time.
    /// </summary>
    public IQueryable<OperationRecord> ApplyButTime(IQueryable<OperationRecord> records)
    {
        var found = records.Where(row => row.ChainId == ChainId);
        found = OwnOf is { } own ? found.Where(row => row.OperatorId == own) : found;
        found = OperatorId is { } by ? found.Where(row => row.OperatorId == by) : found;
        found = SessionId is { } session ? found.Where(row => row.SessionId == session) : found;
        found = SubjectKey is { } subject ? found.Where(row => row.SubjectKey == subject) : found;
        found = Operation is { } code ? found.Where(row => row.Code == code) : found;
        if (Category is not null)
        {
            var codes = OperationCatalogue.All.Where(operation => operation.Category.Code == Category).Select(o => o.Code).ToList();
            found = found.Where(row => codes.Contains(row.Code));
        }

#pragma warning disable CA1304, CA1311 // done by the database; terminals and login IDs are ASCII
        if (TerminalKey is { Length: > 0 } terminal)
        {
            found = found.Where(row => row.Terminal.ToLower().Contains(terminal));
        }

        if (NameKey is { Length: > 0 } name)
        {
            var login = LoginKey;
            found = found.Where(
                row => row.NameKey == null || row.NameKey.Contains(name) || row.OperatorLoginId.ToLower().StartsWith(login));
        }
#pragma warning restore CA1304, CA1311

        return TextKey is { Length: > 0 } text ? found.Where(row => row.SearchText == null || row.SearchText.Contains(text)) : found;
    }

    /// <summary>Whether a time is among those that are searched.</summary>
    public bool Covers(DateTime atUtc) => atUtc >= FromUtc && atUtc < UntilUtc;

    /// <summary>Whether a row that <see cref="Apply"/> let through is meant.</summary>
    public bool Fits(HistoryRow row) => row.OldPayload is null
        || (row.SearchText.Contains(TextKey, StringComparison.Ordinal)
            && (row.NameKey.Contains(NameKey, StringComparison.Ordinal)
                || FoldLoginId(row.OperatorLoginId).StartsWith(LoginKey, StringComparison.Ordinal)));
}
