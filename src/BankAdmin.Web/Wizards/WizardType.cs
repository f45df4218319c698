using System.Reflection;
using BankAdmin.Web.Screens;

namespace BankAdmin.Web.Wizards;

/// <summary>Names a wizard: in drafts, in its address, and by the screen it begins with, which says who may use it.</summary>
/// <param name="name">Name in drafts and in <see cref="WizardRegistry"/>; never changes.</param>
/// <param name="path">Its address, e.g. "/companies/change-company".</param>
/// <param name="screen">ID of the screen it begins with.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WizardAttribute(string name, string path, string screen) : Attribute
{
    public string Name => name;

    public string Path => path;

    public Screen Screen { get; } = ScreenCatalogue.Get(screen);

    /// <summary>Longest field that is read at all, where one is longer than elsewhere; 0: as everywhere.</summary>
    public int LongestField { get; init; }
}

/// <summary>A kind of wizard, with the form and the subject it works on.</summary>
public sealed record WizardType(Type Wizard, Type Input, Type Subject)
{
    public WizardAttribute Mark { get; } = MarkOf(Wizard);

    public static IReadOnlyList<WizardType> In(Assembly assembly) => assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(IWizard).IsAssignableFrom(type) && type.IsDefined(typeof(WizardAttribute)))
        .Select(type => new WizardType(type, BaseOf(type).GenericTypeArguments[0], BaseOf(type).GenericTypeArguments[1]))
        .ToList();

    public static WizardAttribute MarkOf(Type wizard) => wizard.GetCustomAttribute<WizardAttribute>()
        ?? throw new InvalidOperationException($"{wizard.Name} has no [Wizard] with its name, its address and its first screen.");

    private static Type BaseOf(Type type)
    {
        while (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Wizard<,>))
        {
            type = type.BaseType!;
        }

        return type;
    }
}
