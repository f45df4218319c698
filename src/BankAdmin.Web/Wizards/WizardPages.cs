using BankAdmin.Domain.Operations;
using BankAdmin.Web.Screens;

namespace BankAdmin.Web.Wizards;

/// <summary>A place in the step indicator.</summary>
/// <param name="Path">Where it can be opened again; null: it is not done, or cannot be.</param>
public sealed record StepMark(string Name, bool Done, bool Current, string? Path);

/// <summary>What every page of a wizard knows.</summary>
/// <param name="Steps">The step indicator; empty: none.</param>
/// <param name="BasePath">Address of the draft.</param>
/// <param name="Screens">The wizard's screens.</param>
public abstract record WizardPage(IReadOnlyList<StepMark> Steps, string BasePath, WizardScreens Screens)
{
    public Screen Menu => Screens.Menu;

    /// <summary>What will stand in the way of the commit, told before anything is typed; null: nothing.</summary>
    public Warning? Hindrance { get; init; }
}

/// <summary>What the frame of an input page needs, whatever is typed.</summary>
public interface IInputPage
{
    int Revision { get; }

    /// <summary>Where the form goes.</summary>
    string Path { get; }

    SubjectConflict? Conflict { get; }

    /// <summary>Whether the confirm page can be opened from here past steps that are right already.</summary>
    bool LeadsToConfirm { get; }
}

public sealed record InputPage<TInput, TSubject>(
    TInput Input, TSubject Subject, IReadOnlyList<Warning> Warnings, int Revision, string Path, SubjectConflict? Conflict,
    bool LeadsToConfirm, IReadOnlyList<StepMark> Steps, string BasePath, WizardScreens Screens)
    : WizardPage(Steps, BasePath, Screens), IInputPage;

/// <summary>A confirm page.</summary>
/// <param name="Shown">Digest of the sheet.</param>
/// <param name="StepUp">What proves who is there.</param>
public sealed record ConfirmPage(
    Sheet Sheet, IReadOnlyList<Warning> Warnings, WizardWords Words, StepUp StepUp, int Revision, string Shown, string BackPath,
    IReadOnlyList<StepMark> Steps, string BasePath, WizardScreens Screens)
    : WizardPage(Steps, BasePath, Screens);

/// <summary>What a result page hands out.</summary>
/// <param name="Path">Where it is fetched.</param>
/// <param name="File">The file; null: it is over.</param>
/// <param name="EndsAtUtc">When it will be over, UTC.</param>
public sealed record FilePart(string Path, DisclosedFile? File = null, DateTime EndsAtUtc = default);

/// <summary>A result page.</summary>
/// <param name="NextThing">What to do next.</param>
/// <param name="EndedSession">What was done ended the person's own session: nothing but the login page is open to them.</param>
public sealed record ResultPage(
    Receipt Receipt, string? NextThing, bool EndedSession, IReadOnlyList<StepMark> Steps, string BasePath, WizardScreens Screens)
    : WizardPage(Steps, BasePath, Screens)
{
    /// <summary>What it hands out; null: the wizard hands out nothing.</summary>
    public FilePart? Handout { get; init; }
}
