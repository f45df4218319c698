using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Drafts;
using BankAdmin.Web.Forms;
using BankAdmin.Web.Screens;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Wizards;

// What stands before the actions: the draft, open and with its subject, or why it cannot be gone on with.
public abstract partial class WizardController<TInput>
{
    private async Task<int?> KeepAfterTimeoutAsync(Guid id, string step, int revision, CancellationToken ct)
    {
        if (wizard.Steps.FirstOrDefault(s => s.Key == step) is { } current
            && await engine.FindForKeepingAsync(id, ct) is { } draft && draft.Revision == revision
            && !engine.IsExpired(draft) && draft.CompletedAtUtc is null && await wizard.LoadAsync(draft.Subject, ct) is not null
            && await engine.KeepAsync(draft, await current.BindAsync(WizardEngine<TInput>.InputOf(draft), BindAsync), ct))
        {
            return draft.Revision;
        }

        return null;
    }

    private async Task<IActionResult> WithOpenStepAsync(
        Guid id, string step, Func<WizardDraft, InputStep<TInput>, Subject<TInput>, Task<IActionResult>> show, CancellationToken ct) =>
        wizard.Steps.FirstOrDefault(s => s.Key == step) is { } current
            ? await WithOpenDraftAsync(id, (draft, stored) => show(draft, current, stored), ct)
            : NotFound();

    private async Task<IActionResult> WithOpenDraftAsync(
        Guid id, Func<WizardDraft, Subject<TInput>, Task<IActionResult>> show, CancellationToken ct)
    {
        if (await engine.FindAsync(id, ct) is not { } draft)
        {
            return NotFound();
        }

        if (draft.CompletedAtUtc is not null)
        {
            return HttpMethods.IsGet(Request.Method) ? SeeOther($"{BasePath}/{id}/result") : AlreadyDone(id);
        }

        if (engine.IsExpired(draft))
        {
            return Closed("この入力は期限が切れました。変更は行われていません。", new ErrorLink(Menu.Path!, $"{Menu.Menu}のメニューから始める"));
        }

        return await wizard.LoadAsync(draft.Subject, ct) is { } stored ? await show(draft, stored)
            : Closed("対象の登録は、ほかの管理者が削除したか、契約から外れました。変更は行われていません。", new ErrorLink(OriginOf(draft), $"{Origin.Title}へ戻る"));
    }

    // Where the input itself is the commit, pressing it again is no error: it leads to the one result.
    private IActionResult AlreadyDone(Guid id) => wizard.Confirmation != Confirmation.OnOwnScreen
        ? SeeOther($"{BasePath}/{id}/result")
        : Closed("この内容はすでに実行されています。", new ErrorLink($"{BasePath}/{id}/result", "実行した結果を開く"));

    private ViewResult Closed(string heading, ErrorLink link) => Refuse(
        ScreenCatalogue.Error(StatusCodes.Status409Conflict, "この画面は続けられません"), "/Features/Shared/Error.cshtml", null,
        [new Violation(ErrorCodes.StaleDraft, "")], StatusCodes.Status409Conflict, heading, "下のリンクからお進みください。", link);

    private async Task<IActionResult> WithReceiptAsync(Guid id, Func<Receipt, Task<IActionResult>> show, CancellationToken ct) =>
        await engine.FindAsync(id, ct) is not { } draft ? NotFound()
        : draft.ReceiptNumber is null ? SeeOther(draft.Path)
        : await receipts.FindAsync(draft.ReceiptNumber, ct) is { } receipt ? await show(receipt) : NotFound();
}
