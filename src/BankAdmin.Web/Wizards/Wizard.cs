using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Drafts;

namespace BankAdmin.Web.Wizards;

/// <summary>An input as a step leaves it, with what is wrong with it.</summary>
public sealed record StepResult<TInput>(TInput Input, params IReadOnlyList<Violation> Violations);

/// <summary>What typed secrets were judged to be.</summary>
/// <param name="Refused">Why they are not right; judged and counted.</param>
/// <param name="AfterSave">What else is wrong, told only to whose commit would be stored.</param>
public sealed record SecretsVerdict(IReadOnlyList<Violation> Refused, IReadOnlyList<Violation> AfterSave)
{
    public static readonly SecretsVerdict Right = new([], []);

    /// <summary>The time step of the one-time password that the commit uses up; null: none was asked.</summary>
    public long? CodeStep { get; init; }
}

/// <summary>The button that executes what a confirm page shows.</summary>
/// <param name="Text">What it is called; a destructive one names the person.</param>
/// <param name="Key">Its action key.</param>
public sealed record ExecuteButton(string Text, string Key = "execute")
{
    /// <summary>Whether what it does cannot be taken back.</summary>
    public bool Destroys { get; init; }
}

/// <summary>What a wizard says of a subject.</summary>
/// <param name="Intent">What is about to be done, on the confirm page.</param>
/// <param name="Done">What was done, on the result page.</param>
public sealed record WizardWords(string Intent, string Done)
{
    /// <summary>The button that executes it.</summary>
    public ExecuteButton Execute { get; init; } = new("実行");

    /// <summary>What a caller on the phone must not talk anybody into, said before it is executed; null: nothing.</summary>
    public string? Caution { get; init; }

    /// <summary>Its name on the top page, where that is not the title of its first page.</summary>
    public string? DraftTitle { get; init; }
}

/// <summary>
/// A multi-step operation (rule: spec screens.md §5). It keeps nothing: what was read is the subject, what was typed the input,
/// and the engine conducts. docs/adding-a-wizard.md says what to write.
/// </summary>
/// <typeparam name="TInput">What is typed, in the shape of the inputs.</typeparam>
/// <typeparam name="TSubject">What it works on.</typeparam>
public abstract class Wizard<TInput, TSubject> : IWizard
    where TInput : class, new()
    where TSubject : Subject<TInput>
{
    protected Wizard() => Mark = WizardType.MarkOf(GetType());

    public WizardAttribute Mark { get; }

    public abstract Operation Operation { get; }

    public abstract WizardScreens Screens { get; }

    public abstract IReadOnlyList<InputStep<TInput, TSubject>> Steps { get; }

    /// <summary>Version of the input's shape; a draft of another one expires.</summary>
    public virtual int Schema => 1;

    public virtual string Act => "変更";

    /// <summary>What to do next, on the result page.</summary>
    public virtual string? NextThing => null;

    /// <summary>What fetching the file is called that its result page offers in the view <c>_File</c>; null: there is none.</summary>
    public virtual Operation? Handout => null;

    public abstract WizardWords Words(TSubject subject);

    /// <summary>What proves at the commit who is there.</summary>
    public virtual StepUp StepUpFor(TSubject subject) => Screens.Confirm is null ? StepUp.None : StepUp.ConfirmationPassword;

    /// <summary>Reads what it works on; null: there is no such thing.</summary>
    public abstract Task<TSubject?> LoadAsync(string subjectKey, Person actor, CancellationToken ct);

    /// <summary>An input cut to what the subject has now: a draft may be older than a change of the contract.</summary>
    public virtual TInput Fit(TSubject subject, TInput input) => input;

    /// <summary>Reads what depends on an input: the page of a list, who is chosen on it.</summary>
    public virtual Task<TSubject> ForInputAsync(TSubject subject, TInput input, CancellationToken ct) => Task.FromResult(subject);

    /// <summary>Whether it may be begun at all.</summary>
    public virtual IReadOnlyList<Violation> CheckMayStart(TSubject subject) => [];

    /// <summary>The rows of the sheet; asked for the stored state and for the proposal.</summary>
    public abstract IEnumerable<Described> Describe(TSubject subject, TInput input);

    /// <summary>The sheet of a change from one input to another.</summary>
    public virtual Sheet SheetOf(TSubject subject, TInput before, TInput after) =>
        Sheets.Compare(Describe(subject, before).ToList(), Describe(subject, after).ToList());

    /// <summary>What of an input does not block and should be looked at.</summary>
    public virtual IReadOnlyList<Warning> Warnings(TSubject subject, TInput input) => [];

    /// <summary>The same with what holds for every wizard: a variation selector that is dropped (W-COM-001) is told.</summary>
    public IReadOnlyList<Warning> AllWarnings(TSubject subject, TInput input) =>
    [
        .. DraftJson.TextsOf(input).SelectMany(JapaneseText.LosingSelectors).Distinct().Select(letter => new Warning(
            "W-COM-001", $"「{letter}」に付いている字形の指定（異体字セレクタ）は登録できません。通常の「{letter}」として扱います。") { Lasts = true }),
        .. Warnings(subject, input),
    ];

    /// <summary>What a button does that stays on its page; null: it is none of these.</summary>
    /// <param name="subject">What it works on.</param>
    /// <param name="before">The input as it was kept.</param>
    /// <param name="typed">The input as it was posted.</param>
    /// <param name="button">What the button posts; empty: Enter.</param>
    /// <param name="ct">Cancels.</param>
    public virtual Task<StepResult<TInput>?> HandleButtonAsync(
        TSubject subject, TInput before, TInput typed, string button, CancellationToken ct) => Task.FromResult<StepResult<TInput>?>(null);

    /// <summary>
    /// Judges what the shape of a step cannot say when its page is sent on, and puts hashes in the place of typed secrets.
    /// </summary>
    public virtual Task<StepResult<TInput>> AcceptStepAsync(
        TSubject subject, InputStep<TInput, TSubject> step, TInput input, CancellationToken ct) =>
        Task.FromResult(new StepResult<TInput>(input));

    /// <summary>
    /// What the domain says of a step whose page was sent on with fields that cannot be read: the rules of and between those that can, so
    /// that one answer names all that can be known (rule: spec rulings.md „Errors in one round“).
    /// </summary>
    /// <param name="subject">What it works on.</param>
    /// <param name="input">The input as it was posted.</param>
    /// <param name="unreadable">Keys of the fields that cannot be read.</param>
    /// <param name="ct">Cancels.</param>
    public virtual Task<IReadOnlyList<Violation>> CheckReadableAsync(
        TSubject subject, TInput input, IReadOnlySet<string> unreadable, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Violation>>([]);

    /// <summary>The domain's rules, by input key.</summary>
    public virtual Task<IReadOnlyList<Violation>> CheckAsync(TSubject subject, TInput input, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Violation>>([]);

    /// <summary>Judges secrets typed on the page that commits, in the place of the step-up; counted, so asked once a request.</summary>
    public virtual Task<SecretsVerdict> JudgeSecretsAsync(TSubject subject, TInput typed, CancellationToken ct) =>
        Task.FromResult(SecretsVerdict.Right);

    /// <summary>What is wrong and told only to whose commit would be stored.</summary>
    public virtual IReadOnlyList<Violation> CheckAfterSave(TSubject subject, TInput input) => [];

    /// <summary>Changes the tracked aggregate; never saves.</summary>
    public abstract Task ApplyAsync(TSubject subject, TInput input, CancellationToken ct);

    /// <summary>What is wrong with the shape of a step, and with what else of it could be read; empty: its shape is right.</summary>
    public async Task<IReadOnlyList<Violation>> CheckStepAsync(
        TSubject subject, InputStep<TInput, TSubject> step, TInput input, CancellationToken ct)
    {
        var shape = step.Check(subject, input);
        if (shape.Count == 0)
        {
            return [];
        }

        var unreadable = shape.Select(violation => violation.Field).ToHashSet();
        var more = await CheckReadableAsync(subject, input, unreadable, ct);
        return [.. shape, .. more.Where(violation => !unreadable.Contains(violation.Field))];
    }

    /// <summary>The step whose page holds a field.</summary>
    public InputStep<TInput, TSubject> StepOf(string field) =>
        field.Length == 0 ? Steps[^1] : Steps.FirstOrDefault(step => step.Owns(field)) ?? Steps[^1];

    /// <summary>
    /// The first step that is not right yet: where the person must go follows from the input, no list of visited pages is kept.
    /// </summary>
    public InputStep<TInput, TSubject>? FirstOpenStep(TSubject subject, TInput input) =>
        Steps.FirstOrDefault(step => step.Check(subject, input).Count > 0);

    /// <summary>Whether a step may be followed by the confirm page at once: others stand between them, and all are right.</summary>
    public bool LeadsToConfirm(TSubject subject, TInput input, InputStep<TInput, TSubject> step) =>
        Screens.Confirm is not null && step != Steps[^1]
        && Steps.Where(other => other != step).All(other => other.Check(subject, input).Count == 0);

    public async Task<IReadOnlyList<Described>?> TypedAsync(WizardDraft draft, Person actor, CancellationToken ct)
    {
        if (draft.InputSchema != Schema || await LoadAsync(draft.Subject, actor, ct) is not { } subject)
        {
            return null;
        }

        var open = await OpenDraft<TInput, TSubject>.OfAsync(this, draft, subject, ct);
        var before = Describe(open.Subject, open.Base).ToDictionary(fact => fact.Key, fact => fact.Value);
        return Describe(open.Subject, open.Input).Where(fact => before.GetValueOrDefault(fact.Key) != fact.Value).ToList();
    }

    public Task<StartOutcome> StartAsync(WizardServices services, string subjectKey, string? origin, CancellationToken ct) =>
        new WizardEngine<TInput, TSubject>(this, services).StartAsync(subjectKey, origin, ct);
}
