using BankAdmin.Domain.Operations;
using BankAdmin.Web.Screens;

namespace BankAdmin.Web.Wizards;

/// <summary>A place in the step indicator.</summary>
public sealed record StepMark(string Name, bool Done, bool Current);

/// <summary>What every page of a wizard knows.</summary>
/// <param name="Steps">The step indicator; empty: none.</param>
/// <param name="BasePath">Address of the draft.</param>
/// <param name="Menu">The menu the wizard was opened from.</param>
public record WizardPage(IReadOnlyList<StepMark> Steps, string BasePath, Screen Menu)
{
    /// <summary>Number of the current step, from 1.</summary>
    public int Current => Steps.TakeWhile(step => !step.Current).Count() + 1;
}

/// <summary>An input page.</summary>
/// <param name="Input">What was typed.</param>
/// <param name="Wizard">The wizard, which has its subject loaded.</param>
/// <param name="Revision">Revision of the draft.</param>
/// <param name="Path">Where the form goes.</param>
/// <param name="Conflict">What somebody else changed meanwhile.</param>
public sealed record InputPage<TInput>(
    TInput Input, Wizard<TInput> Wizard, int Revision, string Path, SubjectConflict? Conflict,
    IReadOnlyList<StepMark> Steps, string BasePath, Screen Menu) : WizardPage(Steps, BasePath, Menu), IInputPage
    where TInput : class, new();

/// <summary>What the frame of an input page needs, whatever is typed.</summary>
public interface IInputPage
{
#pragma warning disable CS1591 // as in InputPage
    int Revision { get; }

    string Path { get; }

    SubjectConflict? Conflict { get; }

    IReadOnlyList<StepMark> Steps { get; }
#pragma warning restore CS1591
}

/// <summary>A confirm page.</summary>
public sealed record ConfirmPage(
    Sheet Sheet, IReadOnlyList<Warning> Warnings, string Intent, string? Destroys, int Revision, string Shown, string BackPath, IReadOnlyList<StepMark> Steps, string BasePath, Screen Menu)
    : WizardPage(Steps, BasePath, Menu);

/// <summary>A result page.</summary>
/// <param name="Receipt">What was done.</param>
/// <param name="NextThing">What to do next.</param>
/// <param name="List">The list it was opened from.</param>
/// <param name="EndedSession">What was done ended the person's own session: nothing but the login page is open to them.</param>
public sealed record ResultPage(Receipt Receipt, string? NextThing, Screen? List, bool EndedSession, IReadOnlyList<StepMark> Steps, string BasePath, Screen Menu)
    : WizardPage(Steps, BasePath, Menu);
