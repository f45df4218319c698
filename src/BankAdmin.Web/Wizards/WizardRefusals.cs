using BankAdmin.Infrastructure.Drafts;

namespace BankAdmin.Web.Wizards;

/// <summary>Keeps what a wizard refused and shows it again (<see cref="KeptRefusal"/>).</summary>
public sealed class WizardRefusals<TInput, TSubject>(Wizard<TInput, TSubject> wizard, DraftStore drafts)
    where TInput : class, new()
    where TSubject : Subject<TInput>
{
    private const string KeyName = "refused";

    /// <summary>Keeps a refusal to be shown by an address of its own; null: there is none, or it is too long.</summary>
    public async Task<string?> KeepAsync(WizardOutcome outcome, CancellationToken ct)
    {
        var (draft, refusal) = outcome switch
        {
            WizardOutcome.Input<TInput, TSubject> { Trouble: not Trouble.None } input => (input.Open.Draft, KeptRefusal.Of(
                input.Step.Key, input.Open.Draft.Revision, input.Trouble, input.Violations, DraftJson.Write(input.Open.Input),
                input.Conflict)),
            WizardOutcome.Confirm<TInput, TSubject> { Trouble: not Trouble.None } confirm => (confirm.Open.Draft, KeptRefusal.Of(
                WizardPaths.Confirm, confirm.Open.Draft.Revision, confirm.Trouble, confirm.Violations, null, null)),
            _ => ((WizardDraft?)null, (KeptRefusal?)null),
        };
        return draft is not null && await drafts.KeepRefusalAsync(draft, refusal!, ct)
            ? $"{wizard.PathOf(draft.Id, refusal!.Page)}?{KeyName}={refusal.Key}"
            : null;
    }

    /// <summary>The page of a step with the refusal of that key; null: there is none, or the draft has gone on since.</summary>
    public async Task<WizardOutcome?> OnStepAsync(
        OpenDraft<TInput, TSubject> open, InputStep<TInput, TSubject> step, string? key, CancellationToken ct)
    {
        if (RefusalOf(open.Draft, step.Key, key) is not { } kept)
        {
            return null;
        }

        var shown = await open.WithInputAsync(wizard, DraftJson.Read<TInput>(kept.InputJson!), ct);
        return new WizardOutcome.Input<TInput, TSubject>(shown, step, kept.Trouble, kept.ToViolations()) { Conflict = kept.Conflict };
    }

    /// <summary>As <see cref="OnStepAsync"/>, of the confirm page.</summary>
    public static WizardOutcome? OnConfirm(OpenDraft<TInput, TSubject> open, Proposal proposal, string? key) =>
        RefusalOf(open.Draft, WizardPaths.Confirm, key) is { } kept
            ? new WizardOutcome.Confirm<TInput, TSubject>(open, proposal, kept.Trouble, kept.ToViolations())
            : null;

    private static KeptRefusal? RefusalOf(WizardDraft draft, string page, string? key) =>
        key is not null && draft.RefusalJson.Length > 0 && DraftJson.Read<KeptRefusal>(draft.RefusalJson) is { } kept
        && kept.IsOf(page, draft.Revision, key) ? kept : null;
}
