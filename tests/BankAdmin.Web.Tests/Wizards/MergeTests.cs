using BankAdmin.Web.Wizards;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Wizards;

/// <summary>What becomes of what a person typed when the state it was typed on has moved.</summary>
public sealed class MergeTests
{
    [Theory]
    [InlineData("a=1 b=2", "a=1 b=2", "a=1 b=9", "a=1 b=9")] // nobody moved anything
    [InlineData("a=1 b=2", "a=5 b=2", "a=1 b=9", "a=5 b=9")] // another's change and one's own
    [InlineData("a=1 b=2", "a=5 b=2", "a=7 b=2", "a=7 b=2")] // both the same: one's own is shown, to be confirmed
    [InlineData("a=1 b=2", "b=2", "a=1 b=9", "b=9")] // one is gone
    [InlineData("a=1 b=2", "b=2", "a=9 b=2", "b=2")] // the one that was typed on is gone
    [InlineData("a=1 b=2", "a=1 c=3 b=2 d=4", "a=1 b=9", "a=1 c=3 b=9 d=4")] // some have come
    [InlineData("a=1", "0=0 a=1", "a=9", "0=0 a=9")]
    [InlineData("a=1 b=2", "a=1 b=2", "a=1 c=7", "a=1 c=7")] // one that a person has put in the place of another
    public void Members_are_merged_by_name(string shown, string latest, string typed, string merged) =>
        DraftJson.Merge(Members(shown), Members(latest), Members(typed)).ToArray().ShouldBe(Members(merged).ToArray());

    [Theory]
    [InlineData("1 2", "1 2", "1 9", "1 9")]
    [InlineData("1 2", "5 2", "1 9", "5 9")]
    [InlineData("1 2", "0 1 2", "1 2", "0 1 2")] // a row came: where nothing was typed, the newer list
    [InlineData("1 2", "0 1 2", "1 9", "1 9")] // else what was typed, whole: 9 was never meant for the row of 1
    [InlineData("1 2", "2", "1 9", "1 9")]
    [InlineData("1 2", "5 2", "1 2 3", "1 2 3")]
    public void A_list_whose_rows_come_or_go_is_taken_whole(string shown, string latest, string typed, string merged) =>
        DraftJson.Merge(shown.Split(' '), latest.Split(' '), typed.Split(' ')).ShouldBe(merged.Split(' '));

    private static Dictionary<string, string?> Members(string text) =>
        text.Split(' ').Select(member => member.Split('=')).ToDictionary(member => member[0], string? (member) => member[1]);
}
