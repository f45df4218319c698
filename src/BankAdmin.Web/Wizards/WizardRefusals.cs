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

    /// <summary>Puts the refusal with that key back onto the page that it was of, if the draft has not gone on since.</summary>
    public WizardOutcome PutBack(WizardOutcome outcome, string? key) => outcome switch
    {
        WizardOutcome.Input<TInput, TSubject> input when RefusalOf(input.Open.Draft, input.Step.Key, key) is { } kept =>
            new WizardOutcome.Input<TInput, TSubject>(
                input.Open with { Input = DraftJson.Read<TInput>(kept.InputJson!) }, input.Step, kept.Trouble, kept.Told)
            {
                Conflict = kept.Conflict,
            },
        WizardOutcome.Confirm<TInput, TSubject> confirm when RefusalOf(confirm.Open.Draft, WizardPaths.Confirm, key) is { } kept =>
            new WizardOutcome.Confirm<TInput, TSubject>(confirm.Open, confirm.Proposal, kept.Trouble, kept.Told),
        _ => outcome,
    };

    private static KeptRefusal? RefusalOf(WizardDraft draft, string page, string? key) =>
        key is not null && draft.RefusalJson.Length > 0 && DraftJson.Read<KeptRefusal>(draft.RefusalJson) is { } kept
        && kept.IsOf(page, draft.Revision, key) ? kept : null;
}
