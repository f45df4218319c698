using BankAdmin.Domain;
using BankAdmin.Infrastructure.Drafts;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Wizards;

/// <summary>A draft that can be gone on with, what it works on as it is now, and what was typed.</summary>
public sealed record OpenDraft<TInput, TSubject>(WizardDraft Draft, TSubject Subject, TInput Input)
    where TInput : class, new()
    where TSubject : Subject<TInput>
{
    /// <summary>The stored state as the draft read it.</summary>
    public TInput Base => DraftJson.Read<TInput>(Draft.BaseJson);

    public static async Task<OpenDraft<TInput, TSubject>> OfAsync(
        Wizard<TInput, TSubject> wizard, WizardDraft draft, TSubject subject, CancellationToken ct)
    {
        var stored = new OpenDraft<TInput, TSubject>(draft, subject, subject.Stored);
        return await stored.WithInputAsync(wizard, DraftJson.Read<TInput>(draft.InputJson), ct);
    }

    /// <summary>The same with another input, as far as it fits what there is now.</summary>
    public async Task<OpenDraft<TInput, TSubject>> WithInputAsync(
        Wizard<TInput, TSubject> wizard, TInput input, CancellationToken ct)
    {
        var fitting = wizard.Fit(Subject, input);
        return this with { Subject = await wizard.ForInputAsync(Subject, fitting, ct), Input = fitting };
    }

    /// <summary>Whether somebody changed the subject since the draft read it.</summary>
    public bool HasMoved => Subject.Version != Draft.SubjectVersion;
}

/// <summary>Keeps drafts (rule: spec screens.md §5); each is its owner's alone.</summary>
public sealed class DraftStore(
    BankAdminDbContext context, CurrentSession current, OperationContext operation, BankParameters bank, TimeProvider clock,
    ILogger<DraftStore> logger)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Whether this request kept what was typed, whatever became of it afterwards.</summary>
    public bool HasKept { get; private set; }

    private static readonly TimeSpan WorthWriting = TimeSpan.FromSeconds(30);

    private DateTime NewExpiry => Now.AddMinutes(bank.DraftMinutes);

    public async Task AddAsync<TInput>(WizardDraft draft, Subject<TInput> subject, string shownMarks, CancellationToken ct)
    {
        var json = DraftJson.Write(subject.Stored);
        draft.Rebase(subject.Version, json, json, shownMarks, NewExpiry);
        context.Add(draft);
        await context.SaveChangesAsync(ct);
    }

    /// <summary>The person's draft with that key, or null.</summary>
    public Task<WizardDraft?> FindAsync(IWizard wizard, Guid id, CancellationToken ct) =>
        FindAsync(wizard, id, current.RequirePerson(), ct);

    /// <summary>The draft to keep typing in, of the person logged in or of the one whose session has timed out.</summary>
    public Task<WizardDraft?> FindForKeepingAsync(IWizard wizard, Guid id, CancellationToken ct)
    {
        if (current.SignedIn is null && current.TimedOut?.Person is { } timedOut)
        {
            operation.ActAs(timedOut);
        }

        return FindAsync(wizard, id, current.RequireTypist(), ct);
    }

    /// <summary>
    /// Whether a draft is too old to go on with. What was open when its owner's session timed out lives its time from there
    /// (rule: spec rulings.md „Drafts“).
    /// </summary>
    public bool IsExpired(WizardDraft draft, int schema) =>
        draft.CompletedAtUtc is null && (draft.InputSchema != schema || Now >= (
            current.TimedOutAtUtc is { } timedOutAt && draft.ExpiresAtUtc > timedOutAt
                ? timedOutAt.AddMinutes(bank.DraftMinutes)
                : draft.ExpiresAtUtc));

    /// <summary>Notes that a draft is looked at: any use keeps it alive. Where nothing can be written, it can still be looked at.</summary>
    public async Task TouchAsync(WizardDraft draft, CancellationToken ct)
    {
        if (NewExpiry - draft.ExpiresAtUtc >= WorthWriting)
        {
            await Engine.TryAsync(() => LengthenAsync(context.Drafts.Where(d => d.Id == draft.Id), Now, NewExpiry, ct), logger);
        }
    }

    /// <summary>Keeps all of a person's drafts alive: they said that they go on.</summary>
    public Task TouchAllAsync(CancellationToken ct) => LengthenAsync(OpenOf(context, current.RequirePerson().Id), Now, NewExpiry, ct);

    /// <summary>Lets the drafts live on that were open when their owner's session timed out.</summary>
    public static Task LengthenAfterTimeoutAsync(
        BankAdminDbContext context, BankParameters bank, Guid ownerId, DateTime timedOutAtUtc, CancellationToken ct) =>
        LengthenAsync(OpenOf(context, ownerId), timedOutAtUtc, timedOutAtUtc.AddMinutes(bank.DraftMinutes), ct);

    /// <summary>Keeps what was typed, and which sheet it leads to once that is accepted; false when another tab was faster.</summary>
    public async Task<bool> KeepAsync<TInput>(WizardDraft draft, TInput input, string shownMarks, CancellationToken ct)
    {
        var json = DraftJson.Write(input);
        if (json.Length > WizardDraft.JsonMaxLength)
        {
            throw new BadHttpRequestException("More was posted than any page asks for.");
        }

        draft.Type(json, shownMarks, NewExpiry);
        return HasKept = await SaveAsync(ct);
    }

    /// <summary>Keeps a refusal beside the input; false where it is too long.</summary>
    public async Task<bool> KeepRefusalAsync(WizardDraft draft, KeptRefusal refusal, CancellationToken ct)
    {
        var json = DraftJson.Write(refusal);
        return json.Length <= WizardDraft.JsonMaxLength
            && await context.Drafts.Where(d => d.Id == draft.Id && d.CompletedAtUtc == null)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.RefusalJson, json), ct) > 0;
    }

    /// <summary>Reads the subject anew into the draft, whose sheet has to be shown again; false when another tab was faster.</summary>
    public Task<bool> RebaseAsync<TInput>(WizardDraft draft, Subject<TInput> latest, TInput input, CancellationToken ct)
    {
        draft.Rebase(latest.Version, DraftJson.Write(latest.Stored), DraftJson.Write(input), "", NewExpiry);
        return SaveAsync(ct);
    }

    private static IQueryable<WizardDraft> OpenOf(BankAdminDbContext context, Guid ownerId) =>
        context.Drafts.IgnoreQueryFilters().Where(draft => draft.OwnerId == ownerId && draft.CompletedAtUtc == null);

    // Never shorter, and nothing that was over at that time.
    private static Task LengthenAsync(IQueryable<WizardDraft> drafts, DateTime openAtUtc, DateTime until, CancellationToken ct) =>
        drafts.Where(draft => draft.CompletedAtUtc == null && draft.ExpiresAtUtc > openAtUtc && draft.ExpiresAtUtc < until)
            .ExecuteUpdateAsync(set => set.SetProperty(draft => draft.ExpiresAtUtc, until), ct);

    private Task<WizardDraft?> FindAsync(IWizard wizard, Guid id, Person owner, CancellationToken ct) =>
        context.Drafts.SingleOrDefaultAsync(draft => draft.Id == id && draft.OwnerId == owner.Id && draft.Wizard == wizard.Mark.Name, ct);

    private async Task<bool> SaveAsync(CancellationToken ct)
    {
        try
        {
            await context.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            context.ChangeTracker.Clear();
            return false;
        }
    }
}
