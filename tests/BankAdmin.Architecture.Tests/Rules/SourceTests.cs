using System.Text.RegularExpressions;
using BankAdmin.Testing;

namespace BankAdmin.Architecture.Tests.Rules;

public sealed partial class SourceTests
{
    private const int MostLines = 250;
    private const int LongestLine = 140;

    // Not for the compiler to refuse (BannedSymbols.txt): what is generated from the views says HtmlString all the time.
    [Fact]
    public void No_html_is_written_unencoded() =>
        Found([.. Repository.Sources(".cs"), .. Repository.Sources(".cshtml")], Unencoded()).ShouldBeEmpty();

    [Fact]
    public void Views_say_qa_and_never_the_attribute_of_the_contract() => Found(Repository.Sources(".cshtml"), TestId()).ShouldBeEmpty();

    [Fact]
    public void Views_hold_no_style_and_no_script() => Found(Repository.Sources(".cshtml"), Inline()).ShouldBeEmpty();

    [Fact]
    public void No_file_is_longer_than_a_person_reads() =>
        TooLong([.. Repository.Sources(".cs"), .. Repository.Sources(".js")]).ShouldBeEmpty();

    [Fact]
    public void No_line_is_longer_than_140_characters() =>
        TooWide([.. Repository.Sources(".cs"), .. Repository.Sources(".cshtml"), .. Repository.Sources(".cs", "tests")]).ShouldBeEmpty();

    // Words that people who tried the product did not understand, or took for something else.
    [Fact]
    public void Words_that_mislead_are_not_used_again() =>
        Found([.. Repository.Sources(".cs"), .. Repository.Sources(".cshtml"), .. Repository.Sources(".js")], Misleading()).ShouldBeEmpty();

    [Fact]
    public void Sources_were_found()
    {
        Repository.Sources(".cs").Count.ShouldBeGreaterThan(100);
        Repository.Sources(".cshtml").Count.ShouldBeGreaterThan(10);
        Repository.Sources(".cs", "tests").Count.ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData("@Html.Raw(Model.Name)", "Unencoded")]
    [InlineData("new HtmlString(name)", "Unencoded")]
    [InlineData("<p data-testid=\"next\">", "TestId")]
    [InlineData("<p class=\"a\" style=\"color:red\">", "Inline")]
    [InlineData("<style>p {}</style>", "Inline")]
    [InlineData("<script>go()</script>", "Inline")]
    [InlineData("<a href=\"#\" onclick=\"go()\">", "Inline")]
    [InlineData("<a href=\"javascript:go()\">", "Inline")]
    [InlineData("<p>このまま進めますが、確認してください。</p>", "Misleading")]
    [InlineData("<p>表は横に動かせます。</p>", "Misleading")]
    public void Counter_examples_are_found(string source, string rule)
    {
        var pattern = rule switch { "Unencoded" => Unencoded(), "TestId" => TestId(), "Misleading" => Misleading(), _ => Inline() };
        Found([new SourceFile("Example", "first line\n" + source)], pattern).ShouldHaveSingleItem().ShouldStartWith("Example(2): ");
    }

    [Theory]
    [InlineData("<script src=\"~/js/bankadmin.js\" defer></script><link rel=\"stylesheet\"><body opt-focus=\"x\">")]
    public void Innocent_lines_are_not_found(string source) =>
        new[] { Unencoded(), TestId(), Inline() }.SelectMany(rule => Found([new SourceFile("Example", source)], rule)).ShouldBeEmpty();

    [Fact]
    public void A_long_file_is_found() => TooLong([new SourceFile("Example", new string('\n', MostLines + 1))]).ShouldHaveSingleItem();

    // 140 characters of Japanese are 420 bytes, and they pass.
    [Fact]
    public void A_long_line_is_found()
    {
        var fits = new string('金', LongestLine);
        TooWide([new SourceFile("Example", $"{fits}\n{fits}額\n")]).ShouldHaveSingleItem().ShouldBe("Example(2): 141 characters");
    }

    private static List<string> Found(IEnumerable<SourceFile> files, Regex pattern) => files
        .SelectMany(file => pattern.Matches(file.Text)
            .Select(m => $"{file.Path}({file.Text.AsSpan(0, m.Index).Count('\n') + 1}): {m.Value}")).ToList();

    private static List<string> TooLong(IEnumerable<SourceFile> files) =>
        files.Where(file => file.Lines > MostLines).Select(file => $"{file.Path}: {file.Lines} lines").ToList();

    private static List<string> TooWide(IEnumerable<SourceFile> files) => files
        .SelectMany(file => file.Text.Split('\n').Index()
            .Select(line => (file.Path, Number: line.Index + 1, line.Item.TrimEnd('\r').Length)))
        .Where(line => line.Length > LongestLine)
        .Select(line => $"{line.Path}({line.Number}): {line.Length} characters").ToList();

    [GeneratedRegex("進めますが、確認|行う作業のボタン|はすぐに終わります|自分自身には行え|とは別のもの|今回より前の|足して比べ|アドレスが違うか|横に動かせ|日時の時点の")]
    private static partial Regex Misleading();

    [GeneratedRegex(@"\bHtml\.Raw\b|\bnew HtmlString\b")]
    private static partial Regex Unencoded();

    [GeneratedRegex("data-testid")]
    private static partial Regex TestId();

    [GeneratedRegex(@"<style\b|\sstyle\s*=|<script(?![^>]*\ssrc=)|\son[a-z]+\s*=\s*""|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
