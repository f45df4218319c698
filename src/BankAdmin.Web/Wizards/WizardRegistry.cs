using BankAdmin.Web.Screens;

namespace BankAdmin.Web.Wizards;

/// <summary>Finds wizards by name and by the screen they begin with.</summary>
public sealed class WizardRegistry(IEnumerable<WizardType> types, IServiceProvider services)
{
    public IWizard this[string name] => (IWizard)services.GetRequiredService(types.Single(type => type.Mark.Name == name).Wizard);

    /// <summary>Where a wizard that begins with a screen is started; null: none does.</summary>
    public string? StartOf(Screen screen) =>
        types.FirstOrDefault(type => type.Mark.Screen == screen) is { } found ? found.Mark.Path + "/" + WizardPaths.Start : null;
}
