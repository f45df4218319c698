using System.Net;
using BankAdmin.Testing;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>A logged-in administrator in a browser.</summary>
public sealed class Administrator : IDisposable
{
    private const string Menu = "/companies";
    private const string ChangeCompany = "BKGK002";

    private Administrator(Firm firm) => Firm = firm;

    public Firm Firm { get; }

    public RawBrowser Browser { get; } = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<Administrator> LogInAsync(ServerProcess node, Firm firm, int user = 0)
    {
        var administrator = new Administrator(firm);
        var answer = await LogInAsync(administrator.Browser, node, firm.UserLoginId(user), Firm.LoginPassword);
        answer.LeadsTo("/").ShouldBeTrue(answer + node.Output);
        return administrator;
    }

    public static async Task<RawPage> LogInAsync(RawBrowser browser, ServerProcess node, string loginId, string password)
    {
        var form = (await browser.GetAsync(node, "/", Cancelled)).Form("login");
        return await browser.PostAsync(node, form.With("loginId", loginId).With("password", password), Cancelled);
    }

    /// <summary>Starts 企業情報変更.</summary>
    /// <returns>The input form as it stands.</returns>
    public async Task<RawForm> StartAsync(ServerProcess node)
    {
        var menu = await Browser.GetAsync(node, Menu, Cancelled);
        var started = await Browser.PostAsync(node, menu.Form(ChangeCompany), Cancelled);
        started.Status.ShouldBe(HttpStatusCode.SeeOther, node.Output);
        return (await Browser.GetAsync(node, started.Location!, Cancelled)).Form("change");
    }

    /// <summary>Starts 企業情報変更 and goes on to its confirm page.</summary>
    public async Task<ConfirmForm> ProposeAsync(ServerProcess node, int proposal)
    {
        var answer = await Browser.PostAsync(node, Proposal.Fill(await StartAsync(node), proposal), Cancelled);
        answer.Status.ShouldBe(HttpStatusCode.SeeOther, $"{answer}\n{answer.Text}");
        return await ConfirmAsync(node, answer.Location!, proposal);
    }

    /// <summary>The confirm page of a draft.</summary>
    public async Task<ConfirmForm> ConfirmAsync(ServerProcess node, string path, int proposal)
    {
        var page = await Browser.GetAsync(node, path, Cancelled);
        page.Screen.ShouldBe("BKGK003", page.ToString());
        return new ConfirmForm(page.Form("execute").With("confirmationPassword", Firm.ConfirmationPassword), proposal);
    }

    public Task<RawPage> ExecuteAsync(ServerProcess node, ConfirmForm confirm, CancellationToken? hangUp = null) =>
        Browser.PostAsync(node, confirm.Form, hangUp ?? Cancelled);

    /// <summary>Opens the draft at its first address again, as from the top page.</summary>
    public Task<RawPage> OpenAgainAsync(ServerProcess node, ConfirmForm confirm) =>
        Browser.GetAsync(node, confirm.BasePath + "/edit", Cancelled);

    public async Task<string> ReceiptAsync(ServerProcess node, ConfirmForm confirm)
    {
        var page = await Browser.GetAsync(node, confirm.ResultPath, Cancelled);
        page.Screen.ShouldBe("BKGK004", page.ToString());
        return page["receiptNumber"].ShouldNotBeNull();
    }

    public void Dispose() => Browser.Dispose();
}

/// <summary>A confirm page filled in, to be sent any number of times.</summary>
public sealed record ConfirmForm(RawForm Form, int Proposal)
{
    public string BasePath => Form.Action[..Form.Action.LastIndexOf('/')];

    public string ResultPath => BasePath + "/result";

    public ConfirmForm WithPassword(string typed) => this with { Form = Form.With("confirmationPassword", typed) };
}
