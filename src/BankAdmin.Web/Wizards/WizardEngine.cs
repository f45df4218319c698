using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Drafts;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Wizards;

/// <summary>A row that somebody else changed.</summary>
public sealed record MovedRow(Described Latest, string Shown, string Typed);

/// <summary>What somebody else changed meanwhile, who and when.</summary>
public sealed record SubjectConflict(IReadOnlyList<MovedRow> Rows, string? ChangedBy, DateTime? ChangedAtUtc);

/// <summary>
/// Keeps drafts and commits them exactly once (rule: spec screens.md §5). This part keeps them; the other commits.
/// </summary>
public sealed partial class WizardEngine<TInput>(
    BankAdminDbContext context, Wizard<TInput> wizard, ConfirmationCheck confirmation, SignInSessions sessions, CurrentSession current,
    OperationContext operation, BankParameters bank, TimeProvider clock)
    where TInput : class, new()
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DateTime NewExpiry => Now.AddMinutes(bank.DraftMinutes);

    /// <summary>Starts a draft, or says why it cannot be begun; neither where there is no such subject.</summary>
    /// <param name="subject">What it changes.</param>
    /// <param name="basePath">The wizard's address.</param>
    /// <param name="origin">The page to come back to; null: the wizard's own list or menu.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<(WizardDraft? Draft, IReadOnlyList<Violation> Refused)> StartAsync(string subject, string basePath, string? origin, CancellationToken ct)
    {
        if (subject.Length > WizardDraft.SubjectMaxLength || await wizard.LoadAsync(subject, ct) is not { } stored)
        {
            return (null, []);
        }

        if (wizard.CheckStart() is { Count: > 0 } refused)
        {
            return (null, refused);
        }

        var person = current.RequirePerson();
        var id = Guid.CreateVersion7();
        var draft = new WizardDraft
        {
            Id = id,
            Title = wizard.DraftTitle,
            Origin = origin is { Length: <= WizardDraft.OriginMaxLength } ? origin : null,
            Path = $"{basePath}/{id}/{(wizard.Steps is [var first, ..] ? first.Key : "confirm")}",
            Wizard = wizard.Name,
            OwnerId = person.Id,
            CompanyId = person.CompanyId!.Value,
            Subject = subject,
            InputSchema = wizard.Schema,
        };
        var json = DraftJson.Write(stored.Input);
        draft.Rebase(stored.Version, json, json, NewExpiry);
        context.Add(draft);
        await context.SaveChangesAsync(ct);
        return (draft, []);
    }

    /// <summary>The person's draft with that key, or null.</summary>
    public Task<WizardDraft?> FindAsync(Guid id, CancellationToken ct)
    {
        var owner = current.RequirePerson().Id;
        return context.Drafts.SingleOrDefaultAsync(draft => draft.Id == id && draft.OwnerId == owner && draft.Wizard == wizard.Name, ct);
    }

    /// <summary>The draft to keep typing in, of the person logged in or of the one whose session has timed out.</summary>
    public async Task<WizardDraft?> FindForKeepingAsync(Guid id, CancellationToken ct)
    {
        if (current.SignedIn is null && current.TimedOut?.Person is { } timedOut)
        {
            operation.ActAs(timedOut);
            return await context.Drafts.SingleOrDefaultAsync(d => d.Id == id && d.OwnerId == timedOut.Id && d.Wizard == wizard.Name, ct);
        }

        return await FindAsync(id, ct);
    }

    /// <summary>Whether a draft is too old to go on with.</summary>
    public bool IsExpired(WizardDraft draft) =>
        draft.CompletedAtUtc is null && (Now >= draft.ExpiresAtUtc || draft.InputSchema != wizard.Schema);

    /// <summary>What was typed.</summary>
    public static TInput InputOf(WizardDraft draft) => DraftJson.Read<TInput>(draft.InputJson);

    /// <summary>Keeps what was typed; false when another tab was faster.</summary>
    public async Task<bool> KeepAsync(WizardDraft draft, TInput input, CancellationToken ct)
    {
        var json = DraftJson.Write(input);
        if (json.Length > WizardDraft.JsonMaxLength)
        {
            throw new BadHttpRequestException("More was posted than any page asks for.");
        }

        draft.Type(json, NewExpiry);
        return await SaveDraftAsync(ct);
    }

    /// <summary>Everything that is wrong with an input, of all steps, then by the domain's rules.</summary>
    public async Task<IReadOnlyList<Violation>> CheckAsync(WizardDraft draft, TInput input, CancellationToken ct)
    {
        var shape = wizard.Steps.SelectMany(step => step.Check(input)).ToList();
        if (shape.Count > 0)
        {
            return shape;
        }

        var rules = await wizard.CheckAsync(input, ct);
        return rules.Count == 0 && Compare(draft, input) is { Compares: true, ChangedCount: 0 }
            ? [new Violation(ErrorCodes.NothingChanged, "")]
            : rules;
    }

    /// <summary>What the draft would change.</summary>
    public Sheet Compare(WizardDraft draft, TInput input) => wizard.Compare(DraftJson.Read<TInput>(draft.BaseJson), input);

    /// <summary>Whether somebody changed the subject since the draft read it.</summary>
    public static bool HasMoved(WizardDraft draft, Subject<TInput> stored) => stored.Version != draft.SubjectVersion;

    /// <summary>
    /// Reads the subject anew into the draft, keeps the person's entries, and says what moved; null: the draft itself has moved
    /// on, it may be what moved the subject.
    /// </summary>
    public async Task<SubjectConflict?> RebaseAsync(WizardDraft draft, TInput typed, Subject<TInput> latest, CancellationToken ct)
    {
        var shown = DraftJson.Read<TInput>(draft.BaseJson);
        var old = wizard.Describe(shown).ToDictionary(fact => fact.Key);
        var mine = wizard.Describe(typed).ToDictionary(fact => fact.Key);
        var moved = wizard.Describe(latest.Input)
            .Where(fact => old.GetValueOrDefault(fact.Key)?.Value != fact.Value)
            .Select(fact => new MovedRow(fact, old.GetValueOrDefault(fact.Key)?.Value ?? "", mine.GetValueOrDefault(fact.Key)?.Value ?? ""))
            .ToList();
        draft.Rebase(latest.Version, DraftJson.Write(latest.Input), DraftJson.Write(DraftJson.Merge(shown, latest.Input, typed)), NewExpiry);
        return !await SaveDraftAsync(ct) ? null : new SubjectConflict(moved, latest.Stored?.ChangedBy, latest.Stored?.ChangedAtUtc);
    }

    private async Task<bool> SaveDraftAsync(CancellationToken ct)
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
