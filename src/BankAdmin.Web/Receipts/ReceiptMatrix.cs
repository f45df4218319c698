using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Users;
using BankAdmin.Pdf;
using BankAdmin.Pdf.Fonts;
using BankAdmin.Pdf.Layout;

namespace BankAdmin.Web.Receipts;

/// <summary>A matrix as a table across the page: the users at the left, a narrow column a right.</summary>
internal static class ReceiptMatrix
{
    private const string Held = "●";

    // Something in every cell: columns are easier to follow, and a row that is copied or read aloud keeps its places.
    private const string NotHeld = "・";

    private const int LongestLine = 6;
    private const int HeadEnd = 4;

    private static readonly TextStyle Text = new(FontStack.Text, 8, ReceiptLook.Ink);
    private static readonly TextStyle Figures = new(FontStack.Figures, 8, ReceiptLook.Ink);
    private static readonly TextStyle Muted = new(FontStack.Text, 8, ReceiptLook.LineStrong);
    private static readonly TextStyle Head = new(FontStack.Text, 7, ReceiptLook.Ink2);

    // Two lines of it stand beside each other over one column.
    private static readonly TextStyle NarrowHead = Head with { Size = 6.5 };

    // Login ID, name, 利用者区分, サービス状態: each as wide as its longest word, names as wide as half a long one. What people prove
    // themselves with stands below サービス状態, and is longer.
    private static readonly double[] Texts = [Length.Mm(19.5), Length.Mm(44), Length.Mm(22), Length.Mm(27.5)];
    private static readonly double WithCredentials = Length.Mm(34);
    private static readonly double WidestRight = Length.Mm(8);

    private static readonly TableLook Look =
        ReceiptLook.Table with { PaddingX = Length.Mm(1), PaddingY = Length.Mm(0.3), LineHeight = 1.15 };

    public static Table Of(Matrix matrix, double width)
    {
        double[] texts = matrix.Credentials.Count == 0 ? Texts : [.. Texts[..^1], WithCredentials];
        var right = Math.Min(WidestRight, (width - texts.Sum()) / Math.Max(1, matrix.Columns.Count));
        var rules = Rules(matrix).ToList();
        return new Table(
            [.. texts, .. matrix.Columns.Select(_ => right)],
            [
                new TableRow([
                    Over("利用者") with { Columns = texts.Length },
                    .. matrix.Items().Select(item => Item(item.Key, item.Count(), right)),
                ])
                { Fill = ReceiptLook.Tint },
                new TableRow([
                    .. matrix.Heads().Take(Texts.Length - 1).Select(Over),
                    Over(string.Join('\n', matrix.Heads().Skip(Texts.Length - 1))),
                    .. matrix.Columns.Zip(rules, (column, rule) => Over(column.Name) with { Vertical = true, RuleLeft = rule }),
                ])
                { Fill = ReceiptLook.Tint },
            ],
            [.. matrix.Rows.Select(row => Row(row, matrix.Credentials, rules))],
            Look);
    }

    /// <summary>The rule before each column: stronger where an item begins.</summary>
    private static IEnumerable<Rgb> Rules(Matrix matrix) =>
        matrix.Items().SelectMany(item => item.Select((_, i) => i == 0 ? ReceiptLook.LineStrong : Look.RowRule.Color));

    private static TableCell Over(string text) => new(text, Head) { Scope = "Column" };

    private static TableCell Item(string name, int columns, double right)
    {
        var cell = Over(name) with { Columns = columns, RuleLeft = ReceiptLook.LineStrong };
        return Head.Font.Measure(name, Head.Size) <= (columns * right) - (2 * Look.PaddingX)
            ? cell with { Centred = true }
            : cell with { Vertical = true, Text = name.Length > LongestLine ? InTwo(name) : name, Style = NarrowHead };
    }

    /// <summary>Begins a second line where a person would: 明細照会, 一時停止, 利用停止.</summary>
    private static string InTwo(string name) => $"{name[..^HeadEnd]}\n{name[^HeadEnd..]}";

    private static string InTwo(StateName words) => words.Scope.Length > 0 ? $"{words.Scope}\n{words.Condition}" : words.Condition;

    private static string States(MatrixRow row, IReadOnlyList<string> credentials) => string.Join(
        '\n',
        row.Credentials.Select((held, i) => $"{credentials[i]} {held}").Prepend(
            Text.Font.Measure(row.State, Text.Size) > Texts[^1] - (2 * Look.PaddingX) ? InTwo(ServiceStates.Words(row.State)) : row.State));

    private static TableRow Row(MatrixRow row, IReadOnlyList<string> credentials, List<Rgb> rules) => new([
        new TableCell(row.LoginId, Figures) { Scope = "Row" },
        new TableCell(row.Name, Text),
        new TableCell(row.Role, Text),
        new TableCell(States(row, credentials), Text),
        .. rules.Select((rule, i) => (row.IsGranted(i) ? new TableCell(Held, Text) : new TableCell(NotHeld, Muted))
            with { Centred = true, RuleLeft = rule }),
    ]);
}
