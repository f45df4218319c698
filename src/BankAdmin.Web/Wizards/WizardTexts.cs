using BankAdmin.Domain;
using BankAdmin.Domain.Rules;
using BankAdmin.Web.Forms;

namespace BankAdmin.Web.Wizards;

/// <summary>What a wizard's page says that is shown again instead of the next one.</summary>
public static class WizardTexts
{
    private const string Moved = "画面を開いた後に、登録内容が変わりました。まだ実行されていません。";
    private const int Conflict = StatusCodes.Status409Conflict;

    /// <summary>Above an input page.</summary>
    public static Refusal OnInput<TInput, TSubject>(
        WizardOutcome.Input<TInput, TSubject> outcome, Wizard<TInput, TSubject> wizard, string path)
        where TInput : class, new()
        where TSubject : Subject<TInput> => outcome.Trouble switch
        {
            Trouble.SubjectChangedElsewhere => new Refusal(Conflict, ChangedFirst(outcome.Conflict!.Change), By(outcome.Conflict.Change)
                + "最新の値と入力した値を見比べて、もう一度ボタンを押してください。"
                + (wizard.Steps.Count > 1 ? "前の画面の項目は、下のリンクか「戻る」ボタンから直せます。" : "")),
            Trouble.DraftChangedElsewhere => new Refusal(
                Conflict, $"この入力は別の画面で更新されています。{wizard.Act}はまだ行われていません。",
                "下の内容で続けるときは、もう一度ボタンを押してください。")
            {
                Link = new ErrorLink(path, "更新された入力を開く"),
            },
            _ when outcome.Violations.Any(violation => violation.Code == ErrorCodes.ChangedByOther) =>
                new Refusal(Conflict, Moved, "最新の内容を確かめて、もう一度ボタンを押してください。"),
            Trouble.NotExecuted => new Refusal(Heading: NotExecuted(wizard)),
            _ when outcome.Violations.All(violation => violation.Code == ErrorCodes.NothingChanged) =>
                new Refusal(Heading: "変更された項目がありません。"),
            _ => new Refusal { Act = wizard.Act },
        };

    /// <summary>Above a confirm page.</summary>
    /// <param name="wizard">Whose page it is.</param>
    /// <param name="trouble">Why it is shown again.</param>
    /// <param name="last">The last change of what it works on.</param>
    public static Refusal OnConfirm(IWizard wizard, Trouble trouble, LastChange last) => trouble switch
    {
        Trouble.SheetChanged => new Refusal(
            Conflict, "確認した後で、適用される内容が変わりました。まだ実行されていません。",
            "変わった項目を確かめて、もう一度「実行」ボタンを押してください。"),
        Trouble.SubjectChangedElsewhere => new Refusal(
            Conflict, ChangedFirst(last), By(last) + "最新の登録内容を表示しています。確かめて、もう一度ボタンを押してください。"),
        Trouble.DraftChangedElsewhere => new Refusal(
            Conflict, "確認した後で入力内容が変わりました。まだ実行されていません。",
            "表示されている内容を確かめて、もう一度「実行」ボタンを押してください。"),
        _ => new Refusal(Heading: NotExecuted(wizard)),
    };

    private static string NotExecuted(IWizard wizard) => $"実行できませんでした。{wizard.Act}はまだ行われていません。";

    private static string ChangedFirst(LastChange change) =>
        $"{(change.IsOwn ? "別の画面で" : "ほかの利用者が")}先に変更しました。この内容はまだ実行されていません。";

    private static string By(LastChange change) => change is { By: { } name, AtUtc: { } at }
        ? (change.IsOwn ? "" : name + "さんが") + JapanTime.Long(at) + "に変更しました。"
        : "";
}
