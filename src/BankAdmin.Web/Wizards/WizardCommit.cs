using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Drafts;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Telemetry;
using BankAdmin.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Wizards;

/// <summary>What 実行 came to.</summary>
public enum CommitOutcome
{
    /// <summary>Stored, now or by another request with the same draft.</summary>
    Completed,

    /// <summary>The draft is not what was confirmed.</summary>
    DraftChangedElsewhere,

    /// <summary>The draft leads to other values than those that were shown.</summary>
    SheetChanged,

    /// <summary>Somebody else changed the subject.</summary>
    SubjectChangedElsewhere,

    /// <summary>The domain's rules refuse it now.</summary>
    NoLongerValid,

    /// <summary>The person did not prove who they are.</summary>
    StepUpRefused,

    /// <summary>The person is not who they were when the request came.</summary>
    ActorChanged,

    /// <summary>No open draft, or no subject.</summary>
    Gone,
}

/// <summary>What 実行 came to, and why.</summary>
public sealed record CommitResult(CommitOutcome Outcome, params IReadOnlyList<Violation> Violations)
{
    /// <summary>Whether the history records it as refused.</summary>
    public bool IsRefusal => Outcome is not (CommitOutcome.Completed or CommitOutcome.Gone);
}

/// <summary>What the page that commits posts.</summary>
/// <param name="Id">The draft.</param>
/// <param name="Revision">Its revision as the page showed it.</param>
/// <param name="Shown">Digest of the sheet it showed.</param>
/// <param name="Entry">What proves who is there.</param>
public sealed record CommitRequest(Guid Id, int Revision, string? Shown, StepUpEntry Entry);

/// <summary>
/// Commits drafts exactly once (docs/adr/0001). Three guards in one save: the draft's revision, the aggregate's version, and the
/// chain's place in the history; whichever refuses, the re-read decides.
/// </summary>
public sealed class WizardCommit(
    BankAdminDbContext context, DraftStore drafts, StepUpCheck stepUp, Disclosures disclosures, CompanyPeople people,
    CurrentSession current, BankParameters bank)
{
    private const int CommitTries = 5;

    /// <summary>Whether who acts may still do what they could when their request came.</summary>
    public Task<bool> ActorMayStillActAsync(CancellationToken ct) => people.ActorMayStillActAsync(ct);

    /// <summary>Puts a refusal into the history.</summary>
    public async Task RecordRefusalAsync(
        IWizard wizard, OperationSubject? about, IReadOnlyList<Violation> violations, CancellationToken ct)
    {
        context.ChangeTracker.Clear();
        BankAdminMeters.CountRefusal(wizard.Operation, violations);
        await context.RecordAsync(
            new OperationRefused(wizard.Operation, about, violations.Select(v => v.Code).Distinct().ToList()), ct);
        context.ChangeTracker.Clear();
    }

    /// <summary>Commits a draft, however often it is asked to.</summary>
    /// <param name="wizard">Whose draft it is.</param>
    /// <param name="request">What the page posted.</param>
    /// <param name="typed">The input with its secrets, where the input page commits.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<CommitResult> CommitAsync<TInput, TSubject>(
        Wizard<TInput, TSubject> wizard, CommitRequest request, TInput? typed, CancellationToken ct)
        where TInput : class, new()
        where TSubject : Subject<TInput>
    {
        // Judged once for all tries: a try that fails on its way must neither count an entry again nor pass for a right one.
        SecretsVerdict? judged = null;
        OperationSubject? about = null;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var result = await TryCommitAsync(wizard, request, JudgeAsync, ct);
                return result.IsRefusal ? await RefuseAsync(wizard, request.Id, about, result, ct) : result;
            }
            catch (RefusedAfterRowsException refused)
            {
                return await RefuseAsync(wizard, request.Id, about, new CommitResult(CommitOutcome.NoLongerValid, refused.Violations), ct);
            }
            catch (CodeUsedException)
            {
                var result = new CommitResult(CommitOutcome.StepUpRefused, StepUpCheck.Used);
                return await RefuseAsync(wizard, request.Id, about, result, ct);
            }
            catch (DbUpdateException) when (attempt < CommitTries)
            {
                // Somebody saved first; what is in the database now decides.
                context.ChangeTracker.Clear();
            }
        }

        async Task<SecretsVerdict> JudgeAsync(TSubject subject)
        {
            about = subject.About;
            if (judged is null)
            {
                var proof = await stepUp.JudgeAsync(wizard.StepUpFor(subject), request.Entry, ct);
                judged = proof.Refused.Count > 0
                    ? new SecretsVerdict(proof.Refused, [])
                    : await wizard.JudgeSecretsAsync(subject, typed ?? new TInput(), ct) with { CodeStep = proof.CodeStep };
            }

            return judged;
        }
    }

    private async Task<CommitResult> TryCommitAsync<TInput, TSubject>(
        Wizard<TInput, TSubject> wizard, CommitRequest request, Func<TSubject, Task<SecretsVerdict>> judge, CancellationToken ct)
        where TInput : class, new()
        where TSubject : Subject<TInput>
    {
        var draft = await drafts.FindAsync(wizard, request.Id, ct);
        if (draft is null || drafts.IsExpired(draft, wizard.Schema))
        {
            return new CommitResult(CommitOutcome.Gone);
        }

        if (draft.CompletedAtUtc is not null)
        {
            return new CommitResult(CommitOutcome.Completed);
        }

        if (draft.Revision != request.Revision)
        {
            return new CommitResult(CommitOutcome.DraftChangedElsewhere, new Violation(ErrorCodes.StaleDraft, ""));
        }

        if (!await ActorMayStillActAsync(ct))
        {
            return new CommitResult(CommitOutcome.ActorChanged, new Violation(ErrorCodes.NoPermission, ""));
        }

        if (await wizard.LoadAsync(draft.Subject, current.RequirePerson(), ct) is not { } subject)
        {
            return new CommitResult(CommitOutcome.Gone);
        }

        var verdict = await judge(subject);
        return verdict.Refused.Count > 0
            ? new CommitResult(CommitOutcome.StepUpRefused, verdict.Refused)
            : await ApplyAsync(wizard, await OpenDraft<TInput, TSubject>.OfAsync(wizard, draft, subject, ct), request, verdict, ct);
    }

    private async Task<CommitResult> ApplyAsync<TInput, TSubject>(
        Wizard<TInput, TSubject> wizard, OpenDraft<TInput, TSubject> open, CommitRequest request, SecretsVerdict verdict,
        CancellationToken ct)
        where TInput : class, new()
        where TSubject : Subject<TInput>
    {
        if (open.HasMoved)
        {
            return new CommitResult(CommitOutcome.SubjectChangedElsewhere, new Violation(ErrorCodes.ChangedByOther, "", ""));
        }

        var (subject, input) = (open.Subject, open.Input);
        var proposal = await Proposal.OfAsync(wizard, open, input, ct);
        if (proposal.Violations.Count > 0)
        {
            return new CommitResult(CommitOutcome.NoLongerValid, proposal.Violations);
        }

        var sheet = proposal.Sheet!;
        if (wizard.Screens.Confirm is not null && request.Shown != ShownSheet.Digest(sheet))
        {
            var moved = ShownSheet.Moved(open.Draft.ShownMarks, sheet)
                .Select(row => new Violation(ErrorCodes.ChangedByOther, row.Key, row.Value)).ToList();
            return new CommitResult(CommitOutcome.SheetChanged, moved.Count > 0 ? moved : [new Violation(ErrorCodes.StaleDraft, "")]);
        }

        await wizard.ApplyAsync(subject, input, ct);
        context.RequireBeforeRows(ActorMayStillActAsync);
        stepUp.UseUpWithSave(verdict.CodeStep);
        disclosures.KeepWithSave(request.Id);
        context.FailIfAllElseHolds([.. verdict.AfterSave, .. wizard.CheckAfterSave(subject, input)]);
        var done = wizard.Words(subject).Done;
        var warnings = wizard.AllWarnings(subject, input).Where(warning => warning.Lasts).ToList();
        await context.SaveWithReceiptAsync(
            new OperationCompleted(wizard.Operation, subject.About),
            (number, atUtc) => Complete(wizard.Screens, open.Draft, done, sheet, number, atUtc) with
            {
                Warnings = warnings.Count > 0 ? warnings : null,
            },
            ct);
        BankAdminMeters.CountCommit(wizard.Operation);
        return new CommitResult(CommitOutcome.Completed);
    }

    private Receipt Complete(WizardScreens screens, WizardDraft draft, string done, Sheet sheet, string number, DateTime atUtc)
    {
        draft.Complete(number, atUtc);
        var (person, company) = (current.RequirePerson(), current.Require().CompanyName);
        return new Receipt(
            screens.Result.Id, screens.Result.Title, number, atUtc, company, person.Name, person.LoginName, done, sheet, bank.Issuer);
    }

    // A refusal is final only while the draft is open: else a loser is told of a conflict with its own success.
    private async Task<CommitResult> RefuseAsync(
        IWizard wizard, Guid id, OperationSubject? about, CommitResult result, CancellationToken ct)
    {
        context.ChangeTracker.Clear();
        if (await drafts.FindAsync(wizard, id, ct) is { CompletedAtUtc: not null })
        {
            return new CommitResult(CommitOutcome.Completed);
        }

        await RecordRefusalAsync(wizard, about, result.Violations, ct);
        return result;
    }
}
