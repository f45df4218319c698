namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>A login of the demo companies (docs/qa-guide.md).</summary>
/// <param name="Id">ログインID.</param>
/// <param name="Password">ログインパスワード.</param>
/// <param name="Confirmation">確認用パスワード.</param>
internal sealed record Login(string Id, string Password, string Confirmation = "")
{
    public static readonly Login Master = new("sakura01", "Login001", "Confirm01");
    public static readonly Login Administrator = new("sakura02", "Login002", "Confirm02");
    public static readonly Login General = new("sakura03", "Login003", "Confirm03");
    public static readonly Login Stopped = new("sakura04", "Login004", "Confirm04");
    public static readonly Login New = new("sakura05", "Login005");
    public static readonly Login OtherCompany = new("midori01", "Login101", "Confirm101");
    public static readonly Login WithCertificate = new("aoi00001", "Login201", "Confirm201");
}
