using System.Reflection;
using System.Text.RegularExpressions;
using BankAdmin.Testing;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Wizards;
using Microsoft.Extensions.DependencyInjection;

namespace BankAdmin.Architecture.Tests.Rules;

/// <summary>What every wizard keeps to, so that one engine can conduct them all.</summary>
public sealed partial class WizardTests
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly IReadOnlyList<WizardType> All = WizardType.In(typeof(Program).Assembly);

    [Fact]
    public void No_wizard_holds_what_can_change()
    {
        All.Count.ShouldBeGreaterThan(8);
        All.SelectMany(type => BasesOf(type.Wizard)).Distinct().SelectMany(Changes)
            .ShouldBeEmpty("The subject is a value: let LoadAsync return it.");
    }

    [Fact]
    public void A_subject_is_a_value() =>
        All.SelectMany(type => BasesOf(type.Subject)).Distinct().SelectMany(Changes).ShouldBeEmpty();

    [Fact]
    public void A_wizard_begins_with_the_screen_that_it_names_and_is_for_the_same_people_throughout()
    {
        foreach (var (wizard, mark) in Wizards())
        {
            var screens = ScreensOf(wizard).ToList();
            screens[0].ShouldBe(mark.Screen, wizard.GetType().Name);
            screens.ShouldAllBe(screen => screen.Audience == mark.Screen.Audience, wizard.GetType().Name);
            ScreenCatalogue.All.ShouldContain(mark.Screen);
        }
    }

    [Fact]
    public void Names_and_addresses_are_each_wizards_own()
    {
        All.Select(type => type.Mark.Name).ShouldBeUnique();
        All.Select(type => type.Mark.Path).ShouldBeUnique();
        All.ShouldAllBe(type => Name().IsMatch(type.Mark.Name) && Address().IsMatch(type.Mark.Path));
    }

    [Fact]
    public void No_class_is_a_wizard_without_saying_so() =>
        typeof(Program).Assembly.GetTypes().Where(type => !type.IsAbstract && typeof(IWizard).IsAssignableFrom(type))
            .ShouldBe(All.Select(type => type.Wizard), ignoreOrder: true);

    [Fact]
    public void Views_take_what_they_show_from_the_subject() =>
        Repository.Sources(".cshtml").Where(view => CastOrInjected().IsMatch(view.Text)).Select(view => view.Path).ShouldBeEmpty();

    [Fact]
    public void The_smallest_wizard_takes_less_than_120_lines_of_form_subject_wizard_and_view() =>
        Directory.GetFiles(Path.Combine(Repository.Root, "tests", "BankAdmin.Web.Tests", "Features", "Example", "ChangeMainMemo"))
            .Sum(file => File.ReadLines(file).Count()).ShouldBeInRange(1, 119);

    [Fact]
    public void Counter_examples_break_these_rules()
    {
        Changes(typeof(Forgetful)).ShouldBe(["Forgetful.read", "Forgetful.<Found>k__BackingField"], ignoreOrder: true);
        Changes(typeof(Careful)).ShouldBeEmpty();
        CastOrInjected().IsMatch("var wizard = (ChangeCompanyWizard)Model.Wizard;").ShouldBeTrue();
        CastOrInjected().IsMatch("@inject SuspendUsersWizard Wizard").ShouldBeTrue();
        CastOrInjected().IsMatch("@inject WizardRegistry Wizards").ShouldBeFalse();
        Name().IsMatch("Change_Company").ShouldBeFalse();
        Address().IsMatch("companies/x").ShouldBeFalse();
    }

    // Whatever is written after construction, by a method, a lambda or an asynchronous part of one.
    private static IEnumerable<string> Changes(Type type)
    {
        var given = Definition(type);
        return NestedIn(given).SelectMany(nested => nested.GetMethods(Own).Cast<MethodBase>())
            .Where(method => !IsInit(method))
            .SelectMany(IlCode.Written)
            .Where(field => Definition(field.DeclaringType!) == given)
            .Select(field => $"{given.Name}.{field.Name}").Distinct();
    }

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static bool IsInit(MethodBase method) =>
        method is MethodInfo { ReturnParameter: { } returned } && returned.GetRequiredCustomModifiers()
            .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    private static IEnumerable<Type> NestedIn(Type type) => type.GetNestedTypes(Own).SelectMany(NestedIn).Prepend(type);

    private static IEnumerable<Type> BasesOf(Type type)
    {
        for (var known = type; known is not null && known.Assembly == typeof(Program).Assembly; known = known.BaseType)
        {
            yield return Definition(known);
        }
    }

    private static IEnumerable<(IWizard Wizard, WizardAttribute Mark)> Wizards()
    {
        using var scope = Endpoints.Services.CreateScope();
        return All.Select(type => ((IWizard)scope.ServiceProvider.GetRequiredService(type.Wizard), type.Mark)).ToList();
    }

    private static IEnumerable<Screen> ScreensOf(IWizard wizard)
    {
        var steps = (System.Collections.IEnumerable)wizard.GetType().GetProperty("Steps")!.GetValue(wizard)!;
        foreach (var step in steps)
        {
            yield return (Screen)step.GetType().GetProperty("Screen")!.GetValue(step)!;
        }

        if (wizard.Screens.Confirm is { } confirm)
        {
            yield return confirm;
        }

        yield return wizard.Screens.Result;
    }

    [GeneratedRegex(@"\(\w+Wizard\)|@inject\s+\w*Wizard\s")]
    private static partial Regex CastOrInjected();

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex Name();

    [GeneratedRegex("^(/[a-z]+(-[a-z]+)*)+$")]
    private static partial Regex Address();

    private sealed class Forgetful
    {
        private string? read;

        public Company? Found { get; private set; }

        public async Task LoadAsync(Task<string> text)
        {
            read = await text;
            Found = read.Length > 0 ? new Company(read) : Found;
        }
    }

    private sealed class Careful(string given)
    {
        public string Given { get; init; } = given;

        public Task<string> LoadAsync() => Task.FromResult(Given);
    }

    private sealed record Company(string Name);
}
