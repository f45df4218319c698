using System.Globalization;
using System.Text.Json;
using BankAdmin.Domain;
using BankAdmin.Domain.Operations;

namespace BankAdmin.Infrastructure.Operations;

/// <summary>Tells a record as one sentence: who did what, to whom, and how it ended.</summary>
public static class OperationSentence
{
    /// <summary>The sentence of a payload, from nothing else.</summary>
    /// <exception cref="InvalidOperationException">It names an event that nobody can tell: a name was changed or taken away.</exception>
    public static string Tell(OperationPayload payload)
    {
        var (who, of, operation) = (Who(payload.By!), Of(payload), OperationCatalogue.FromCode(payload.Operation!).Name);
        var told = payload.Event switch
        {
            "logged-in" => $"{who}がログインしました",
            "login-refused" => $"{who}のログインを拒否しました",
            "access-refused" => $"{who}による{payload.Facts.GetProperty("address").GetString()}の利用を拒否しました",
            "login-ids-probed" => $"{who}が使用中のログインIDを繰り返し確かめました",
            "logged-out" => $"{who}がログアウトしました",
            "session-ended" => $"{who}のセッションが{EndOf(payload)}終了しました",
            "entries-stopped" => $"{who}の{payload.Facts.GetProperty("password").GetString()}が、誤りが続いたため"
                + (Holds(payload, "stopped") ? "利用停止" : "一時停止") + "になりました",
            "list-inquired" or "list-exported" => $"{who}が{Part(of)}{operation}を行いました{Conditions(payload)}",
            "operation-completed" => $"{who}が{Part(of)}{operation}を実行しました",
            "operation-refused" => $"{who}による{Part(of)}{operation}を拒否しました",
            "sheet-inquired" or "file-exported" => $"{who}が{Part(of)}{operation}を行いました",
            "sheet-printed" => $"{who}が{(payload.Receipt is { } sheet ? Part(of) + sheet.Title : of)}を印刷しました",
            "company-opened" => $"{who}が{of}を契約企業として登録しました",
            "company-information-changed" => $"{who}が{of}の企業情報を変更しました",
            "account-memos-changed" => $"{who}が{of}の口座メモを変更しました",
            "consignor-memos-changed" => $"{who}が{of}の委託者メモを変更しました",
            "fee-table-opened" or "standard-fees-published" => $"{who}が{of}を登録しました",
            "fee-table-changed" => $"{who}が{of}を変更しました",
            "user-registered" => $"{who}が{of}を利用者として登録しました",
            "user-changed" => $"{who}が{of}の登録内容{Also(payload, "loginPasswordSet", "confirmationPasswordSet")}を変更しました",
            "user-deleted" => $"{who}が{of}を削除しました",
            "user-stopped" => $"{who}が{of}のサービス利用を停止しました",
            "user-released" => $"{who}が{of}の利用停止を解除しました",
            "certificate-issued" => $"{who}が{of}の電子証明書を発行しました",
            "certificate-revoked" => $"{who}が{of}の電子証明書を失効させました",
            "token-registered" => $"{who}がワンタイムパスワードの利用を登録しました",
            "token-suspended" => $"{who}のワンタイムパスワードが、番号の誤りが続いたため利用停止になりました",
            "token-released" => $"{who}が{of}のワンタイムパスワードの利用停止を解除しました",
            "token-revoked" => $"{who}が{of}のトークンを失効させました",
            "due-passwords-set" => $"{who}がログイン時に{Passwords(payload, "login", "confirmation")}を設定しました",
            "own-passwords-changed" => $"{who}が自分の{Passwords(payload, "login", "confirmation")}を変更しました",
            "history-verified" => $"{who}が{Part(of ?? "全企業と金融機関")}操作履歴を検査しました（{Verdict(payload)}）",
            "history-retained" => $"{who}が{Part(of ?? "金融機関")}操作履歴のうち、保存期間を過ぎた{Over(payload)}を削除しました",
            null => payload.Outcome == OperationOutcome.Refused ? $"{who}の{operation}を拒否しました" : $"{who}が{operation}を行いました",
            _ => throw new InvalidOperationException($"No sentence tells '{payload.Event}'."),
        };
        return told + Remarks(payload) + "。";
    }

    private static string Who(PayloadOperator by) =>
        by.LoginId.Length == 0 ? "不明な利用者" : by.LoginId == Person.System.LoginName ? by.Name : $"{by.Name}（{by.LoginId}）";

    private static string? Of(OperationPayload payload) => payload.Subject switch
    {
        null => null,
        { Kind: SubjectKind.Person } person when person.LoginId == payload.By!.LoginId => "自分",
        var subject => subject.Title,
    };

    private static string EndOf(OperationPayload payload) => payload.Facts.GetProperty("reason").GetString() switch
    {
        "timeout" => "、操作のない時間が続いたため",
        "otherLogin" => "、新しいログインのため",
        _ => "",
    };

    private static string Conditions(OperationPayload payload) =>
        payload.Facts.GetProperty("conditions").GetString() is { Length: > 0 } conditions ? $"（条件：{conditions}）" : "";

    private static string Verdict(OperationPayload payload)
    {
        var (records, faults) = (payload.Facts.GetProperty("records").GetInt64(), payload.Facts.GetProperty("faults").GetInt32());
        var found = faults == 0 ? "異常なし" : $"異常{faults}件";
        return string.Create(CultureInfo.InvariantCulture, $"{records:N0}件、{found}");
    }

    private static string Over(OperationPayload payload)
    {
        var day = JapanTime.Day(payload.Facts.GetProperty("before").GetDateTime());
        var last = payload.Facts.GetProperty("sequence").GetInt64();
        return string.Create(CultureInfo.InvariantCulture, $"{day:yyyy年M月d日}より前の記録（{last:N0}件目まで）");
    }

    private static string Part(string? of) => of is null ? "" : of + "の";

    private static string Also(OperationPayload payload, string login, string confirmation) =>
        Passwords(payload, login, confirmation) is { Length: > 0 } passwords ? "と" + passwords : "";

    private static string Passwords(OperationPayload payload, string login, string confirmation) => string.Join("と",
        new[] { Holds(payload, login) ? "ログインパスワード" : null, Holds(payload, confirmation) ? "確認用パスワード" : null }.OfType<string>());

    private static bool Holds(OperationPayload payload, string fact) => payload.Facts.GetProperty(fact).ValueKind == JsonValueKind.True;

    private static int Times(OperationPayload payload) =>
        payload.Facts.ValueKind == JsonValueKind.Object && payload.Facts.TryGetProperty("times", out var times) ? times.GetInt32() : 1;

    private static string Remarks(OperationPayload payload)
    {
        IEnumerable<string> number = (payload.Receipt?.Number ?? payload.ReceiptOf) is { } receipt ? [$"受付番号 {receipt}"] : [];
        IEnumerable<string> times = Times(payload) is > 1 and var count
            ? [string.Create(CultureInfo.InvariantCulture, $"{count:N0}回目")] : [];
        var remarks = (payload.ErrorCodes ?? []).Concat(times).Concat(number).ToList();
        return remarks.Count == 0 ? "" : $"（{string.Join("、", remarks)}）";
    }
}
