using System.Net;
using BankAdmin.Domain.Users;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>Somebody who manages the users of a fixture's company, in a browser over several nodes.</summary>
internal sealed class UserClerk : IDisposable
{
    private UserClerk()
    {
    }

    public RawBrowser Browser { get; } = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<UserClerk> LogInAsync(ServerProcess node, string loginId)
    {
        var clerk = new UserClerk();
        var answer = await Administrator.LogInAsync(clerk.Browser, node, loginId, A.LoginPassword);
        answer.LeadsTo("/").ShouldBeTrue(answer + node.Output);
        return clerk;
    }

    /// <summary>Whether an answer leads to a result.</summary>
    public static bool Succeeded(RawPage answer) =>
        answer.Status == HttpStatusCode.SeeOther && answer.Location!.EndsWith("/result", StringComparison.Ordinal);

    /// <summary>Presses a button of the list, with a user chosen or nobody.</summary>
    public async Task<RawPage> PressAsync(ServerProcess node, string button, string? loginId = null)
    {
        var list = await Browser.GetAsync(node, "/users", Cancelled);
        var form = Add(list.Form(button), "action", button);
        return await Browser.PostAsync(node, loginId is null ? form : Add(form, "selected", loginId), Cancelled);
    }

    /// <summary>Goes to the confirm page of a registration.</summary>
    public async Task<RawForm> ProposeRegistrationAsync(ServerProcess node, string loginId)
    {
        var basic = (await FollowAsync(node, await PressAsync(node, "create"))).Form("next")
            .With("loginId", loginId)
            .With("loginIdAgain", loginId).With("loginPassword", "Begin2026").With("loginPasswordAgain", "Begin2026")
            .With("userName", "新規").With("email", "a@example.jp").With("emailAgain", "a@example.jp");
        var rights = await NextAsync(node, basic, "next");
        var accounts = await NextAsync(node, rights.With("rights", nameof(Permission.Balance)), "register");
        return Confirmed(await NextAsync(node, accounts, "execute"));
    }

    /// <summary>Goes to where an act is executed.</summary>
    /// <param name="node">The server.</param>
    /// <param name="act">What.</param>
    /// <param name="loginId">To whom.</param>
    /// <param name="serial">The company's.</param>
    public async Task<RawForm> ProposeAsync(ServerProcess node, string act, string loginId, string serial) => Confirmed(act switch
    {
        "delete" => (await FollowAsync(node, await PressAsync(node, "delete", loginId))).Form("execute"),
        "right" => await WithoutApprovalAsync(node, loginId),
        "stop" => await StopAsync(node, loginId),
        "stopMaster" => await StopAsync(node, $"ma{serial}"),
        "raise" => await RaiseAsync(node),
        "demote" => await DemoteAsync(node, loginId),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    });

    public Task<RawPage> ExecuteAsync(ServerProcess node, RawForm form) => Browser.PostAsync(node, form, Cancelled);

    public void Dispose() => Browser.Dispose();

    private static RawForm Add(RawForm form, string name, string value) =>
        form with { Fields = new Dictionary<string, string>(form.Fields) { [name] = value } };

    private static RawForm Confirmed(RawForm form) => form.With("confirmationPassword", A.ConfirmationPassword);

    private async Task<RawPage> FollowAsync(ServerProcess node, RawPage answer)
    {
        answer.Status.ShouldBe(HttpStatusCode.SeeOther, $"{answer}\n{answer.Text}");
        return await Browser.GetAsync(node, answer.Location!, Cancelled);
    }

    private async Task<RawForm> NextAsync(ServerProcess node, RawForm form, string button) =>
        (await FollowAsync(node, await Browser.PostAsync(node, form, Cancelled))).Form(button);

    private async Task<RawForm> WithoutApprovalAsync(ServerProcess node, string loginId)
    {
        var basic = (await FollowAsync(node, await PressAsync(node, "change", loginId))).Form("next");
        var rights = await NextAsync(node, basic, "next");
        var accounts = await NextAsync(node, rights.With("rights", nameof(Permission.Balance)), "change");
        return await NextAsync(node, accounts, "execute");
    }

    private async Task<RawForm> DemoteAsync(ServerProcess node, string loginId)
    {
        var basic = (await FollowAsync(node, await PressAsync(node, "change", loginId))).Form("next");
        var rights = await NextAsync(node, basic.With("isAdministrator", "false"), "next");
        var accounts = await NextAsync(node, rights, "change");
        return await NextAsync(node, accounts, "execute");
    }

    private async Task<RawForm> StopAsync(ServerProcess node, string loginId)
    {
        var menu = await Browser.GetAsync(node, "/users/menu", Cancelled);
        var list = await FollowAsync(node, await Browser.PostAsync(node, menu.Form("BRSK016"), Cancelled));
        return await NextAsync(node, Add(list.Form("next"), list.NameIn($"row:{loginId}", "nextState"), "Stop"), "execute");
    }

    private async Task<RawForm> RaiseAsync(ServerProcess node)
    {
        var menu = await Browser.GetAsync(node, "/companies", Cancelled);
        var input = await FollowAsync(node, await Browser.PostAsync(node, menu.Form("BKGK002"), Cancelled));
        return await NextAsync(node, input.Form("change").With("approval.payroll", "DoubleUnordered"), "execute");
    }
}
