using System.Globalization;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Drafts;
using BankAdmin.Web.Forms;
using BankAdmin.Web.Receipts;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Wizards;

/// <summary>
/// The pages of a wizard: it passes requests to the engine and turns what they came to into an answer. Every wizard has it at its
/// own address (<see cref="WizardRoutes"/>); none writes a controller.
/// </summary>
public sealed class WizardController<TWizard, TInput, TSubject>(
    TWizard wizard, WizardServices services, ReceiptStore receipts, StepUpCheck stepUp, CurrentSession session) : ScreenController
    where TWizard : Wizard<TInput, TSubject>
    where TInput : class, new()
    where TSubject : Subject<TInput>
{
    private const string ErrorView = "/Features/Shared/Error.cshtml";

    private readonly WizardEngine<TInput, TSubject> engine = new(wizard, services);

    [HttpPost(WizardPaths.Start)]
    public async Task<IActionResult> Start([FromForm] string? subject, CancellationToken ct) =>
        await engine.StartAsync(subject ?? "", null, ct) switch
        {
            { Path: { } path } => SeeOther(path),
            { Refused: { Count: > 0 } refused } => NotBegun(refused),
            _ => NotFound(),
        };

    [HttpGet("{id:guid}/{step}")]
    [KeepsInput]
    public async Task<IActionResult> Input(
        [FromRoute] Guid id, [FromRoute] string step, [FromQuery] string? refused, CancellationToken ct) =>
        await AnswerAsync(await engine.OpenStepAsync(id, step, refused, ct), ct);

    [HttpPost("{id:guid}/{step}")]
    [KeepsInput(CarriesTyped = true)]
    [KeepsTypedAfterTimeout]
    public async Task<IActionResult> Submit(
        [FromRoute] Guid id, [FromRoute] string step, [FromForm] int revision, [FromForm] string? action,
        [FromForm(Name = "")] StepUpForm stepUp,
        CancellationToken ct)
    {
        var request = new StepRequest(id, step, revision, action ?? "", stepUp.Entry);
        if (session.SignedIn is null)
        {
            await engine.KeepAsync(request, BindAsync, ct);
            return SeeOther("/");
        }

        return await AnswerPostAsync(await engine.SubmitAsync(request, BindAsync, ct), ct);
    }

    [HttpPost("{id:guid}/{step}/" + WizardPaths.Keep)]
    [NoActivity]
    [KeepsTypedAfterTimeout]
    public async Task<IActionResult> Keep([FromRoute] Guid id, [FromRoute] string step, [FromForm] int revision, CancellationToken ct) =>
        await engine.KeepAsync(new StepRequest(id, step, revision, "", new StepUpEntry(null, null)), BindAsync, ct) is { } kept
            ? Content(kept.ToString(CultureInfo.InvariantCulture))
            : NoContent();

    [HttpGet("{id:guid}/" + WizardPaths.Confirm)]
    [KeepsInput]
    public async Task<IActionResult> Confirm([FromRoute] Guid id, [FromQuery] string? refused, CancellationToken ct) =>
        await AnswerAsync(await engine.Confirmation.OpenAsync(id, refused, ct), ct);

    [HttpPost("{id:guid}/" + WizardPaths.Confirm)]
    [KeepsInput]
    public async Task<IActionResult> Execute(
        [FromRoute] Guid id, [FromForm] int revision, [FromForm] string? shown, [FromForm(Name = "")] StepUpForm stepUp,
        CancellationToken ct) =>
        await AnswerPostAsync(await engine.Confirmation.ExecuteAsync(new CommitRequest(id, revision, shown, stepUp.Entry), ct), ct);

    [HttpGet("{id:guid}/" + WizardPaths.Result)]
    [ShowsWhatWasDone]
    public Task<IActionResult> Result([FromRoute] Guid id, CancellationToken ct) =>
        WithReceiptAsync(
            id, async receipt => ResultView(id, receipt, endedSession: false, await HandoutAsync(id, ct)), ct);

    /// <summary>The file that the result page hands out.</summary>
    [HttpGet("{id:guid}/" + WizardPaths.File)]
    [ShowsWhatWasDone]
    public Task<IActionResult> Fetch([FromRoute] Guid id, CancellationToken ct) => WithReceiptAsync(
        id,
        async receipt => await HandoutAsync(id, ct) switch
        {
            null => NotFound(),
            { File: { } file } => await receipts.HandOutAsync(wizard.Handout!, receipt, file, ct),
            _ => Closed("ファイルを取得できる時間が過ぎたか、別の画面を開いたため、取得できません。", ResultLink(id)),
        },
        ct);

    [HttpGet("{id:guid}/print")]
    [ShowsWhatWasDone]
    public Task<IActionResult> Print([FromRoute] Guid id, CancellationToken ct) =>
        WithReceiptAsync(id, receipt => receipts.PrintAsync(receipt, ct), ct);

    // With script, the page turns its own entry in the browser's history into one that is asked for.
    private async Task<IActionResult> AnswerPostAsync(WizardOutcome outcome, CancellationToken ct) =>
        IsBrowserWithoutScript && await engine.Refusals.KeepAsync(outcome, ct) is { } path
            ? SeeOther(path)
            : await AnswerAsync(outcome, ct);

    private bool IsBrowserWithoutScript => Request.Headers["Sec-Fetch-Mode"] == "navigate" && !Request.Form.ContainsKey("script");

    private async Task<IActionResult> AnswerAsync(WizardOutcome outcome, CancellationToken ct) => outcome switch
    {
        WizardOutcome.LeadsTo { Path: var path } => SeeOther(path),
        WizardOutcome.Input<TInput, TSubject> input => await InputViewAsync(input, ct),
        WizardOutcome.Confirm<TInput, TSubject> confirm => await ConfirmViewAsync(confirm, ct),
        WizardOutcome.Executed { SessionEnded: false, Draft: var draft } => SeeOther(wizard.PathOf(draft.Id, WizardPaths.Result)),
        WizardOutcome.Executed { Draft: var draft } => await WithReceiptAsync(
            draft.Id, receipt => Task.FromResult<IActionResult>(LastResult(draft.Id, receipt)), ct),

        // Where the input itself is the commit, pressing it again is no error: it leads to the one result.
        WizardOutcome.ExecutedBefore { Draft: var draft } when HttpMethods.IsGet(Request.Method) || wizard.Screens.Confirm is null =>
            SeeOther(wizard.PathOf(draft.Id, WizardPaths.Result)),
        WizardOutcome.ExecutedBefore { Draft: var draft } => Closed(
            "この内容はすでに実行されています。", ResultLink(draft.Id)),
        WizardOutcome.Expired => Closed(
            $"この入力は期限が切れました。{wizard.Act}は行われていません。",
            new ErrorLink(wizard.Screens.Menu.Path!, $"{wizard.Screens.Menu.Menu}のメニューから始める")),
        WizardOutcome.SubjectGone { Draft: var draft } => Closed(
            $"対象の登録は、すでに削除されたか、契約から外れています。{wizard.Act}は行われていません。",
            new ErrorLink(OriginOf(draft), $"{wizard.Screens.Origin.Title}へ戻る")),
        WizardOutcome.NotFound => NotFound(),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
    };

    private async Task<ViewResult> InputViewAsync(WizardOutcome.Input<TInput, TSubject> outcome, CancellationToken ct)
    {
        var (open, step) = (outcome.Open, outcome.Step);
        var path = wizard.PathOf(open.Draft.Id, step.Key);
        var page = new InputPage<TInput, TSubject>(
            open.Input, open.Subject, wizard.AllWarnings(open.Subject, open.Input), open.Draft.Revision, path, outcome.Conflict,
            wizard.LeadsToConfirm(open.Subject, open.Input, step),
            Marks(wizard.Steps.TakeWhile(s => s.Key != step.Key).Count(), open.Draft), BasePath(open.Draft.Id), wizard.Screens)
        {
            Hindrance = await stepUp.WarningAsync(wizard.StepUpFor(open.Subject), ct),
        };
        foreach (var row in (outcome.Conflict?.Rows ?? []).Where(row => wizard.StepOf(row.Latest.Key) != step))
        {
            Page.RegisterFieldOnOtherPage(
                row.Latest.Key, row.Latest.FullLabel, wizard.PathOf(open.Draft.Id, wizard.StepOf(row.Latest.Key).Key));
        }

        return outcome.Trouble == Trouble.None
            ? Show(step.Screen, step.Key, page)
            : Refuse(step.Screen, step.Key, page, outcome.Violations, WizardTexts.OnInput(outcome, wizard, path));
    }

    private async Task<ViewResult> ConfirmViewAsync(WizardOutcome.Confirm<TInput, TSubject> outcome, CancellationToken ct)
    {
        const string view = "/Features/Shared/Wizard/Confirm.cshtml";
        var (open, sheet) = (outcome.Open, outcome.Proposal.Sheet!);
        var page = new ConfirmPage(
            sheet, wizard.AllWarnings(open.Subject, open.Input), wizard.Words(open.Subject),
            wizard.StepUpFor(open.Subject), open.Draft.Revision,
            ShownSheet.Digest(sheet), wizard.Steps is [.., var last] ? wizard.PathOf(open.Draft.Id, last.Key) : OriginOf(open.Draft),
            Marks(wizard.Steps.Count, open.Draft), BasePath(open.Draft.Id), wizard.Screens)
        {
            Hindrance = await stepUp.WarningAsync(wizard.StepUpFor(open.Subject), ct),
        };
        return outcome.Trouble == Trouble.None
            ? Show(wizard.Screens.Confirm!, view, page)
            : Refuse(wizard.Screens.Confirm!, view, page, outcome.Violations, WizardTexts.OnConfirm(
                wizard, outcome.Trouble, open.Subject.LastChangeFor(session.RequirePerson())));
    }

    private ErrorLink ResultLink(Guid id) => new(wizard.PathOf(id, WizardPaths.Result), "実行した結果を開く");

    private async Task<FilePart?> HandoutAsync(Guid id, CancellationToken ct)
    {
        var path = wizard.PathOf(id, WizardPaths.File);
        return wizard.Handout is null ? null
            : await services.Disclosures.FindAsync(id, ct) is var (file, endsAtUtc) ? new FilePart(path, file, endsAtUtc)
            : new FilePart(path);
    }

    private ViewResult ResultView(Guid id, Receipt receipt, bool endedSession, FilePart? handout = null) => Show(
        wizard.Screens.Result, "/Features/Shared/Wizard/Result.cshtml",
        new ResultPage(
            receipt, wizard.NextThing, endedSession, Marks(wizard.Steps.Count + wizard.Screens.ClosingSteps.Count - 1), BasePath(id),
            wizard.Screens)
        {
            Handout = handout,
        });

    // Drawn as for somebody who is logged out: they are.
    private ViewResult LastResult(Guid id, Receipt receipt)
    {
        var result = ResultView(id, receipt, endedSession: true);
        session.SignedIn = null;
        return result;
    }

    private ViewResult NotBegun(IReadOnlyList<Violation> refused) => Refuse(
        ScreenCatalogue.Error(StatusCodes.Status422UnprocessableEntity, "この操作は始められません"), ErrorView, null, refused,
        new Refusal(Heading: $"この操作は始められません。{wizard.Act}は行われていません。")
        {
            Link = new ErrorLink(wizard.Screens.Origin.Path!, $"{wizard.Screens.Origin.Title}へ戻る"),
        });

    private ViewResult Closed(string heading, ErrorLink link) => Refuse(
        ScreenCatalogue.Error(StatusCodes.Status409Conflict, "この画面は続けられません"), ErrorView, null, [new Violation(ErrorCodes.StaleDraft, "")],
        new Refusal(StatusCodes.Status409Conflict, heading, "下のリンクからお進みください。") { Link = link });

    private async Task<IActionResult> WithReceiptAsync(Guid id, Func<Receipt, Task<IActionResult>> show, CancellationToken ct) =>
        await engine.FindAsync(id, ct) is not { } draft ? NotFound()
        : draft.ReceiptNumber is null ? SeeOther(draft.Path)
        : await receipts.FindAsync(draft.ReceiptNumber, ct) is { } receipt ? await show(receipt) : NotFound();

    // From the body alone: a query string is in links, histories and logs.
    private async Task BindAsync(object target)
    {
        try
        {
            await TryUpdateModelAsync(target, target.GetType(), "", new PostedForm(await Request.ReadFormAsync()), _ => true);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // No browser posts such a form: the same key of a dictionary twice, or more members of a list than any may have.
            throw new BadHttpRequestException("The form cannot be read.", e);
        }
    }

    private string BasePath(Guid id) => $"{wizard.Mark.Path}/{id}";

    private string OriginOf(WizardDraft draft) => draft.Origin ?? wizard.Screens.Origin.Path!;

    // While the draft is open, what is done can be opened again.
    private List<StepMark> Marks(int current, WizardDraft? open = null) => wizard.Screens.ClosingSteps.Count == 0 ? [] :
        wizard.Steps.Select(step => (step.Name, Path: open is null ? null : wizard.PathOf(open.Id, step.Key)))
            .Concat(wizard.Screens.ClosingSteps.Select(name => (Name: name, Path: (string?)null)))
            .Select((step, i) => new StepMark(step.Name, Done: i < current, Current: i == current, i < current ? step.Path : null))
            .ToList();
}
