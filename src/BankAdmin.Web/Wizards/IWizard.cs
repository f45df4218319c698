using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Drafts;
using BankAdmin.Web.Screens;

namespace BankAdmin.Web.Wizards;

/// <summary>The screens of a wizard beside those of its input steps.</summary>
/// <param name="Result">結果.</param>
/// <param name="Confirm">確認, where it is confirmed and the person proves again who they are; null: the last input page commits.</param>
/// <param name="ClosingSteps">Names of the steps after the input, in the step indicator; none: the wizard shows no steps.</param>
public sealed record WizardScreens(Screen Result, Screen? Confirm = null, params IReadOnlyList<string> ClosingSteps)
{
    /// <summary>The list it is opened from; null: its menu.</summary>
    public Screen? List { get; init; }

    /// <summary>Whether who did it to themselves is shown out by 閉じる.</summary>
    public bool EndsWithClose { get; init; }

    /// <summary>The menu it belongs to.</summary>
    public Screen Menu => List?.Parent ?? Result.Parent!;

    /// <summary>Where somebody comes from who opens it.</summary>
    public Screen Origin => List ?? Menu;
}

/// <summary>A wizard was started: the address of its first page; or why it cannot be; neither: there is no such subject.</summary>
public sealed record StartOutcome(string? Path, IReadOnlyList<Violation> Refused)
{
    public static readonly StartOutcome NoSubject = new(null, []);
}

/// <summary>What can be said of a wizard without knowing its form.</summary>
public interface IWizard
{
    WizardAttribute Mark { get; }

    Operation Operation { get; }

    WizardScreens Screens { get; }

    /// <summary>What it does, in a word: 変更, 登録, 削除.</summary>
    string Act { get; }

    /// <summary>Starts it on a subject.</summary>
    /// <param name="services">What drives it.</param>
    /// <param name="subjectKey">What it changes; empty where it makes something new.</param>
    /// <param name="origin">The page to come back to; null: the wizard's own list or menu.</param>
    /// <param name="ct">Cancels.</param>
    Task<StartOutcome> StartAsync(WizardServices services, string subjectKey, string? origin, CancellationToken ct);

    /// <summary>What was typed into a draft, row by row; null: what it works on is not there any more.</summary>
    Task<IReadOnlyList<Described>?> TypedAsync(WizardDraft draft, Person actor, CancellationToken ct);
}

public static class WizardPaths
{
    public const string Start = "start";
    public const string Confirm = "confirm";
    public const string Result = "result";
    public const string File = "file";
    public const string Keep = "keep";

    /// <summary>The address of a page of a draft.</summary>
    public static string PathOf(this IWizard wizard, Guid id, string page) => $"{wizard.Mark.Path}/{id}/{page}";

    /// <summary>Where a step's page keeps what is typed, nothing else.</summary>
    public static string KeepOf(string stepPath) => $"{stepPath}/{Keep}";
}
