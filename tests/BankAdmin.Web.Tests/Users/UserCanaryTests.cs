using System.Diagnostics;
using System.Text;
using BankAdmin.Domain.Users;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Users;

/// <summary>
/// Passwords that were typed are found nowhere afterwards, however far the wizard went. Pages are searched by the linter.
/// </summary>
public sealed class UserCanaryTests : WebTest
{
    private readonly LogCollector log = new();
    private readonly List<string> canaries = [];
    private readonly List<IReadOnlyList<byte>> documents = [];

    [Fact]
    public async Task A_typed_password_stands_in_no_database_log_page_or_document()
    {
        var master = await LoggedInAsync("kanri001");

        // A registration: refused, kept while typing, gone back and forth, executed.
        var basic = (await master.BeginRegistrationAsync()).FillBasic("newone01", Canary()).Fill("loginPasswordAgain", Canary());
        await KeepAsync(master, basic, "next");
        basic = await master.GetAsync(basic.Path);
        basic.FillBasic("newone01", Canary()).Fill("loginPasswordAgain", Canary());
        var refused = await basic.SubmitAsync("next");
        refused.ErrorKeys.ShouldBe(["E-COM-007@loginPasswordAgain"]);
        var rights = await refused.FillBasic("newone01", Canary()).SubmitAsync("next");
        var back = await rights.SubmitAsync("back");
        await KeepAsync(master, back.Fill("loginPassword", Canary()).Fill("loginPasswordAgain", Canary()), "next");
        rights = await (await master.GetAsync(back.Path)).FillBasic("newone01", Canary()).SubmitAsync("next");
        var confirm = await (await rights.ChooseRightsAsync(Permission.Balance)).SubmitAsync("register");
        (await confirm.ExecuteAsync(Canary())).ErrorKeys.ShouldBe(["E-AUTH-011@confirmationPassword"]);
        await PrintAsync(await (await master.GetAsync(confirm.Path)).ExecuteAsync(A.ConfirmationPassword), "BRSK010");

        // A change of both passwords of somebody else; another is left half-way, and one runs into a conflict.
        confirm = await master.ProposeChangeAsync("kanri002", FillBoth);
        var halfway = await (await master.WithUserAsync("kanri002", "change")).Fill("userName", "途中").SubmitAsync("next");
        await PrintAsync(await confirm.ExecuteAsync(A.ConfirmationPassword), "BRSK015");
        halfway = await halfway.SubmitAsync("back");
        FillBoth(halfway);
        (await halfway.SubmitAsync("next")).Status.ShouldBe(409);
        var left = await master.WithUserAsync("ippan001", "change");
        FillBoth(left);
        await left.SubmitAsync("back");
        FillBoth(left);
        await left.SubmitAsync("next");

        // One's own: refused and done.
        var own = await (await master.OpenUsersAsync("BRSK002"))
            .FillLogin(Canary(), Canary()).FillConfirmation(Canary(), Canary()).SubmitAsync("change");
        own.Screen.ShouldBe("BRSK002");
        await PrintAsync(
            await own.FillLogin(A.LoginPassword, Canary())
                .FillConfirmation(A.ConfirmationPassword, Canary()).SubmitAsync("change"), "BRSK004");
        documents.Add((await (await master.OpenUsersAsync("BRSK040")).ClickAsync("csv")).Bytes);
        documents.Add((await (await master.WithUserAsync("newone01", "inquire")).ClickAsync("print")).Bytes);

        canaries.Count.ShouldBeGreaterThan(20);
        Found(Encoding.UTF8.GetBytes(log.Text)).ShouldBeEmpty("log");
        foreach (var document in documents)
        {
            Found([.. document]).ShouldBeEmpty("document");
            Found(Encoding.UTF8.GetBytes(await TextOfAsync([.. document]))).ShouldBeEmpty("text of a document");
        }

        foreach (var file in Directory.GetFiles(Bank.Folder, "*", SearchOption.AllDirectories))
        {
            Found(await ReadSharedAsync(file)).ShouldBeEmpty(file);
        }
    }

    [Fact]
    public async Task The_search_finds_what_is_there()
    {
        var master = await LoggedInAsync("kanri001");
        canaries.Add("途中の名前９");
        var basic = (await master.WithUserAsync("ippan001", "change")).Fill("userName", "途中の名前９");
        await basic.SubmitAsync("next");

        var files = new List<string>();
        foreach (var file in Directory.GetFiles(Bank.Folder, "bankadmin.db*"))
        {
            files.AddRange(Found(await ReadSharedAsync(file)));
        }

        files.ShouldNotBeEmpty("what is typed stands in the draft");
    }

    protected override CompanyBuilder[] Companies =>
    [
        A.Company("9000000401").WithMaster("kanri001")
            .WithAdministrator("kanri002", Permission.Balance).WithUser("ippan001", UserRole.General, Permission.Balance),
    ];

    protected override TestApp StartApp() => new(Bank, services: log.Join);

    private static async Task<byte[]> ReadSharedAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    // Where the tool is missing, the raw bytes have been searched.
    private static async Task<string> TextOfAsync(byte[] document)
    {
        if (!document.AsSpan().StartsWith("%PDF"u8) || !File.Exists("/usr/bin/pdftotext"))
        {
            return "";
        }

        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, document);
            using var run = Process.Start(new ProcessStartInfo("/usr/bin/pdftotext", [file, "-"]) { RedirectStandardOutput = true })!;
            var text = await run.StandardOutput.ReadToEndAsync();
            text.ShouldContain("検証");
            return text;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Task<Page> KeepAsync(PageClient browser, Page page, string button) =>
        browser.PostAsync(page.Path + "/keep", page.FormOf(button).Fields);

    private static string Escaped(string text) => string.Concat(text.Select(c => $"\\u{(int)c:X4}"));

    private string Canary()
    {
        canaries.Add($"Kanaria{canaries.Count:D4}");
        return canaries[^1];
    }

    private void FillBoth(Page page)
    {
        var (login, confirmation) = (Canary(), Canary());
        page.Check("changeLoginPassword").Fill("loginPassword", login).Fill("loginPasswordAgain", login)
            .Check("changeConfirmationPassword").Fill("confirmPw", confirmation).Fill("confirmPwAgain", confirmation);
    }

    private async Task PrintAsync(Page result, string screen)
    {
        result.Screen.ShouldBe(screen, result.Summary);
        documents.Add((await result.ClickAsync("print")).Bytes);
    }

    // As it is, in the other encoding, and as JSON may write it.
    private List<string> Found(byte[] bytes) => canaries.Where(canary =>
        new[] { Encoding.UTF8.GetBytes(canary), Encoding.Unicode.GetBytes(canary), Encoding.UTF8.GetBytes(Escaped(canary)) }
            .Any(pattern => bytes.AsSpan().IndexOf(pattern) >= 0)).ToList();
}
