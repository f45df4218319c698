using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Drafts;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Wizards;

/// <summary>How an attempt to commit ended.</summary>
public enum CommitOutcome
{
    /// <summary>Done, now or before: go to the result.</summary>
    Completed,

    /// <summary>The draft is not what the page showed.</summary>
    DraftChangedElsewhere,

    /// <summary>What the input leads to is not what the page showed: something it depends on changed.</summary>
    SheetChanged,

    /// <summary>Somebody changed the subject since it was read.</summary>
    SubjectChangedElsewhere,

    /// <summary>A rule forbids it now.</summary>
    NoLongerValid,

    /// <summary>確認用パスワード wrong or stopped.</summary>
    StepUpRefused,

    /// <summary>Who commits was logged out, stopped or given another role since the request came.</summary>
    ActorChanged,

    /// <summary>No such draft, or too old.</summary>
    Gone,
}

/// <summary>An attempt to commit and what stood against it.</summary>
public sealed record CommitResult(CommitOutcome Outcome, IReadOnlyList<Violation> Violations)
{
    /// <summary>Whether the answer can change when the draft is read again.</summary>
    public bool IsRefusal => Outcome is not (CommitOutcome.Completed or CommitOutcome.Gone);
}

// Three guards in one save: the draft's revision, the aggregate's version, and the chain's place in the history;
// whichever refuses, the re-read decides.
public sealed partial class WizardEngine<TInput>
{
    private const int CommitTries = 5;

    /// <summary>Whether the person may go on: their own commit may have ended their session.</summary>
    public Task<bool> ActorStillHoldsAsync(CancellationToken ct) => sessions.StillHoldsAsync(ct);

    /// <summary>Records that the commit was asked for and refused.</summary>
    public async Task RecordRefusalAsync(IReadOnlyList<Violation> violations, CancellationToken ct, OperationSubject? subject = null)
    {
        context.ChangeTracker.Clear();
        context.Record(new OperationRefused(wizard.Operation, subject, violations.Select(v => v.Code).Distinct().ToList()));
        await context.SaveChangesAsync(ct);
        context.ChangeTracker.Clear();
    }

    /// <summary>Commits what was shown, once.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="revision">Its revision on the page.</param>
    /// <param name="shown">Marks of the sheet on the page; null where there was no confirm page.</param>
    /// <param name="password">確認用パスワード as typed.</param>
    /// <param name="typed">What was typed on the page that commits; null: nothing but the password.</param>
    public async Task<CommitResult> CommitAsync(Guid id, int revision, string? shown, string? password, TInput? typed, CancellationToken ct)
    {
        // Judged once for all tries: a try that fails on its way must neither count an entry again nor pass for a right one.
        IReadOnlyList<Violation>? judged = null;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var result = await TryCommitAsync(id, revision, shown, StepUpAsync, ct);
                return result.IsRefusal ? await RefuseAsync(id, result, ct) : result;
            }
            catch (RefusedAtLastException refused)
            {
                return await RefuseAsync(id, new CommitResult(CommitOutcome.NoLongerValid, refused.Violations), ct);
            }
            catch (DbUpdateException) when (attempt < CommitTries)
            {
                // Somebody saved first; what is in the database now decides.
                context.ChangeTracker.Clear();
            }
        }

        async Task<IReadOnlyList<Violation>> StepUpAsync() => judged ??= wizard.Confirmation != Confirmation.None
            ? await confirmation.JudgeAsync(password, ct) is { } refused ? [refused] : []
            : await confirmation.JudgeStopAsync() is { } stopped ? [stopped]
            : await wizard.JudgeAsync(typed ?? new TInput(), ct);
    }

    private async Task<CommitResult> TryCommitAsync(
        Guid id, int revision, string? shown, Func<Task<IReadOnlyList<Violation>>> stepUp, CancellationToken ct)
    {
        var draft = await FindAsync(id, ct);
        if (draft is null || IsExpired(draft))
        {
            return new CommitResult(CommitOutcome.Gone, []);
        }

        if (draft.CompletedAtUtc is not null)
        {
            return new CommitResult(CommitOutcome.Completed, []);
        }

        if (draft.Revision != revision)
        {
            return new CommitResult(CommitOutcome.DraftChangedElsewhere, [new Violation(ErrorCodes.StaleDraft, "")]);
        }

        if (!await sessions.StillHoldsAsync(ct))
        {
            return new CommitResult(CommitOutcome.ActorChanged, [new Violation(ErrorCodes.NoPermission, "")]);
        }

        return await stepUp() is { Count: > 0 } refused
            ? new CommitResult(CommitOutcome.StepUpRefused, refused)
            : await ApplyAsync(draft, shown, ct);
    }

    private async Task<CommitResult> ApplyAsync(WizardDraft draft, string? shown, CancellationToken ct)
    {
        if (await wizard.LoadAsync(draft.Subject, ct) is not { } stored)
        {
            return new CommitResult(CommitOutcome.Gone, []);
        }

        if (HasMoved(draft, stored))
        {
            return new CommitResult(CommitOutcome.SubjectChangedElsewhere, [new Violation(ErrorCodes.ChangedByOther, "", "")]);
        }

        var input = InputOf(draft);
        var violations = await CheckAsync(draft, input, ct);
        if (violations.Count > 0)
        {
            return new CommitResult(CommitOutcome.NoLongerValid, violations);
        }

        var sheet = Compare(draft, input);
        if (wizard.Confirmation == Confirmation.OnOwnScreen && shown != ShownSheet.Marks(sheet))
        {
            var moved = ShownSheet.Moved(shown, sheet).Select(row => new Violation(ErrorCodes.ChangedByOther, row.Key, row.Value)).ToList();
            return new CommitResult(CommitOutcome.SheetChanged, moved.Count > 0 ? moved : [new Violation(ErrorCodes.StaleDraft, "")]);
        }

        var completed = new OperationCompleted(wizard.Operation, stored.Stored?.AsSubject());
        await wizard.ApplyAsync(input, ct);
        context.Require(sessions.StillHoldsAsync);
        context.RefuseAtLast(wizard.CheckLast(input));
        await context.SaveWithReceiptAsync(completed, (number, atUtc) => Complete(draft, sheet, number, atUtc), ct);
        return new CommitResult(CommitOutcome.Completed, []);
    }

    private Receipt Complete(WizardDraft draft, Sheet sheet, string number, DateTime atUtc)
    {
        draft.Complete(number, atUtc);
        var session = current.Require();
        return new Receipt(
            wizard.ResultScreen.Id, wizard.ResultScreen.Title, number, atUtc, session.CompanyName, session.Person.Name, session.Person.LoginName, wizard.Done, sheet);
    }

    // A refusal is final only while the draft is open: else a loser is told of a conflict with its own success.
    private async Task<CommitResult> RefuseAsync(Guid id, CommitResult result, CancellationToken ct)
    {
        context.ChangeTracker.Clear();
        if (await FindAsync(id, ct) is { CompletedAtUtc: not null })
        {
            return new CommitResult(CommitOutcome.Completed, []);
        }

        await RecordRefusalAsync(result.Violations, ct);
        return result;
    }
}
