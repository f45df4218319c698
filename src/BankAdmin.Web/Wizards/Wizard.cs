using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Web.Screens;

namespace BankAdmin.Web.Wizards;

/// <summary>How a wizard is confirmed.</summary>
public enum Confirmation
{
    /// <summary>On a screen of its own, with what will change.</summary>
    OnOwnScreen,

    /// <summary>On the input screen, by 確認用パスワード (停止・解除).</summary>
    OnInputScreen,

    /// <summary>Not at all: the input is the commit (memos).</summary>
    None,
}

/// <summary>The stored state a wizard starts from.</summary>
/// <param name="Input">The state in the shape of the form.</param>
/// <param name="Stored">What is guarded against others' changes; null: each part is judged at the commit.</param>
public sealed record Subject<TInput>(TInput Input, AggregateRoot? Stored = null)
{
    /// <summary>Version it was read at.</summary>
    public long Version => Stored?.Version ?? 0;
}

/// <summary>Something that does not block but should be looked at.</summary>
/// <param name="Code">W-….</param>
/// <param name="Text">What a person reads.</param>
public sealed record Warning(string Code, string Text);

/// <summary>What a step shows again after one of its own buttons.</summary>
/// <param name="Input">What was typed, as the button left it.</param>
/// <param name="Violations">What stood against it.</param>
public sealed record Redrawn<TInput>(TInput Input, IReadOnlyList<Violation> Violations);

/// <summary>
/// What a feature says of its wizard; everything else is the engine's. An instance serves one request: it reads its
/// subject once and answers from it.
/// </summary>
/// <typeparam name="TInput">What is typed, as text, in the shape of the form.</typeparam>
public abstract class Wizard<TInput>
    where TInput : class, new()
{
    /// <summary>Stable name, as drafts carry it.</summary>
    public abstract string Name { get; }

    /// <summary>What the history calls it.</summary>
    public abstract Operation Operation { get; }

    /// <summary>The input steps, in order.</summary>
    public abstract IReadOnlyList<InputStep<TInput>> Steps { get; }

    /// <summary>The confirm screen; null where there is none.</summary>
    public virtual Screen? ConfirmScreen => null;

    /// <summary>The result screen.</summary>
    public abstract Screen ResultScreen { get; }

    /// <summary>Names of the steps after the input steps, for the step indicator; empty: no indicator.</summary>
    public virtual IReadOnlyList<string> ClosingSteps => [];

    /// <summary>What is about to be done, for the confirm page: 以下の内容で企業情報を変更します。</summary>
    public virtual string Intent => "";

    /// <summary>What was done: 以下の内容で企業情報を変更しました。</summary>
    public abstract string Done { get; }

    /// <summary>What the confirm page calls 実行, where it destroys something: 田中　次郎さんを削除.</summary>
    public virtual string? Destroys => null;

    /// <summary>What to do next, for the result page.</summary>
    public virtual string? NextThing => null;

    /// <summary>The list it was opened from, where that is not the menu.</summary>
    public virtual Screen? List => null;

    /// <summary>What the top page calls a draft; asked after <see cref="LoadAsync"/>.</summary>
    public virtual string DraftTitle => Steps is [var begin, ..] ? begin.Screen.Title : ConfirmScreen!.Title;

    /// <summary>How it is confirmed.</summary>
    public virtual Confirmation Confirmation => ConfirmScreen is null ? Confirmation.None : Confirmation.OnOwnScreen;

    /// <summary>Goes up when the shape of the input changes; older drafts then expire.</summary>
    public virtual int Schema => 1;

    /// <summary>Reads the stored state; null where there is none, or none that this person may see.</summary>
    public abstract Task<Subject<TInput>?> LoadAsync(string subject, CancellationToken ct);

    /// <summary>Describes an input, typed or stored. Called after <see cref="LoadAsync"/>; never fails on what was typed.</summary>
    public abstract IEnumerable<Described> Describe(TInput input);

    /// <summary>What would change, row by row; a sheet without a before where there is none (registration, deletion).</summary>
    public virtual Sheet Compare(TInput before, TInput after) => Sheets.Compare(Describe(before).ToList(), Describe(after).ToList());

    /// <summary>The step that holds a field, to show an error where it can be mended.</summary>
    public virtual InputStep<TInput> StepOf(string field) => Steps[^1];

    /// <summary>
    /// Takes a step whose shape is right: what must not be kept as it was typed (passwords) is judged and replaced here.
    /// </summary>
    public virtual Task<Redrawn<TInput>> AcceptAsync(InputStep<TInput> step, TInput input, CancellationToken ct) =>
        Task.FromResult(new Redrawn<TInput>(input, []));

    /// <summary>Judges who commits, where that is not 確認用パスワード (own passwords).</summary>
    public virtual Task<IReadOnlyList<Violation>> JudgeAsync(TInput typed, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Violation>>([]);

    /// <summary>
    /// What a button other than 次へ and 戻る does to what was typed (手数料を読み込む, 範囲を追加); null: nothing, go on. It saves
    /// nothing but the draft, and the step is shown again.
    /// </summary>
    public virtual Task<Redrawn<TInput>?> ActAsync(TInput input, string action, CancellationToken ct) =>
        Task.FromResult<Redrawn<TInput>?>(null);

    /// <summary>The domain's rules on an input of the right shape.</summary>
    public virtual Task<IReadOnlyList<Violation>> CheckAsync(TInput input, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Violation>>([]);

    /// <summary>
    /// What is told only to somebody whose commit would be stored otherwise (a new password is one of those stored): told
    /// earlier, it would answer guesses that nobody counts; here every other guess is a change. Asked after <see cref="ApplyAsync"/>.
    /// </summary>
    public virtual IReadOnlyList<Violation> CheckLast(TInput input) => [];

    /// <summary>Why it cannot be begun; asked after <see cref="LoadAsync"/>.</summary>
    public virtual IReadOnlyList<Violation> CheckStart() => [];

    /// <summary>What does not block but should be looked at, on the input and on the confirm page.</summary>
    public virtual IReadOnlyList<Warning> Warnings(TInput input) => [];

    /// <summary>Changes the tracked aggregate; never saves.</summary>
    public abstract Task ApplyAsync(TInput input, CancellationToken ct);
}
