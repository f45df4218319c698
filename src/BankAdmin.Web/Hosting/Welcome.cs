using BankAdmin.Infrastructure.Seeds;

namespace BankAdmin.Web.Hosting;

/// <summary>What a developer needs to know after the start.</summary>
public static class Welcome
{
    /// <summary>Prints the addresses and the demo logins.</summary>
    public static void Print(ICollection<string> urls, Settings settings)
    {
        Console.WriteLine();
        Console.WriteLine($"  BankAdmin  {string.Join("  ", urls)}");
        Console.WriteLine($"  データ      {settings.DataFolder}");
        Console.WriteLine($"  メール      {settings.MailServer?.Host ?? settings.MailFolder}");
        Console.WriteLine();
        Console.WriteLine("  デモ用ログイン（開発環境だけで使えます）");
        var document = new FixtureReader(settings.Bank).Read(DemoSeed.Document()).Document;
        foreach (var company in document.Companies)
        {
            var byCertificate = company.LoginMethod == "password" ? "" : $"（電子証明書 {settings.DemoCertificates}、パスワード demo）";
            Console.WriteLine($"    {company.Name}{byCertificate}");
            foreach (var user in company.Users)
            {
                var confirmation = user.ConfirmationPassword ?? "（初回に登録）";
                Console.WriteLine($"      {user.LoginId,-10} {user.LoginPassword,-10} 確認用 {confirmation,-12} {user.Name}");
            }
        }

        Console.WriteLine();
    }
}
