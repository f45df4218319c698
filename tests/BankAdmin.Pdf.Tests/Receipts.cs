using System.Globalization;
using BankAdmin.Domain.Operations;

namespace BankAdmin.Pdf.Tests;

internal static class Receipts
{
    public static readonly Issuer Bank = new("青空銀行", "法人インターネットバンキング");

    public static readonly string LongName = string.Concat(Enumerable.Repeat("株式会社東日本𠮷野髙﨑グローバル（総合）商事、", 3))[..62];

    public static Receipt Change(int accounts = 2, string company = "株式会社さくら商事", string user = "佐藤　太郎") => Of(new Sheet(true,
    [
        new("企業情報",
        [
            Text("企業名(カナ)", "ｻｸﾗｼﾖｳｼﾞ(ｶ"), Text("企業名", company),
            Text("利用可能業務", "振込振替、総合振込、給与・賞与振込、口座振替"),
        ]),
        new("承認機能の利用有無", [Text("振込振替", "承認なし"), Text("総合振込", "ダブル承認(順序なし)", "シングル承認"), Text("メモ", "", "前のメモ")]),
        new("口座一日当たりの限度額", [.. Enumerable.Range(0, accounts).SelectMany(Account)]),
    ]), company, user);

    public static Receipt Registration() => Of(new Sheet(false,
    [
        new("基本情報", [Text("ログインID", "sakura07"), Text("利用者名", "髙橋　﨑子")]),
        new("限度額", [Amount("振込振替", "10,000,000円")]),
        new("空の区分", []),
    ]), "株式会社さくら商事", "佐藤　太郎") with
    { ScreenId = "BRSK010", Title = "利用者登録結果", Message = "以下の内容で利用者を登録しました。" };

    /// <summary>A matrix of 30 rights with the names and the items of the product.</summary>
    public static Receipt Rights(int users, string? name = null) => Of(new Sheet(false, []), "株式会社さくら商事", "佐藤　太郎") with
    {
        ScreenId = "BRSK040",
        Title = "利用者権限一覧",
        Message = "以下は、受付日時時点の登録内容です。",
        Matrix = new Matrix(
            [.. Domain.Users.Rights.All.Select(right => new MatrixColumn(right.Key.ToString(), right.Item, right.Name))],
            [.. Enumerable.Range(1, users).Select(i => new MatrixRow(
                string.Create(CultureInfo.InvariantCulture, $"sakura{i:D6}"), name ?? "佐藤　太郎", i == 1 ? "マスターユーザ" : "一般ユーザ",
                i % 9 == 0 ? "ログインパスワード一時停止" : "利用可能",
                string.Concat(Domain.Users.Rights.All.Select((_, right) => i == 1 || right % i == 0 ? '1' : '0'))))]),
    };

    private static Receipt Of(Sheet sheet, string company, string user) => new(
        "BKGK004", "企業情報変更結果", "20261122-000128", new DateTime(2026, 11, 22, 15, 10, 42, DateTimeKind.Utc),
        company, user, "sakura01", "以下の内容で企業情報を変更しました。", sheet, Bank);

    private static SheetRow[] Account(int index)
    {
        var group = string.Create(CultureInfo.InvariantCulture, $"法人営業部 (081) 普通 {1234567 + index}");
        return
        [
            Amount("振込振替(合計)", "100,000,000円", null, group),
            Amount("振込振替(都度指定)", "50,000,000円", "30,000,000円", group),
            Amount("振込振替(事前登録)", "50,000,000円", null, group),
        ];
    }

    private static SheetRow Text(string label, string value, string? before = null) => new("key", label, value, before);

    private static SheetRow Amount(string label, string value, string? before = null, string? group = null) =>
        new("key", label, value, before, group, ValueKind.Amount);
}
