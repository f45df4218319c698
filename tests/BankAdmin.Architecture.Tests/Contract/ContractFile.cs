using BankAdmin.Testing;
namespace BankAdmin.Architecture.Tests.Contract;

/// <summary>
/// A document that says what outside people rely on. The test that makes it compares it with the file in docs; a change
/// on purpose is written by running the tests with BANKADMIN_UPDATE_DOCS=1, and then shows in the diff of the commit.
/// </summary>
internal static class ContractFile
{
    private const string Switch = "BANKADMIN_UPDATE_DOCS";

    public static string Read(string name)
    {
        var file = Path.Combine(Repository.Docs, name);
        return File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
    }

    public static void ShouldBe(string name, string generated)
    {
        var difference = Difference(Read(name), generated);
        if (difference.Count > 0 && Environment.GetEnvironmentVariable(Switch) == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Docs, name), generated);
            return;
        }

        difference.ShouldBeEmpty(
            $"docs/{name} differs from the program. If that is meant, run this test with {Switch}=1 and commit the file.");
    }

    /// <summary>A Markdown document of one table.</summary>
    public static string Table(string title, string introduction, string[] columns, IEnumerable<string?[]> rows) => string.Join('\n',
    [
        $"# {title}", "", "<!-- Written by BankAdmin.Architecture.Tests with BANKADMIN_UPDATE_DOCS=1; do not edit by hand. -->", "",
        introduction, "", Row(columns), Row(columns.Select(_ => "---")), .. rows.Select(Row), "",
    ]);

    /// <summary>Another table of the same document.</summary>
    public static string Section(string title, string introduction, string[] columns, IEnumerable<string?[]> rows) => string.Join('\n',
        ["", $"## {title}", "", introduction, "", Row(columns), Row(columns.Select(_ => "---")), .. rows.Select(Row), ""]);

    /// <summary>Lines that are only in one of the two: - was, + is now. The order counts too.</summary>
    public static IReadOnlyList<string> Difference(string was, string now)
    {
        var (old, fresh) = (was.Split('\n'), now.Split('\n'));
        List<string> lines = [.. old.Except(fresh).Select(line => "- " + line), .. fresh.Except(old).Select(line => "+ " + line)];
        return lines.Count == 0 && was != now ? ["~ the same lines in another order"] : lines;
    }

    private static string Row(IEnumerable<string?> cells) =>
        "| " + string.Join(" | ", cells.Select(cell => (cell ?? "").Replace("|", "\\|", StringComparison.Ordinal))) + " |";
}
