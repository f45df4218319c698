using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Drafts;
using BankAdmin.Web.Forms;
using BankAdmin.Web.Screens;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Wizards;

// What the actions answer with: the next page, the same page with what is wrong, or why it cannot go on.
public abstract partial class WizardController<TInput>
{
    private async Task<IActionResult> NextAsync(
        WizardDraft draft, InputStep<TInput> step, TInput typed, string? confirmationPassword, CancellationToken ct)
    {
        var refusesCommit = false;
        var (input, violations) = step.Check(typed) is { Count: > 0 } shape ? new Redrawn<TInput>(typed, shape) : await wizard.AcceptAsync(step, typed, ct);
        if (violations.Count == 0 && step == LastStep)
        {
            violations = await engine.CheckAsync(draft, input, ct);
            refusesCommit = violations.Count > 0 && wizard.Confirmation != Confirmation.OnOwnScreen;
        }

        if (!await engine.KeepAsync(draft, input, ct))
        {
            return await MovedOnAsync(draft.Id, step, input, ct);
        }

        if (refusesCommit)
        {
            await engine.RecordRefusalAsync(violations, ct);
        }

        if (violations.Count > 0)
        {
            return step == LastStep ? MendView(draft, input, violations) : InputView(draft, step, input, violations);
        }

        if (step != LastStep)
        {
            return SeeOther(PathOf(draft, wizard.Steps[IndexOf(step) + 1]));
        }

        return wizard.Confirmation == Confirmation.OnOwnScreen
            ? SeeOther($"{BasePath}/{draft.Id}/confirm")
            : await ExecuteInputAsync(draft, step, input, typed, confirmationPassword, ct);
    }

    // Where the input page is the one that commits.
    private async Task<IActionResult> ExecuteInputAsync(
        WizardDraft kept, InputStep<TInput> step, TInput input, TInput typed, string? confirmationPassword, CancellationToken ct)
    {
        var result = await engine.CommitAsync(kept.Id, kept.Revision, null, confirmationPassword, typed, ct);
        return result.Outcome == CommitOutcome.ActorChanged ? SeeOther(Request.Path)
            : result.Outcome == CommitOutcome.Completed ? await CompletedAsync(kept.Id, ct) : await WithOpenDraftAsync(kept.Id, async (draft, stored) => result.Outcome switch
            {
                CommitOutcome.SubjectChangedElsewhere => await ConflictAsync(draft, input, stored, ct),
                CommitOutcome.DraftChangedElsewhere => StaleInput(draft, step, input),
                _ => InputView(draft, step, input, result.Violations, heading: "実行できませんでした。変更はまだ行われていません。"),
            }, ct);
    }

    // What was done may have ended the person's own session: then the result is the answer itself.
    private async Task<IActionResult> CompletedAsync(Guid id, CancellationToken ct) => await engine.ActorStillHoldsAsync(ct)
        ? SeeOther($"{BasePath}/{id}/result")
        : await WithReceiptAsync(id, receipt => Task.FromResult<IActionResult>(LastResult(id, receipt)), ct);

    // Drawn as for somebody who is logged out: they are.
    private ViewResult LastResult(Guid id, Receipt receipt)
    {
        var result = ResultView(id, receipt, endedSession: true);
        session.SignedIn = null;
        return result;
    }

    private ViewResult NotBegun(IReadOnlyList<Violation> refused) => Refuse(
        ScreenCatalogue.Error(StatusCodes.Status422UnprocessableEntity, "この操作は始められません"), "/Features/Shared/Error.cshtml", null, refused,
        heading: "この操作は始められません。変更は行われていません。", link: new ErrorLink(Origin.Path!, $"{Origin.Title}へ戻る"));

    // An error is shown on the step where it can be mended, with what else is wrong there.
    private ViewResult MendView(WizardDraft draft, TInput input, IReadOnlyList<Violation> violations)
    {
        var step = violations[0].Field.Length == 0 ? LastStep! : wizard.StepOf(violations[0].Field);
        return InputView(draft, step, input, violations.Where(v => v.Field.Length == 0 || wizard.StepOf(v.Field) == step).ToList());
    }

    private ViewResult ResultView(Guid id, Receipt receipt, bool endedSession = false) => Show(
        wizard.ResultScreen, "/Features/Shared/Wizard/Result.cshtml",
        new ResultPage(receipt, wizard.NextThing, wizard.List, endedSession, Marks(wizard.Steps.Count + wizard.ClosingSteps.Count - 1), $"{BasePath}/{id}", Menu));

    private async Task<string> RereadAsync(WizardDraft draft, Subject<TInput> stored, CancellationToken ct)
    {
        await engine.RebaseAsync(draft, stored.Input, stored, ct);
        return "最新の登録内容を表示しています。確かめて、もう一度ボタンを押してください。";
    }

    private async Task<IActionResult> RedrawAsync(WizardDraft draft, InputStep<TInput> step, Redrawn<TInput> redrawn, CancellationToken ct) =>
        !await engine.KeepAsync(draft, redrawn.Input, ct) ? await MovedOnAsync(draft.Id, step, redrawn.Input, ct)
        : redrawn.Violations.Count > 0 ? InputView(draft, step, redrawn.Input, redrawn.Violations)
        : SeeOther(PathOf(draft, step));

    private async Task<IActionResult> BackAsync(WizardDraft draft, InputStep<TInput> step, TInput input, CancellationToken ct)
    {
        await engine.KeepAsync(draft, input, ct);
        var index = IndexOf(step);
        return SeeOther(index > 0 ? PathOf(draft, wizard.Steps[index - 1]) : OriginOf(draft));
    }

    private async Task<IActionResult> ConflictAsync(WizardDraft draft, TInput typed, Subject<TInput> latest, CancellationToken ct)
    {
        if (await engine.RebaseAsync(draft, typed, latest, ct) is not { } conflict)
        {
            return await MovedOnAsync(draft.Id, LastStep!, typed, ct);
        }

        var by = conflict is { ChangedBy: { } name, ChangedAtUtc: { } at } ? $"{name}さんが{JapanTime.Long(at)}に変更しました。" : "";
        var violations = conflict.Rows.Count == 0
            ? [new Violation(ErrorCodes.ChangedByOther, "", "表示のとおり")]
            : conflict.Rows.Select(row => new Violation(ErrorCodes.ChangedByOther, row.Latest.Key, row.Latest.Value));
        foreach (var row in conflict.Rows.Where(row => wizard.StepOf(row.Latest.Key) != LastStep))
        {
            Page.StandsElsewhere(row.Latest.Key, row.Latest.FullLabel, PathOf(draft, wizard.StepOf(row.Latest.Key)));
        }

        return InputView(
            draft, LastStep!, WizardEngine<TInput>.InputOf(draft), violations, StatusCodes.Status409Conflict,
            ChangedFirst,
            $"{by}最新の値と入力した値を見比べて、もう一度ボタンを押してください。{(wizard.Steps.Count > 1 ? "前の画面の項目は、下のリンクか「戻る」ボタンから直せます。" : "")}", conflict: conflict);
    }

    // Another tab was faster: it changed the draft, or executed it. Only the re-read tells which.
    private async Task<IActionResult> MovedOnAsync(Guid id, InputStep<TInput> step, TInput input, CancellationToken ct)
    {
        var stored = (await engine.FindAsync(id, ct))!;
        return stored.CompletedAtUtc is null ? StaleInput(stored, step, input) : AlreadyDone(id);
    }

    private ViewResult StaleInput(WizardDraft draft, InputStep<TInput> step, TInput input) => InputView(
        draft, step, input, [new Violation(ErrorCodes.StaleDraft, "")], StatusCodes.Status409Conflict,
        "この入力は別の画面で更新されています。変更はまだ行われていません。",
        "下の内容で続けるときは、もう一度ボタンを押してください。", new ErrorLink(PathOf(draft, step), "更新された入力を開く"));

    private ViewResult InputView(
        WizardDraft draft, InputStep<TInput> step, TInput input, IEnumerable<Violation>? errors = null,
        int? status = null, string? heading = null, string detail = "", ErrorLink? link = null,
        SubjectConflict? conflict = null)
    {
        var page = new InputPage<TInput>(
            input, wizard, draft.Revision, PathOf(draft, step), conflict, Marks(IndexOf(step)), $"{BasePath}/{draft.Id}", Menu);
        if (errors?.ToList() is not { } wrong)
        {
            return Show(step.Screen, step.Key, page);
        }

        return status is null && wrong.Any(violation => violation.Code == ErrorCodes.ChangedByOther)
            ? Refuse(step.Screen, step.Key, page, wrong, StatusCodes.Status409Conflict, ChangedFirst, detail, link)
            : Refuse(step.Screen, step.Key, page, wrong, status ?? StatusCodes.Status422UnprocessableEntity, heading, detail, link);
    }

    private ViewResult ConfirmView(WizardDraft draft) => Show(wizard.ConfirmScreen!, ConfirmViewPath, ConfirmModel(draft));

    private ViewResult RefuseConfirm(WizardDraft draft, IEnumerable<Violation> violations, int status, string heading, string detail = "") =>
        Refuse(wizard.ConfirmScreen!, ConfirmViewPath, ConfirmModel(draft), violations, status, heading, detail);

    private const string ConfirmViewPath = "/Features/Shared/Wizard/Confirm.cshtml";

    private ConfirmPage ConfirmModel(WizardDraft draft)
    {
        var input = WizardEngine<TInput>.InputOf(draft);
        var sheet = engine.Compare(draft, input);
        return new ConfirmPage(
            sheet, wizard.Warnings(input), wizard.Intent, wizard.Destroys, draft.Revision, ShownSheet.Marks(sheet), LastStep is { } last ? PathOf(draft, last) : OriginOf(draft),
            Marks(wizard.Steps.Count), $"{BasePath}/{draft.Id}", Menu);
    }

    private List<StepMark> Marks(int current) => wizard.ClosingSteps.Count == 0 ? [] :
        wizard.Steps.Select(step => step.Name).Concat(wizard.ClosingSteps)
            .Select((name, i) => new StepMark(name, Done: i < current, Current: i == current)).ToList();

    private string OriginOf(WizardDraft draft) => draft.Origin ?? Origin.Path!;

    private int IndexOf(InputStep<TInput> step) => wizard.Steps.TakeWhile(s => s.Key != step.Key).Count();

    // Where the operator must go first follows from the input itself; no list of visited pages is kept.
    private InputStep<TInput> FirstOpenStep(WizardDraft draft)
    {
        var input = WizardEngine<TInput>.InputOf(draft);
        return wizard.Steps.FirstOrDefault(step => step.Check(input).Count > 0) ?? LastStep!;
    }

    private InputStep<TInput>? SkippedStep(WizardDraft draft, InputStep<TInput> wanted)
    {
        var first = FirstOpenStep(draft);
        return IndexOf(first) < IndexOf(wanted) ? first : null;
    }
}
