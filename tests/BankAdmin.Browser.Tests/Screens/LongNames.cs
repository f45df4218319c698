namespace BankAdmin.Browser.Tests.Screens;

/// <summary>A company whose names are as long as names can be, with six accounts and amounts of 15 digits.</summary>
internal static class LongNames
{
    public const string Company = "株式会社日本東海道新幹線沿線地域振興開発総合研究所ホールディングスアンドパートナーズグループ本社";
    public const string User = "アレクサンドリア　マクシミリアーノヴナ　フォン　ホーエンツォ";

    public static readonly Journeys.Login Master = new("nagai001", "Login901", "Confirm901");
    public static readonly Journeys.Login Administrator = new("nagai002", "Login902", "Confirm902");

    public static string Fixture { get; } = $$"""
        {
          "companies": [
            {
              "number": "9000000001", "name": "{{Company}}", "kana": "ﾆﾎﾝﾄｳｶｲﾄﾞｳｼﾝｶﾝｾﾝｴﾝｾﾝﾁｲｷｼﾝｺｳｶｲﾊﾂｿｳｺﾞｳｹﾝｷﾕｳｼﾞﾖﾎ-ﾙﾃﾞｲ(ｶ",
              "accounts": [
                {{string.Join(",\n", Enumerable.Range(1, 6).Select(Account))}}
              ],
              "consignors": [
                { "code": "9000000001", "name": "ﾆﾎﾝﾄｳｶｲﾄﾞｳｼﾝｶﾝｾﾝｴﾝｾﾝﾁｲｷｼﾝｺｳｶｲﾊﾂｿｳｺﾞｳ" },
                { "code": "9000000002", "name": "ﾆﾎﾝﾄｳｶｲﾄﾞｳｶｲﾋ" }
              ],
              "companyCeilings": {
                "bulkTransfer": 999999999999, "salary": 999999999999, "bonus": 999999999999, "directDebit": 999999999999
              },
              "companyLimits": { "bulkTransfer": 999999999999, "salary": 999999999999, "bonus": 999999999999, "directDebit": 999999999999 },
              "users": [
                {
                  "loginId": "{{Master.Id}}", "name": "{{User}}", "role": "Master",
                  "loginPassword": "{{Master.Password}}", "confirmationPassword": "{{Master.Confirmation}}"
                },
                {
                  "loginId": "{{Administrator.Id}}", "name": "{{User}}", "role": "Administrator",
                  "loginPassword": "{{Administrator.Password}}", "confirmationPassword": "{{Administrator.Confirmation}}"
                }
              ]
            }
          ]
        }
        """;

    private static string Account(int number) => $$"""
        {
          "branch": "{{(number % 2 == 0 ? "002" : "081")}}",
          "kind": "{{(number % 2 == 0 ? "当座" : "普通")}}",
          "number": "{{1111111 * number}}",
          "ceilings": { "total": 999999999999999, "adHoc": 999999999999999, "preRegistered": 999999999999999 },
          "limits": { "total": 999999999999998, "adHoc": 999999999999998, "preRegistered": 999999999999998 }
        }
        """;
}
