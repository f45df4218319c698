using BankAdmin.Domain;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Security;

namespace BankAdmin.Web.Wizards;

/// <summary>Gives each wizard its engine.</summary>
public sealed class WizardEngines(
    BankAdminDbContext context, ConfirmationCheck confirmation, SignInSessions sessions, CurrentSession current, OperationContext operation,
    BankParameters bank, TimeProvider clock)
{
    /// <summary>The engine that drives a wizard.</summary>
    public WizardEngine<TInput> For<TInput>(Wizard<TInput> wizard)
        where TInput : class, new() => new(context, wizard, confirmation, sessions, current, operation, bank, clock);
}
