using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Users;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using BankAdmin.Web.Tests.Users;

namespace BankAdmin.Web.Tests.Credentials;

/// <summary>A company that asks for codes: a Master and an administrator with tokens, one whose token is stopped, two without.</summary>
public abstract class TokenScene : WebTest
{
    protected const string Master = "kanri001";
    protected const string Administrator = "kanri002";
    protected const string Suspended = "ippan001";
    protected const string General = "ippan002";
    protected const string Without = "ippan003";

    protected override CompanyBuilder[] Companies =>
    [
        A.Company("9000000601").AskingForCodes().WithMaster(Master).HoldingToken()
            .WithAdministrator(Administrator, Permission.Balance).HoldingToken()
            .WithUser(Suspended, UserRole.General, Permission.Balance).HoldingToken(TokenState.Suspended)
            .WithUser(General, UserRole.General, Permission.Balance).HoldingToken()
            .WithUser(Without, UserRole.General, Permission.Balance),
        A.Company("9000000602").WithMaster("tanin001").HoldingToken(),
    ];

    /// <summary>A code of everybody's token here that nobody has used.</summary>
    protected string NewCode => App.NextCode(A.TokenSecret);

    /// <summary>Goes to the confirm page of a change that asks for a code.</summary>
    protected static async Task<Page> ProposeAsync(PageClient browser, string name)
    {
        var input = await browser.OpenAsync("BKGK002");
        return await input.Fill("companyName", name).SubmitAsync("change");
    }

    /// <summary>Chooses people in a list of tokens.</summary>
    protected static async Task<Page> ChooseAsync(PageClient browser, string screen, params string[] loginIds)
    {
        var list = await browser.OpenUsersAsync(screen);
        foreach (var loginId in loginIds)
        {
            list.Check($"selected:{loginId}");
        }

        return await list.SubmitAsync("next");
    }

    protected async Task<string> StateOfAsync(PageClient browser, string loginId) =>
        (await browser.WithUserAsync(loginId, "inquire")).Sheet["tokenState"].Value;
}
