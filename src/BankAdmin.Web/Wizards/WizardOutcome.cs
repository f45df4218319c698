using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Drafts;

namespace BankAdmin.Web.Wizards;

/// <summary>A row that somebody else changed.</summary>
public sealed record MovedRow(Described Latest, string Shown, string Typed);

/// <summary>What was changed meanwhile, by whom and when.</summary>
public sealed record SubjectConflict(IReadOnlyList<MovedRow> Rows, LastChange Change);

/// <summary>Why a page is shown again instead of the next one.</summary>
public enum Trouble
{
    None,

    /// <summary>What was typed is not right.</summary>
    Invalid,

    /// <summary>It was right, and what is stored now refuses it.</summary>
    NotExecuted,

    /// <summary>The draft went on elsewhere since the page was opened.</summary>
    DraftChangedElsewhere,

    /// <summary>Somebody else changed the subject.</summary>
    SubjectChangedElsewhere,

    /// <summary>What would be changed is not what was confirmed.</summary>
    SheetChanged,
}

/// <summary>What a request to a wizard came to; the controller only turns it into an answer.</summary>
public abstract record WizardOutcome
{
    /// <summary>There is no such draft or step.</summary>
    public sealed record NotFound : WizardOutcome;

    /// <summary>It goes on elsewhere.</summary>
    public sealed record LeadsTo(string Path) : WizardOutcome;

    public sealed record ExecutedBefore(WizardDraft Draft) : WizardOutcome;

    /// <summary>This request executed it, or another one did meanwhile.</summary>
    /// <param name="Draft">The draft, which is the result from now on.</param>
    /// <param name="SessionEnded">What was done ended the person's own session.</param>
    public sealed record Executed(WizardDraft Draft, bool SessionEnded) : WizardOutcome;

    public sealed record Expired : WizardOutcome;

    /// <summary>What it worked on is not there any more.</summary>
    public sealed record SubjectGone(WizardDraft Draft) : WizardOutcome;

    public sealed record Input<TInput, TSubject>(
        OpenDraft<TInput, TSubject> Open, InputStep<TInput, TSubject> Step, Trouble Trouble = Trouble.None,
        params IReadOnlyList<Violation> Violations) : WizardOutcome
        where TInput : class, new()
        where TSubject : Subject<TInput>
    {
        /// <summary>What somebody else changed.</summary>
        public SubjectConflict? Conflict { get; init; }
    }

    public sealed record Confirm<TInput, TSubject>(
        OpenDraft<TInput, TSubject> Open, Proposal Proposal, Trouble Trouble = Trouble.None, params IReadOnlyList<Violation> Violations)
        : WizardOutcome
        where TInput : class, new()
        where TSubject : Subject<TInput>;
}
