using BankAdmin.Domain.Rules;

namespace BankAdmin.Web.Wizards;

/// <summary>The confirm page of a wizard: it shows what would be changed, and 実行 commits what it showed.</summary>
public sealed class WizardConfirmation<TInput, TSubject>(
    Wizard<TInput, TSubject> wizard, WizardEngine<TInput, TSubject> engine, WizardServices services)
    where TInput : class, new()
    where TSubject : Subject<TInput>
{
    private readonly DraftStore drafts = services.Drafts;

    /// <summary>Opens the page; what is not right yet comes first.</summary>
    public Task<WizardOutcome> OpenAsync(Guid id, string? refused, CancellationToken ct) => engine.WithDraftAsync(id, async open =>
    {
        var proposal = await Proposal.OfAsync(wizard, open, open.Input, ct);
        if (WizardRefusals<TInput, TSubject>.OnConfirm(open, proposal, refused) is { } shown)
        {
            return shown;
        }

        return wizard.Screens.Confirm is not null && (wizard.Steps.Count == 0 || proposal.Violations.Count == 0)
            ? new WizardOutcome.Confirm<TInput, TSubject>(open, proposal)
            : new WizardOutcome.LeadsTo(wizard.PathOf(id, (wizard.FirstOpenStep(open.Subject, open.Input) ?? wizard.Steps[^1]).Key));
    }, ct);

    public async Task<WizardOutcome> ExecuteAsync(CommitRequest request, CancellationToken ct)
    {
        if (wizard.Screens.Confirm is null)
        {
            return new WizardOutcome.NotFound();
        }

        var result = await services.Commit.CommitAsync(wizard, request, null, ct);
        return result.Outcome switch
        {
            CommitOutcome.Completed => await engine.ExecutedAsync(request.Id, ct),
            CommitOutcome.ActorChanged => new WizardOutcome.LeadsTo(wizard.PathOf(request.Id, WizardPaths.Confirm)),
            _ => await engine.WithDraftAsync(request.Id, open => RefuseAsync(open, result, ct), ct),
        };
    }

    private async Task<WizardOutcome> RefuseAsync(
        OpenDraft<TInput, TSubject> open, CommitResult result, CancellationToken ct)
    {
        var hasInput = wizard.Steps.Count > 0;
        switch (result.Outcome)
        {
            case CommitOutcome.SubjectChangedElsewhere when hasInput:
                return await engine.ConflictAsync(open, open.Input, ct);
            case CommitOutcome.NoLongerValid when hasInput:
                return engine.Mend(open, null, Trouble.Invalid, result.Violations);
            case CommitOutcome.SubjectChangedElsewhere:
                await drafts.RebaseAsync(open.Draft, open.Subject, open.Subject.Stored, ct);
                return await ShowAsync(
                    open with { Input = open.Subject.Stored }, Trouble.SubjectChangedElsewhere,
                    new Violation(ErrorCodes.ChangedByOther, "", "表示のとおり"));
            case CommitOutcome.SheetChanged:
                return await ShowAsync(open, Trouble.SheetChanged, [.. result.Violations]);
            case CommitOutcome.DraftChangedElsewhere:
                return await ShowAsync(open, Trouble.DraftChangedElsewhere, [.. result.Violations]);
            default:
                return await ShowAsync(open, Trouble.NotExecuted, [.. result.Violations]);
        }

        // What is shown now is what the next 実行 is held against.
        async Task<WizardOutcome> ShowAsync(OpenDraft<TInput, TSubject> shown, Trouble trouble, params Violation[] violations)
        {
            var proposal = await Proposal.OfAsync(wizard, shown, shown.Input, ct);
            if (trouble is Trouble.SheetChanged or Trouble.SubjectChangedElsewhere)
            {
                await drafts.KeepAsync(shown.Draft, shown.Input, proposal.ShownMarks, ct);
            }

            return new WizardOutcome.Confirm<TInput, TSubject>(shown, proposal, trouble, violations);
        }
    }
}
