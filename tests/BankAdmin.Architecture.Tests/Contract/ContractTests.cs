using BankAdmin.Domain.Operations;
using BankAdmin.Web.Messages;
using BankAdmin.Web.Screens;

namespace BankAdmin.Architecture.Tests.Contract;

/// <summary>Screens, operations, messages and addresses are recorded lists, changed on purpose.</summary>
public sealed class ContractTests
{
    [Fact]
    public void Screens() => ContractFile.ShouldBe("screens.md", ContractFile.Table(
        "Screens", "Every screen with its place in the menu. Inside a wizard a screen has no fixed address.",
        ["ID", "title", "parent", "path"],
        ScreenCatalogue.All.Select(s => new[] { s.Id, s.Title, s.Parent?.Id, s.Path })));

    [Fact]
    public void Messages() => ContractFile.ShouldBe("messages.md", ContractFile.Table(
        "Messages", "What each code says. Places in braces are filled with amounts, names and counts.",
        ["code", "text"],
        MessageTable.Texts.Select(t => new[] { t.Key, t.Value })
            .Concat(MessageTable.ByField.Select(t => new[] { $"{t.Key.Code} ({t.Key.Field})", t.Value }))
            .OrderBy(row => row[0], StringComparer.Ordinal)));

    [Fact]
    public void Routes() => ContractFile.ShouldBe("routes.md", ContractFile.Table(
        "Routes", "Every address that is answered, and who may. Static files are beside them.",
        ["verb", "template", "who may"],
        Endpoints.All
            .SelectMany(e => e.Verbs().Select(verb => new[] { verb, "/" + e.RoutePattern.RawText!.TrimStart('/'), e.WhoMay() }))
            .OrderBy(row => row[1], StringComparer.Ordinal).ThenBy(row => row[0], StringComparer.Ordinal)));

    [Fact]
    public void Operations()
    {
        // First, so that not even an update can lose one: old records would have a code or an event that nobody can name.
        Names(ContractFile.Read("operations.md"))
            .Except(OperationCatalogue.All.Select(o => o.Code)).Except(EventSamples.Types.Select(type => EventSamples.Of(type).EventName))
            .ShouldBeEmpty("What was once recorded stays in the catalogue, and keeps its name.");
        ContractFile.ShouldBe("operations.md", ContractFile.Table(
            "Operations", "Every kind of operation the history holds. A code is never removed and never given another meaning.",
            ["code", "業務種別", "by which it is searched", "操作内容"],
            OperationCatalogue.All.Select(o => new[] { $"`{o.Code}`", o.Category.Name, o.Category.Code, o.Name }))
            + ContractFile.Section(
                "Events",
                "Everything that a record can say (`event` in its payload), and how it is told. A name is never given another meaning.",
                ["event", "told as"],
                EventSamples.Types.Select(EventSamples.Of).OrderBy(e => e.EventName, StringComparer.Ordinal)
                    .Select(e => new[] { $"`{e.EventName}`", EventSamples.Tell(e) })));
    }

    [Fact]
    public void A_removed_operation_and_a_changed_line_are_found()
    {
        Names("| code | x |\n| --- | --- |\n| `company.gone` | 企業管理 | 廃止 |\n").ShouldBe(["company.gone"]);
        ContractFile.Difference("a\nb\nc", "a\nB\nc").ShouldBe(["- b", "+ B"]);
        ContractFile.Difference("a\nb", "b\na").ShouldHaveSingleItem();
        ContractFile.Difference("a\nb", "a\nb").ShouldBeEmpty();
    }

    private static List<string> Names(string document) =>
        document.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]).ToList();
}
