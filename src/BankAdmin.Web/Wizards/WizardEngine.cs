using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Drafts;
using BankAdmin.Web.Security;

namespace BankAdmin.Web.Wizards;

public sealed record WizardServices(DraftStore Drafts, WizardCommit Commit, Disclosures Disclosures, CurrentSession Current);

/// <summary>
/// Conducts a wizard (rule: spec screens.md §5): it opens drafts, takes what was typed, and says what to answer. What a wizard is
/// about, it is told by the wizard; how it is committed is <see cref="WizardCommit"/>'s.
/// </summary>
public sealed class WizardEngine<TInput, TSubject>(Wizard<TInput, TSubject> wizard, WizardServices services)
    where TInput : class, new()
    where TSubject : Subject<TInput>
{
    private const string Back = "back";
    private const string ToConfirm = "toConfirm";

    private readonly DraftStore drafts = services.Drafts;
    private readonly WizardCommit commit = services.Commit;
    private readonly CurrentSession current = services.Current;

    public WizardConfirmation<TInput, TSubject> Confirmation => new(wizard, this, services);
    public WizardRefusals<TInput, TSubject> Refusals => new(wizard, services.Drafts);

    public async Task<StartOutcome> StartAsync(string subjectKey, string? origin, CancellationToken ct)
    {
        var actor = current.RequirePerson();
        if (subjectKey.Length > WizardDraft.SubjectMaxLength || await wizard.LoadAsync(subjectKey, actor, ct) is not { } subject)
        {
            return StartOutcome.NoSubject;
        }

        if (wizard.CheckMayStart(subject) is { Count: > 0 } refused)
        {
            return new StartOutcome(null, refused);
        }

        var id = Guid.CreateVersion7();
        var path = wizard.PathOf(id, wizard.Steps is [var first, ..] ? first.Key : WizardPaths.Confirm);
        var draft = new WizardDraft
        {
            Id = id,
            Title = wizard.Words(subject).DraftTitle ?? wizard.Mark.Screen.Title,
            Origin = origin is { Length: <= WizardDraft.OriginMaxLength } ? origin : null,
            Path = path,
            Wizard = wizard.Mark.Name,
            OwnerId = actor.Id,
            CompanyId = actor.CompanyId!.Value,
            Subject = subjectKey,
            InputSchema = wizard.Schema,
        };

        // Without a step to accept, the confirm page is what comes next.
        var marks = wizard.Steps.Count > 0 ? "" : ShownSheet.Marks(wizard.SheetOf(subject, subject.Stored, subject.Stored));
        await drafts.AddAsync(draft, subject, marks, ct);
        return new StartOutcome(path, []);
    }

    /// <summary>Opens an input page, with the refusal of a key if any; an earlier step that is not right yet comes first.</summary>
    public Task<WizardOutcome> OpenStepAsync(Guid id, string stepKey, string? refused, CancellationToken ct) =>
        WithStepAsync(id, stepKey, async (open, step) =>
    {
        var first = wizard.FirstOpenStep(open.Subject, open.Input);
        return await Refusals.OnStepAsync(open, step, refused, ct) ?? (first is not null && IndexOf(first) < IndexOf(step)
            ? new WizardOutcome.LeadsTo(wizard.PathOf(id, first.Key))
            : new WizardOutcome.Input<TInput, TSubject>(open, step));
    }, ct);

    /// <summary>Takes what an input page posts.</summary>
    public Task<WizardOutcome> SubmitAsync(StepRequest request, FormBinder bind, CancellationToken ct) =>
        WithStepAsync(request.Id, request.Step, async (open, step) =>
    {
        var before = open.Input;
        var typed = await step.BindAsync(open.Subject, before, bind);
        open = open with { Subject = await wizard.ForInputAsync(open.Subject, typed, ct) };
        return request.Revision != open.Draft.Revision ? Stale(open with { Input = typed }, step)
            : request.Button == Back ? await GoBackAsync(open.Draft, step, typed, ct)
            : await wizard.HandleButtonAsync(open.Subject, before, typed, request.Button, ct) is { } redrawn
                ? await RedrawAsync(open, step, redrawn, ct)
            : open.HasMoved ? await ConflictAsync(open, typed, ct)
            : await AcceptAsync(open with { Input = typed }, step, request, ct);
    }, ct);

    /// <summary>Keeps what is typed, nothing else; the draft's new revision, or null where it cannot be kept.</summary>
    public async Task<int?> KeepAsync(StepRequest request, FormBinder bind, CancellationToken ct) =>
        wizard.Steps.FirstOrDefault(s => s.Key == request.Step) is { } step
        && await drafts.FindForKeepingAsync(wizard, request.Id, ct) is { CompletedAtUtc: null } draft && draft.Revision == request.Revision
        && !drafts.IsExpired(draft, wizard.Schema)
        && await wizard.LoadAsync(draft.Subject, current.RequireTypist(), ct) is { } subject
        && await drafts.KeepAsync(draft, await step.BindAsync(subject, DraftJson.Read<TInput>(draft.InputJson), bind), "", ct)
            ? draft.Revision
            : null;

    /// <summary>The draft of a result page.</summary>
    public Task<WizardDraft?> FindAsync(Guid id, CancellationToken ct) => drafts.FindAsync(wizard, id, ct);

    // The step's page was sent on: judged, kept, and then the next page, or the commit where there is none.
    private async Task<WizardOutcome> AcceptAsync(
        OpenDraft<TInput, TSubject> open, InputStep<TInput, TSubject> step, StepRequest request, CancellationToken ct)
    {
        var typed = open.Input;
        var (input, violations) = await wizard.CheckStepAsync(open.Subject, step, typed, ct) is { Count: > 0 } wrong
            ? new StepResult<TInput>(typed, wrong)
            : await wizard.AcceptStepAsync(open.Subject, step, typed, ct);
        var isLast = step == wizard.Steps[^1] || (request.Button == ToConfirm && wizard.Screens.Confirm is not null);
        var proposal = violations.Count == 0 && isLast ? await Proposal.OfAsync(wizard, open, input, ct) : null;
        violations = proposal?.Violations ?? violations;
        if (!await drafts.KeepAsync(open.Draft, input, proposal?.ShownMarks ?? "", ct))
        {
            return await MovedOnAsync(open with { Input = input }, step, ct);
        }

        if (violations.Count > 0)
        {
            if (proposal is not null && wizard.Screens.Confirm is null)
            {
                await commit.RecordRefusalAsync(wizard, open.Subject.About, violations, ct);
            }

            // What is wrong with no field is told where the person is.
            var here = proposal is null || violations[0].Field.Length == 0;
            return Mend(open with { Input = input }, here ? step : null, Trouble.Invalid, violations);
        }

        return !isLast ? new WizardOutcome.LeadsTo(wizard.PathOf(request.Id, wizard.Steps[IndexOf(step) + 1].Key))
            : wizard.Screens.Confirm is not null ? new WizardOutcome.LeadsTo(wizard.PathOf(request.Id, WizardPaths.Confirm))
            : await ExecuteInputAsync(open with { Input = input }, step, typed, request, ct);
    }

    // Where the input page is the one that commits.
    private async Task<WizardOutcome> ExecuteInputAsync(
        OpenDraft<TInput, TSubject> kept, InputStep<TInput, TSubject> step, TInput typed, StepRequest request,
        CancellationToken ct)
    {
        var result = await commit.CommitAsync(wizard, new CommitRequest(request.Id, kept.Draft.Revision, null, request.Entry), typed, ct);
        return result.Outcome switch
        {
            CommitOutcome.Completed => await ExecutedAsync(request.Id, ct),
            CommitOutcome.ActorChanged => new WizardOutcome.LeadsTo(wizard.PathOf(request.Id, step.Key)),
            _ => await WithDraftAsync(request.Id, async open => result.Outcome switch
            {
                CommitOutcome.SubjectChangedElsewhere => await ConflictAsync(open, kept.Input, ct),
                CommitOutcome.DraftChangedElsewhere => Stale(open with { Input = kept.Input }, step),
                _ => new WizardOutcome.Input<TInput, TSubject>(
                    open with { Input = kept.Input }, step, Trouble.NotExecuted, result.Violations),
            }, ct),
        };
    }

    private async Task<WizardOutcome> RedrawAsync(
        OpenDraft<TInput, TSubject> open, InputStep<TInput, TSubject> step, StepResult<TInput> redrawn,
        CancellationToken ct)
    {
        var shown = open with { Input = redrawn.Input };
        return !await drafts.KeepAsync(open.Draft, redrawn.Input, "", ct) ? await MovedOnAsync(shown, step, ct)
            : redrawn.Violations.Count > 0 ? new WizardOutcome.Input<TInput, TSubject>(shown, step, Trouble.Invalid, redrawn.Violations)
            : new WizardOutcome.LeadsTo(wizard.PathOf(open.Draft.Id, step.Key));
    }

    private async Task<WizardOutcome> GoBackAsync(
        WizardDraft draft, InputStep<TInput, TSubject> step, TInput typed, CancellationToken ct)
    {
        await drafts.KeepAsync(draft, typed, "", ct);
        var index = IndexOf(step);
        return new WizardOutcome.LeadsTo(
            index > 0 ? wizard.PathOf(draft.Id, wizard.Steps[index - 1].Key) : draft.Origin ?? wizard.Screens.Origin.Path!);
    }

    /// <summary>
    /// Reads the subject anew into the draft, keeps the person's entries, and says what moved. Where the draft itself has moved on,
    /// it may be what moved the subject.
    /// </summary>
    internal async Task<WizardOutcome> ConflictAsync(
        OpenDraft<TInput, TSubject> open, TInput typed, CancellationToken ct)
    {
        var latest = open.Subject;
        var shown = wizard.Fit(latest, open.Base);
        var old = wizard.Describe(latest, shown).ToDictionary(fact => fact.Key);
        var mine = wizard.Describe(latest, typed).ToDictionary(fact => fact.Key);
        var moved = wizard.Describe(latest, latest.Stored)
            .Where(fact => old.GetValueOrDefault(fact.Key)?.Value != fact.Value)
            .Select(fact => new MovedRow(fact, old.GetValueOrDefault(fact.Key)?.Value ?? "", mine.GetValueOrDefault(fact.Key)?.Value ?? ""))
            .ToList();
        var merged = wizard.Fit(latest, DraftJson.Merge(open.Base, latest.Stored, typed));
        return !await drafts.RebaseAsync(open.Draft, latest, merged, ct)
            ? await MovedOnAsync(open with { Input = typed }, wizard.Steps[^1], ct)
            : new WizardOutcome.Input<TInput, TSubject>(
                open with { Input = merged }, wizard.Steps[^1], Trouble.SubjectChangedElsewhere,
                moved.Count == 0 ? [new Violation(ErrorCodes.ChangedByOther, "", "表示のとおり")]
                    : moved.Select(row => new Violation(ErrorCodes.ChangedByOther, row.Latest.Key, row.Latest.Value)).ToList())
            {
                Conflict = new SubjectConflict(moved, latest.LastChangeFor(current.RequirePerson())),
            };
    }

    // Another tab was faster: it changed the draft, or executed it. Only the re-read tells which.
    private async Task<WizardOutcome> MovedOnAsync(
        OpenDraft<TInput, TSubject> open, InputStep<TInput, TSubject> step, CancellationToken ct)
    {
        var stored = (await drafts.FindAsync(wizard, open.Draft.Id, ct))!;
        return stored.CompletedAtUtc is null ? Stale(open with { Draft = stored }, step) : new WizardOutcome.ExecutedBefore(stored);
    }

    internal async Task<WizardOutcome> ExecutedAsync(Guid id, CancellationToken ct) =>
        new WizardOutcome.Executed((await drafts.FindAsync(wizard, id, ct))!, SessionEnded: !await commit.ActorMayStillActAsync(ct));

    private static WizardOutcome Stale(OpenDraft<TInput, TSubject> open, InputStep<TInput, TSubject> step) =>
        new WizardOutcome.Input<TInput, TSubject>(open, step, Trouble.DraftChangedElsewhere, new Violation(ErrorCodes.StaleDraft, ""));

    // An error is shown on the step where it can be mended, with what else is wrong there.
    internal WizardOutcome Mend(
        OpenDraft<TInput, TSubject> open, InputStep<TInput, TSubject>? onlyOn, Trouble trouble,
        IReadOnlyList<Violation> violations)
    {
        var step = onlyOn ?? wizard.StepOf(violations[0].Field);
        return new WizardOutcome.Input<TInput, TSubject>(
            open, step, trouble,
            onlyOn is not null ? violations : violations.Where(v => v.Field.Length == 0 || wizard.StepOf(v.Field) == step).ToList());
    }

    internal async Task<WizardOutcome> WithDraftAsync(
        Guid id, Func<OpenDraft<TInput, TSubject>, Task<WizardOutcome>> go, CancellationToken ct)
    {
        var draft = await drafts.FindAsync(wizard, id, ct);
        if (draft is not { CompletedAtUtc: null } || drafts.IsExpired(draft, wizard.Schema))
        {
            return draft is null ? new WizardOutcome.NotFound()
                : draft.CompletedAtUtc is null ? new WizardOutcome.Expired()
                : new WizardOutcome.ExecutedBefore(draft);
        }

        await drafts.TouchAsync(draft, ct);
        return await wizard.LoadAsync(draft.Subject, current.RequirePerson(), ct) is { } subject
            ? await go(await OpenDraft<TInput, TSubject>.OfAsync(wizard, draft, subject, ct))
            : new WizardOutcome.SubjectGone(draft);
    }

    private Task<WizardOutcome> WithStepAsync(
        Guid id, string stepKey,
        Func<OpenDraft<TInput, TSubject>, InputStep<TInput, TSubject>, Task<WizardOutcome>> go, CancellationToken ct) =>
        wizard.Steps.FirstOrDefault(step => step.Key == stepKey) is { } step
            ? WithDraftAsync(id, open => go(open, step), ct)
            : Task.FromResult<WizardOutcome>(new WizardOutcome.NotFound());

    private int IndexOf(InputStep<TInput, TSubject> step) => wizard.Steps.TakeWhile(s => s.Key != step.Key).Count();
}
