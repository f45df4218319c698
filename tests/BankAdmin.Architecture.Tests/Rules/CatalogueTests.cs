using System.Reflection;
using System.Text.RegularExpressions;
using BankAdmin.Architecture.Tests.Contract;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Web.Messages;
using BankAdmin.Web.Screens;

namespace BankAdmin.Architecture.Tests.Rules;

/// <summary>Lists that several places read hold everything and hold it once: operations, messages, screens.</summary>
public sealed partial class CatalogueTests
{
    private static readonly IReadOnlyList<string> Codes =
        typeof(ErrorCodes).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetValue(null)!).ToList();

    [Fact]
    public void Every_event_belongs_to_an_operation_of_the_catalogue()
    {
        EventSamples.Types.Where(type => !IsInCatalogue(EventSamples.Of(type))).Select(type => type.Name).ShouldBeEmpty();
        IsInCatalogue(new StrayEvent()).ShouldBeFalse();
    }

    [Fact]
    public void Every_operation_is_listed_once_with_a_code_and_a_name_of_its_own()
    {
        Statics<Operation>(typeof(OperationCatalogue)).ShouldBe(OperationCatalogue.All, ignoreOrder: true);
        Repeated(OperationCatalogue.All.Select(o => o.Code)).ShouldBeEmpty();
        Repeated(OperationCatalogue.All.Select(o => o.Category.Name + o.Name)).ShouldBeEmpty();
        OperationCatalogue.All.ShouldAllBe(
            o => OperationCode().IsMatch(o.Code) && o.Code.Length <= 40 && OperationCatalogue.FromCode(o.Code) == o);
        OperationCode().IsMatch("Company.Change").ShouldBeFalse();
    }

    [Fact]
    public void Every_error_code_is_one_of_the_spec_and_stands_once()
    {
        Codes.ShouldAllBe(code => ErrorCode().IsMatch(code));
        Repeated(Codes).ShouldBeEmpty();
        ErrorCode().IsMatch("E-KGK-1").ShouldBeFalse();
        Repeated(["E-COM-001", "E-COM-001"]).ShouldBe(["E-COM-001"]);
    }

    [Fact]
    public void Every_code_has_a_text_and_every_text_a_code() => MessageTable.Texts.Keys.ShouldBe(Codes, ignoreOrder: true);

    [Fact]
    public void Places_in_a_text_are_numbered_without_gaps_and_the_text_can_be_filled()
    {
        MessageTable.Texts.Where(text => !HasGoodPlaces(text.Value)).Select(text => text.Key).ShouldBeEmpty();
        MessageTable.ByField.Where(text => !HasGoodPlaces(text.Value) || !Codes.Contains(text.Key.Code)).ShouldBeEmpty();
        foreach (var (code, text) in MessageTable.Texts)
        {
            MessageTable.Text(new Violation(code, "", "甲", "乙", "丙", "丁")).ShouldNotContain('{', code);
        }

        HasGoodPlaces("{0}と{2}").ShouldBeFalse();
        HasGoodPlaces("{1}").ShouldBeFalse();
        HasGoodPlaces("{0").ShouldBeFalse();
        HasGoodPlaces("{0}は{0}、{1}は{1}").ShouldBeTrue();
    }

    [Fact]
    public void Every_screen_is_listed_once_and_hangs_under_a_listed_one()
    {
        Statics<Screen>(typeof(ScreenCatalogue)).ShouldBe(ScreenCatalogue.All, ignoreOrder: true);
        Repeated(ScreenCatalogue.All.Select(screen => screen.Id)).ShouldBeEmpty();
        ScreenCatalogue.All.ShouldAllBe(screen => ScreenId().IsMatch(screen.Id));
        ScreenCatalogue.All.Where(screen => screen.Parent is not null && !ScreenCatalogue.All.Contains(screen.Parent)).ShouldBeEmpty();
        ScreenCatalogue.All.Where(screen => screen.Parent is { Path: null }).ShouldBeEmpty("A breadcrumb must lead somewhere.");
    }

    [Fact]
    public void Every_screen_with_an_address_is_answered_there()
    {
        ScreenCatalogue.All.Where(screen => screen.Path is not null && !IsAnswered(screen.Path)).ShouldBeEmpty();
        IsAnswered("/nowhere").ShouldBeFalse();
    }

    private static bool IsInCatalogue(OperationEvent happened) => OperationCatalogue.All.Contains(happened.Operation);

    private static bool IsAnswered(string path) =>
        Endpoints.All.Any(e => e.Verbs().Contains("GET") && "/" + e.RoutePattern.RawText!.TrimStart('/') == path);

    private static bool HasGoodPlaces(string text)
    {
        var places = Place().Matches(text)
            .Select(m => int.Parse(m.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)).Distinct().Order().ToList();
        return places.SequenceEqual(Enumerable.Range(0, places.Count)) && Place().Replace(text, "").IndexOfAny(['{', '}']) < 0;
    }

    private static IEnumerable<string> Repeated(IEnumerable<string> values) =>
        values.GroupBy(value => value).Where(same => same.Count() > 1).Select(same => same.Key);

    private static IEnumerable<T> Statics<T>(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(T)).Select(field => (T)field.GetValue(null)!);

    [GeneratedRegex(@"^[EW]-(COM|AUTH|KGK|FEE|RSK|CRT|PAY)-\d{3}$")]
    private static partial Regex ErrorCode();

    [GeneratedRegex(@"^[a-z]+(\.[a-z]+(-[a-z]+)*)?$")]
    private static partial Regex OperationCode();

    [GeneratedRegex(@"^B[A-Z]{3}\d{3}[A-Z]?$")]
    private static partial Regex ScreenId();

    [GeneratedRegex(@"\{(\d)(:N0)?\}")]
    private static partial Regex Place();

    private sealed record StrayEvent() : OperationEvent(new Operation("stray", OperationCatalogue.Categories[0], ""), null);
}
