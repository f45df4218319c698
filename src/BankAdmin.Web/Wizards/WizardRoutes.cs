using System.Reflection;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace BankAdmin.Web.Wizards;

/// <summary>
/// Gives each wizard its pages: <see cref="WizardController{TWizard,TInput,TSubject}"/> at the wizard's address, with the views of the
/// wizard's folder, for whom its first screen is.
/// </summary>
public sealed class WizardRoutes(IReadOnlyList<WizardType> types)
    : IApplicationFeatureProvider<ControllerFeature>, IControllerModelConvention
{
    public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
    {
        foreach (var type in types)
        {
            feature.Controllers.Add(typeof(WizardController<,,>).MakeGenericType(type.Wizard, type.Input, type.Subject).GetTypeInfo());
        }
    }

    public void Apply(ControllerModel controller)
    {
        if (types.FirstOrDefault(type => controller.ControllerType.GenericTypeArguments is [var wizard, ..]
            && wizard == type.Wizard) is not { } found)
        {
            return;
        }

        // …Features.<area>.<folder>
        var folder = found.Wizard.Namespace!.Split('.');
        controller.ControllerName = folder[^1];
        controller.RouteValues["area"] = folder[^2];
        controller.Selectors[0].AttributeRouteModel = new AttributeRouteModel { Template = found.Mark.Path.TrimStart('/') };
        controller.Selectors[0].EndpointMetadata.Add(new ScreenAttribute(found.Mark.Screen.Id));
        if (found.Mark.LongestField > 0)
        {
            controller.Filters.Add(new RequestFormLimitsAttribute
            {
                ValueLengthLimit = found.Mark.LongestField,
                Order = RequireReadableForm.Place - 1,
            });
        }
    }
}

public static class WizardRegistration
{
    /// <summary>Every wizard of an assembly, with its pages.</summary>
    public static IServiceCollection AddWizards(this IServiceCollection services, Assembly assembly)
    {
        var types = WizardType.In(assembly);
        foreach (var type in types)
        {
            services.AddSingleton(type);
            services.AddScoped(type.Wizard);
        }

        var routes = new WizardRoutes(types);
        services.AddControllers(options => options.Conventions.Add(routes))
            .ConfigureApplicationPartManager(parts => parts.FeatureProviders.Add(routes));
        return services;
    }
}
