using System.Globalization;
using BankAdmin.Domain.Rules;

namespace BankAdmin.Web.Messages;

/// <summary>The Japanese text of every code: what is wrong and how to mend it. Placeholders take the violation's arguments.</summary>
public static class MessageTable
{
    // What stands in the place of a range where there is a list to choose from.
    private const string Choices = "表示されている選択肢";

    private const string Unticked =
        "「変更する」を選ばずにパスワードが入力されました。変更するときは「変更する」を選び、パスワードをもう一度入力してください。変更しないときは、このままお進みください。";

    /// <summary>Texts where the field says what is meant.</summary>
    public static IReadOnlyDictionary<(string Code, string Field), string> ByField { get; } = new Dictionary<(string, string), string>
    {
        [(ErrorCodes.Required, "selected")] = "一覧から利用者を選んで、もう一度ボタンを押してください。",
        [(ErrorCodes.Required, "changeLoginPassword")] = Unticked,
        [(ErrorCodes.Required, "changeConfirmationPassword")] = Unticked,
        [(ErrorCodes.NotOnOneself, "nextState")] = "ご自身の停止を解除することはできません。ほかの管理者ユーザへご依頼ください。",
        [(ErrorCodes.WrongForm, "otp")] = "アプリに表示されている6桁の数字を入力してください。",
        [(ErrorCodes.Required, "otp")] = "アプリに表示されている6桁の数字を入力してください。",
        [(ErrorCodes.SignInRefused, "currentLoginPassword")] = "パスワードが違います。{0}",
    };

    /// <summary>All texts by code.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [ErrorCodes.Required] = "入力してください。",
        [ErrorCodes.NotDigits] = "0〜9の数字で入力してください。カンマは3桁ごとの区切りにだけ使えます。小数・マイナス・「万」などの単位は使えません。{0}",
        [ErrorCodes.NothingChanged] = "変更する項目を入力するか選んでから、もう一度ボタンを押してください。",
        [ErrorCodes.ChangedByOther] = "画面を開いた後に変わりました（最新：{0}）。",
        [ErrorCodes.TooLong] = "{0}以内で入力してください。",
        [ErrorCodes.NotAllowed] = "使えない文字（{0}）が含まれています。消すか、別の文字に直してください。",
        [ErrorCodes.EntriesDiffer] = "2か所の入力が一致しません。同じものを入力してください。",
        [ErrorCodes.StaleDraft] = "画面を開いた後に、別の画面で更新されたか、実行されたか、期限が切れました。案内に従ってお進みください。",
        [ErrorCodes.OutOfRange] = "指定できない値です。{0}の中で指定してください。",
        [ErrorCodes.TooShort] = "{0}以上で入力してください。",
        [ErrorCodes.WrongForm] = "形式が正しくありません。入力欄の例にならって入力してください。",
        [ErrorCodes.NoPermission] = "この操作を行う権限がありません。必要なときは管理者ユーザへご依頼ください。",
        [ErrorCodes.SignInRefused] = "{0}が違います。大文字と小文字を確かめて、もう一度入力してください。続けて{1}回誤ると{2}分間ログインできなくなります。",
        [ErrorCodes.SignInPaused] = "パスワードの誤りが続いたため、一時的にログインできません。{0}分ほど待ってから、もう一度お試しください。",
        [ErrorCodes.SignInStopped] = "利用停止のため、ログインできません。貴社の管理者ユーザへ利用停止の解除をご依頼ください。",
        [ErrorCodes.ConfirmationRefused] = "確認用パスワードが違います。{0}",
        [ErrorCodes.ConfirmationStopped] = "確認用パスワードが利用停止中のため、実行できません。{0}",
        [ErrorCodes.CodeRefused] = "ワンタイムパスワードが違うか、すでに使われています。アプリに表示されている最新の6桁の数字を入力してください。{0}",
        [ErrorCodes.TokenSuspended] =
            "ワンタイムパスワードが利用停止中のため、実行できません。ほかの管理者ユーザへワンタイムパスワードの利用停止解除をご依頼ください。",
        [ErrorCodes.TokenNeeded] =
            "ワンタイムパスワードが未登録のため、実行できません。いったんログアウトし、ログインしたときに表示される画面で利用登録を行ってください。",
        [ErrorCodes.LogInWayRefused] = "この方法ではログインできません。{0}",
        [ErrorCodes.NothingToRevoke] = "失効させる電子証明書がありません。一覧を開き直して、状態を確かめてください。",
        [ErrorCodes.RevokeExpiredFirst] =
            "有効期限の切れた電子証明書が残っています。貴社の管理者ユーザへ「証明書失効」をご依頼ください。失効の後で、新しい電子証明書を取得できます。",
        [ErrorCodes.CertificateExists] =
            "有効な電子証明書がすでにあります。「電子証明書ログイン」からお進みください。電子証明書を失ったときは、貴社の管理者ユーザへ「証明書失効」をご依頼ください。",
        [ErrorCodes.AboveCeiling] = "契約上限（{0}）以下の金額にしてください。",
        [ErrorCodes.PartAboveTotal] = "合計（{0}）以下の金額にしてください。",
        [ErrorCodes.TooFewApprovers] = "{0}には承認できる利用者が{1}名以上必要です（現在{2}名）。利用者管理で承認の権限を付与してください。",
        [ErrorCodes.BoundariesNotAscending] = "下の範囲の金額（{0:N0}円）より大きい金額にしてください。",
        [ErrorCodes.EffectiveBoundariesNotAscending] = "{0}では、手数料を加えた境目の金額（{1:N0}円と{2:N0}円）の順が逆になります。境目か手数料を直してください。",
        [ErrorCodes.PaymentNotAboveFee] = "支払金額（{0:N0}円）が手数料（{1:N0}円）以下のため、振り込めません。手数料より大きい金額にしてください。",
        [ErrorCodes.LoginIdTaken] = "このログインIDは使えません。別のログインIDにしてください。",
        [ErrorCodes.PasswordRepeats] = "ログインIDとも、もう一方のパスワードとも、現在のパスワードとも違うものにしてください。",
        [ErrorCodes.LettersAndDigits] = "英字と数字の両方を使ってください。",
        [ErrorCodes.UserMaximumReached] = "ご契約の利用者数の上限（{0:N0}名）に達しているため、登録できません。使わない利用者を削除するか、当行の窓口で上限の変更をお申し込みください。",
        [ErrorCodes.NotOnOneself] = "ご自身を削除することはできません。",
        [ErrorCodes.NotOnMaster] = "マスターユーザを削除することや、マスターユーザの権限を変更することはできません。",
        [ErrorCodes.ApproversNeeded] = "{0}は{1}のため、承認できる利用者が{2}名以上必要です（このままでは{3}名になります）。先にほかの利用者へ承認の権限を付与するか、企業情報で承認機能を変更してください。",
        [ErrorCodes.RightNeeded] = "{0}選んでください。",
        [ErrorCodes.AccountNeeded] = "依頼や承認の権限があるときは、利用する口座を1つ以上選んでください。",
    };

    /// <summary>The text for a violation.</summary>
    /// <exception cref="ArgumentException">The code has no text.</exception>
    public static string Text(Violation violation) =>
        ByField.TryGetValue((violation.Code, violation.Field), out var text) || Texts.TryGetValue(violation.Code, out text)
            ? string.Format(
                CultureInfo.InvariantCulture, text,
                violation is { Code: ErrorCodes.OutOfRange, Arguments: [] } ? [Choices] : violation.Arguments)
            : throw new ArgumentException($"No message for '{violation.Code}'.", nameof(violation));
}
