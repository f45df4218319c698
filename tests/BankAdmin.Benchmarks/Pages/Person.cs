using System.Net;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;

namespace BankAdmin.Benchmarks.Pages;

/// <summary>Somebody at a browser. Whatever is not answered as it should be ends the run: a fast error is no result.</summary>
internal sealed class Person(ServerProcess server) : IDisposable
{
    private readonly RawBrowser browser = new();

    public RawBrowser Browser => browser;

    /// <summary>Somebody who is logged in, at the product or at the ceiling.</summary>
    public static async Task<Person> LogInAsync(
        ServerProcess server, string address, string loginId, string password = A.LoginPassword)
    {
        var person = new Person(server);
        await person.PostAsync(await person.LoginFormAsync(address, loginId, password));
        return person;
    }

    public async Task<RawForm> LoginFormAsync(string address, string loginId, string password = A.LoginPassword)
    {
        var form = (await GetAsync(address)).Form("login").With("loginId", loginId);
        return form.Names.ContainsKey("password") ? form.With("password", password) : form;
    }

    public async Task<RawPage> GetAsync(string path)
    {
        var page = await browser.GetAsync(server, path);
        return page.Status == HttpStatusCode.OK ? page : throw new InvalidOperationException($"{page}");
    }

    /// <summary>Sends a form that leads on.</summary>
    /// <returns>Where to.</returns>
    public async Task<string> PostAsync(RawForm form)
    {
        var answer = await browser.PostAsync(server, form);
        return answer is { Status: HttpStatusCode.SeeOther or HttpStatusCode.Redirect, Location: { } next }
            ? next
            : throw new InvalidOperationException($"{answer}\n{answer.Text}");
    }

    /// <summary>Where a page is: the path itself, or behind the # a button of that page, which begins something and leads there.</summary>
    public async Task<string> BeginAsync(string path) =>
        path.Split('#') is [var page, var button] ? await PostAsync((await GetAsync(page)).Form(button)) : path;

    /// <summary>The confirm page of 企業情報変更 with a new name typed, ready for 実行.</summary>
    public async Task<RawForm> ProposeAsync(string name)
    {
        var input = await GetAsync(await PostAsync((await GetAsync("/companies")).Form("BKGK002")));
        var confirm = await GetAsync(await PostAsync(input.Form("change").With("companyName", name)));
        return confirm.Form("execute").With("confirmationPassword", A.ConfirmationPassword);
    }

    /// <inheritdoc />
    public void Dispose() => browser.Dispose();
}
