using System.Globalization;
using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;

namespace BankAdmin.Web.Hosting;

/// <summary>
/// Reads settings that can be wrong. What is wrong is kept, one line each, and the usual value taken instead: the program
/// ends before it does anything, and has said everything at once.
/// </summary>
internal sealed class SettingReader(IConfigurationSection section)
{
    private const int MostOfAnything = 100_000;
    private const int LongestText = 100;

    // So many years ago there is still a calendar.
    private const int MostYears = 1_000;

    private readonly List<string> problems = [];

    /// <summary>What was wrong so far.</summary>
    public IReadOnlyList<string> Problems => problems;

    public int Number(string name, int usual, int least, int most = int.MaxValue)
    {
        var given = section[name];
        if (given is null)
        {
            return usual;
        }

        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        var range = most == int.MaxValue ? $"{least}以上の整数" : $"{least}から{most}までの整数";
        return Wrong(name, $"{range}にしてください。", usual);
    }

    /// <summary>One of several words.</summary>
    public T Word<T>(string name, T usual)
        where T : struct, Enum
    {
        var words = Enum.GetNames<T>();
        return section[name] is not { Length: > 0 } given ? usual
            : words.Contains(given, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<T>(given, ignoreCase: true)
            : Wrong(name, $"{string.Join("、", words)} のどれかにしてください。", usual);
    }

    /// <summary>A text of some form.</summary>
    public string Text(string name, string usual, Func<string, bool> isRight, string form) =>
        section[name] is not { Length: > 0 } given ? usual : isRight(given) ? given : Wrong(name, $"{form}にしてください。", usual);

    /// <summary>Several of something, between commas or semicolons.</summary>
    public IReadOnlyList<T> List<T>(string name, Func<string, T?> read, string form)
        where T : class
    {
        var given = (section[name] ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var all = given.Select(read).ToList();
        return all.Contains(null)
            ? Wrong(name, $"{form}にしてください（読めないもの: {string.Join(", ", given.Where((_, i) => all[i] is null))}）。", Array.Empty<T>())
            : all.OfType<T>().ToList();
    }

    /// <summary>The bank's parameters: their figures are whole and above nothing, and a password fits its field.</summary>
    public BankParameters Bank()
    {
        var before = problems.Count;
        var figures = typeof(BankParameters).GetProperties()
            .Where(property => property.PropertyType == typeof(int)).Select(property => property.Name);
        foreach (var figure in figures)
        {
            var (least, most) = figure switch
            {
                nameof(BankParameters.PasswordMaxLength) => (PasswordRules.ManualMaxLength, PasswordRules.HighestMaxLength),
                nameof(BankParameters.HistoryYears) => (1, MostYears),
                _ => (1, MostOfAnything),
            };
            Number($"Bank:{figure}", least, least, most);
        }

        foreach (var text in new[] { nameof(BankParameters.Name), nameof(BankParameters.ServiceName), nameof(BankParameters.HelpDesk) })
        {
            Text($"Bank:{text}", "", given => given.Length <= LongestText, $"{LongestText}文字以内");
        }

        return problems.Count > before ? new BankParameters() : section.GetSection("Bank").Get<BankParameters>() ?? new BankParameters();
    }

    private T Wrong<T>(string name, string wish, T usual)
    {
        problems.Add($"設定 BankAdmin__{name.Replace(":", "__", StringComparison.Ordinal)} は{wish}");
        return usual;
    }
}
