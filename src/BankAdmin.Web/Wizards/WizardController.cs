using System.Globalization;
using System.Reflection;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Drafts;
using BankAdmin.Web.Receipts;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Wizards;

/// <summary>
/// The pages of a wizard: 入力 → 確認 → 完了. A feature derives from it, says its route and its rights, and brings the
/// views of its input steps; confirm, result and PDF are shared.
/// </summary>
public abstract partial class WizardController<TInput>(
    Wizard<TInput> wizard, WizardEngine<TInput> engine, ReceiptStore receipts, CurrentSession session) : ScreenController
    where TInput : class, new()
{
    private const string ChangedFirst = "この内容はまだ実行されていません。ほかの人が先に変更しました。";

    private string BasePath => "/" + GetType().GetCustomAttribute<RouteAttribute>()!.Template;

    // A deletion has no input: it begins with its confirm page.
    private InputStep<TInput>? LastStep => wizard.Steps.LastOrDefault();

    /// <summary>Starts a draft and goes to its first step.</summary>
    [HttpPost("start")]
    public async Task<IActionResult> Start([FromForm] string? subject, CancellationToken ct)
    {
        var (draft, refused) = await engine.StartAsync(subject ?? "", BasePath, null, ct);
        return draft is not null ? SeeOther(draft.Path) : refused.Count > 0 ? NotBegun(refused) : NotFound();
    }

    /// <summary>Shows an input step as it was typed.</summary>
    [HttpGet("{id:guid}/{step}")]
    public Task<IActionResult> Input([FromRoute] Guid id, [FromRoute] string step, CancellationToken ct) => WithOpenStepAsync(id, step, (draft, current, _) => Task.FromResult<IActionResult>(
        SkippedStep(draft, current) is { } first
            ? SeeOther(PathOf(draft, first))
            : InputView(draft, current, WizardEngine<TInput>.InputOf(draft))), ct);

    /// <summary>Takes an input step: goes back, does a step's own action, or goes on.</summary>
    [HttpPost("{id:guid}/{step}")]
    [KeepsTypedAfterTimeout]
    public async Task<IActionResult> Submit([FromRoute] Guid id, [FromRoute] string step, [FromForm] int revision, [FromForm] string? action, [FromForm] string? confirmationPassword, CancellationToken ct)
    {
        if (session.SignedIn is null)
        {
            await KeepAfterTimeoutAsync(id, step, revision, ct);
            return SeeOther("/");
        }

        return await WithOpenStepAsync(id, step, async (draft, current, stored) =>
        {
            var input = await current.BindAsync(WizardEngine<TInput>.InputOf(draft), BindAsync);
            if (revision != draft.Revision)
            {
                return StaleInput(draft, current, input);
            }

            return action == "back" ? await BackAsync(draft, current, input, ct)
                : await wizard.ActAsync(input, action ?? "", ct) is { } redrawn ? await RedrawAsync(draft, current, redrawn, ct)
                : WizardEngine<TInput>.HasMoved(draft, stored) ? await ConflictAsync(draft, input, stored, ct)
                : await NextAsync(draft, current, input, confirmationPassword, ct);
        }, ct);
    }

    /// <summary>Keeps what is being typed; the answer is the draft's new revision.</summary>
    [HttpPost("{id:guid}/{step}/keep")]
    [NoActivity]
    [KeepsTypedAfterTimeout]
    public async Task<IActionResult> Keep([FromRoute] Guid id, [FromRoute] string step, [FromForm] int revision, CancellationToken ct) =>
        await KeepAfterTimeoutAsync(id, step, revision, ct) is { } kept
            ? Content(kept.ToString(CultureInfo.InvariantCulture))
            : NoContent();

    /// <summary>Shows what will be done.</summary>
    [HttpGet("{id:guid}/confirm")]
    public Task<IActionResult> Confirm([FromRoute] Guid id, CancellationToken ct) => WithOpenDraftAsync(id, async (draft, _) =>
        wizard.ConfirmScreen is null || (LastStep is not null && (await engine.CheckAsync(draft, WizardEngine<TInput>.InputOf(draft), ct)).Count > 0)
            ? SeeOther(PathOf(draft, FirstOpenStep(draft)))
            : ConfirmView(draft), ct);

    /// <summary>Does it, once.</summary>
    [HttpPost("{id:guid}/confirm")]
    public async Task<IActionResult> Execute([FromRoute] Guid id, [FromForm] int revision, [FromForm] string? shown, [FromForm] string? confirmationPassword, CancellationToken ct)
    {
        // Where there is no confirm page, the input page commits and judges what is typed there.
        if (wizard.Confirmation != Confirmation.OnOwnScreen)
        {
            return NotFound();
        }

        var result = await engine.CommitAsync(id, revision, shown, confirmationPassword, null, ct);
        return result.Outcome == CommitOutcome.ActorChanged ? SeeOther(Request.Path) : result.Outcome == CommitOutcome.Completed ? await CompletedAsync(id, ct) : await WithOpenDraftAsync(id, async (draft, stored) => result.Outcome switch
            {
                CommitOutcome.SubjectChangedElsewhere when LastStep is not null => await ConflictAsync(draft, WizardEngine<TInput>.InputOf(draft), stored, ct),
                CommitOutcome.NoLongerValid when LastStep is not null => MendView(draft, WizardEngine<TInput>.InputOf(draft), result.Violations),
                CommitOutcome.SheetChanged => RefuseConfirm(draft, result.Violations, StatusCodes.Status409Conflict,
                    "確認した後で、適用される内容が変わりました。まだ実行されていません。", "変わった項目を確かめて、もう一度「実行」ボタンを押してください。"),
                CommitOutcome.SubjectChangedElsewhere => RefuseConfirm(draft, [new Violation(ErrorCodes.ChangedByOther, "", "表示のとおり")], StatusCodes.Status409Conflict,
                    ChangedFirst, await RereadAsync(draft, stored, ct)),
                CommitOutcome.DraftChangedElsewhere => RefuseConfirm(draft, result.Violations, StatusCodes.Status409Conflict,
                    "確認した後で入力内容が変わりました。まだ実行されていません。", "表示されている内容を確かめて、もう一度「実行」ボタンを押してください。"),
                _ => RefuseConfirm(draft, result.Violations, StatusCodes.Status422UnprocessableEntity, "実行できませんでした。変更はまだ行われていません。"),
            }, ct);
    }

    /// <summary>Shows what was done, for as long as the record is kept.</summary>
    [HttpGet("{id:guid}/result")]
    public Task<IActionResult> Result([FromRoute] Guid id, CancellationToken ct) => WithReceiptAsync(id, receipt =>
        Task.FromResult<IActionResult>(ResultView(id, receipt)), ct);

    /// <summary>印刷: the result as PDF, the same each time.</summary>
    [HttpGet("{id:guid}/print")]
    public Task<IActionResult> Print([FromRoute] Guid id, CancellationToken ct) => WithReceiptAsync(id, receipt => receipts.PrintAsync(receipt, ct), ct);

    private Screen Menu => wizard.List?.Parent ?? wizard.ResultScreen.Parent!;

    private Screen Origin => wizard.List ?? Menu;

    private async Task BindAsync(object target)
    {
        try
        {
            await TryUpdateModelAsync(target, target.GetType(), prefix: "");
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // No browser posts such a form: the same key of a dictionary twice, or more members of a list than any may have.
            throw new BadHttpRequestException("The form cannot be read.", e);
        }
    }

    private string PathOf(WizardDraft draft, InputStep<TInput> step) => $"{BasePath}/{draft.Id}/{step.Key}";
}
