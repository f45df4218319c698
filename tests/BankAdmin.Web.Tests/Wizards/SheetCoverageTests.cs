using System.Text.Json;
using System.Text.Json.Nodes;
using BankAdmin.Domain;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Web.Tests.Scenes;
using BankAdmin.Web.Wizards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Wizards;

/// <summary>
/// A field that is stored but stands on no sheet would be committed unseen: on no confirm page, no receipt, in no history. So
/// whatever a wizard keeps of its form is a row of its sheet, or one of the exceptions with its reason.
/// </summary>
public sealed class SheetCoverageTests : WebTest
{
    private static readonly (string Leaf, string Reason)[] ChosenUsers =
    [
        ("q", "the search"), ("page", "the page of the list"), ("shown", "what the rows showed"), ("choice", "a row a person"),
    ];

    /// <summary>Parts of forms that are no change of their own, by wizard.</summary>
    private static readonly Dictionary<string, (string Leaf, string Reason)[]> Exceptions = new()
    {
        ["fees"] = [("trial.", "tried, not stored"), ("showedStandard", "how the page looked"), ("minimumPayment", "of payee tables only"),
            ("method", "of the table that has a choice only")],
        ["user"] =
        [
            ("loginIdAgain", "typed again"), ("emailAgain", "typed again"), ("loginPasswordKept", "how the page looks"),
            ("confirmPwKept", "how the page looks"), ("changeLoginPassword", "a registration always sets it"),
            ("changeConfirmationPassword", "not of a registration"), ("forceChangeConfirm", "stands where the password is changed"),
            ("forceChange", "stands where the password is changed"), ("isAdministrator", "a Master has a role in its place"),
            ("login", "the hash of the password whose row says that it changes"), ("confirmation", "as login"),
            ("userLimits.", "stands where a right needs it"),
        ],
        ["suspend-users"] = ChosenUsers,
        ["release-tokens"] = ChosenUsers,
        ["revoke-tokens"] = ChosenUsers,
        ["revoke-certificate"] = ChosenUsers,
        ["own-password"] = [("login", "the hash of the password whose row says that it changes"), ("confirmation", "as login")],
    };

    private static readonly Dictionary<string, string> Keyed = new() { [".limitsByAccount"] = "accountLimits", [".byKey"] = "memos" };

    private static readonly JsonSerializerOptions Stored = new(JsonSerializerOptions.Web) { IgnoreReadOnlyProperties = true };

    public static TheoryData<string> Names => [.. WizardType.In(typeof(Program).Assembly).Select(type => type.Mark.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whatever_a_wizard_keeps_stands_on_its_sheet(string name)
    {
        var (leaves, described) = await ReadAsync(name);

        leaves.ShouldNotBeEmpty();
        Missing(name, leaves, described).ShouldBeEmpty("Let Describe yield it, or write down here why it is no change of its own.");
    }

    [Fact]
    public async Task A_field_that_describe_forgets_is_found()
    {
        var (leaves, described) = await ReadAsync("change-company");

        Missing("change-company", leaves, described.Except(["accountLimits[0].total"])).ShouldBe(["accountLimits[0].total"]);
    }

    private static IEnumerable<string> Missing(string name, IEnumerable<string> leaves, IEnumerable<string> described)
    {
        var excused = Exceptions.Where(of => name.Contains(of.Key, StringComparison.Ordinal)).SelectMany(of => of.Value).ToList();
        return leaves.Except(described).Where(leaf => !excused.Any(exception =>
            exception.Leaf.EndsWith('.') ? leaf.StartsWith(exception.Leaf, StringComparison.Ordinal) : leaf == exception.Leaf));
    }

    private async Task<(IReadOnlyList<string> Leaves, IReadOnlyList<string> Described)> ReadAsync(string name)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var user = await Bank.WithDatabaseAsync(context => context.Users.AsNoTracking().SingleAsync(u => u.LoginIdKey == "sakura01"));
        var other = await Bank.WithDatabaseAsync(context => context.Users.AsNoTracking().SingleAsync(u => u.LoginIdKey == "sakura02"));
        var (person, services) = (Person.Of(user, ""), scope.ServiceProvider);
        services.GetRequiredService<OperationContext>().ActAs(person);
        dynamic wizard = services.GetRequiredService<WizardRegistry>()[name];
        var subject = await wizard.LoadAsync(other.Id.ToString(), person, CancellationToken.None);
        object stored = subject.Stored;
        var described = (IEnumerable<Described>)wizard.Describe(subject, subject.Stored);
        var json = JsonSerializer.SerializeToNode(stored, stored.GetType(), Stored);
        return (Leaves(json, "").ToList(), described.Select(fact => fact.Key).ToList());
    }

    // The parts of a user's form are its steps, no keys: basic.loginId is the input loginId, rights.choices.Balance rights:Balance.
    private static IEnumerable<string> Leaves(JsonNode? node, string path) => node switch
    {
        // Kept by key, shown by place.
        JsonObject members when path == ".ranges" => members.SelectMany((range, i) =>
            Leaves(range.Value, $".fees[{i}]").Concat(i == 0 ? [] : [$"boundaries[{i - 1}]"])),
        JsonObject members when Keyed.TryGetValue(path, out var shown) => members.SelectMany(
            (member, i) => Leaves(member.Value, $".{shown}[{i}]")),
        JsonObject { Count: > 0 } members => members.SelectMany(member => Leaves(member.Value, $"{path}.{member.Key}")),
        JsonArray { Count: > 0 } items => items.SelectMany((item, i) => Leaves(item, $"{path}[{i}]")),
        _ => [KeyOf(path.TrimStart('.'))],
    };

    private static string KeyOf(string path)
    {
        var parts = path.Split('.');
        return parts switch
        {
            ["basic" or "accounts", var member] => member,
            ["rights" or "accounts", "choices", var choice] => $"{parts[0]}:{choice}",
            ["accounts", "userLimits", var limit] => $"userLimits.{limit}",
            _ => path,
        };
    }
}
