using System.Net;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Operations;
using BankAdmin.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>The program on a bank of its own, listening on a port of its own.</summary>
public sealed class BankSite : IAsyncDisposable
{
    private readonly TestBank bank;
    private readonly TestApp app;

    private BankSite(TestBank bank)
    {
        this.bank = bank;
        app = new TestApp(bank);
        app.UseKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, https => https.UseHttps());
        });
        app.StartServer();
        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        (Url, HttpsUrl) = (Of(Uri.UriSchemeHttp), Of(Uri.UriSchemeHttps));

        string Of(string scheme) => addresses.Select(address => new Uri(address)).Single(address => address.Scheme == scheme).ToString();
    }

    public string Url { get; }

    public string HttpsUrl { get; }

    /// <summary>Opens one with the demo companies, and with those of a fixture document if one is given.</summary>
    public static async Task<BankSite> OpenAsync(string? fixture = null)
    {
        var bank = await TestBank.OpenAsync();
        if (fixture is not null)
        {
            await bank.AddAsync(fixture);
        }

        return new BankSite(bank);
    }

    /// <summary>The certificate file of somebody of the fixture.</summary>
    public string CertificateFile(string loginId) => bank.CertificateFile(loginId);

    /// <summary>Lets time pass for the server; a browser has a clock of its own.</summary>
    public void Advance(TimeSpan time) => app.Clock.Advance(time);

    /// <summary>A one-time password that nobody has used.</summary>
    public string NextCode(string secret) => app.NextCode(secret);

    /// <summary>Locks the database for writing until it is disposed of.</summary>
    public Task<IAsyncDisposable> LockAsync() => bank.LockAsync();

    /// <summary>How often an operation was done, as the history says.</summary>
    public async Task<int> CountAsync(Operation operation)
    {
        await using var context = bank.OpenContext();
        return await context.OperationRecords.CountAsync(row => row.Code == operation.Code && row.ReceiptNumber != null);
    }

    /// <summary>How often somebody's 確認用パスワード was typed wrong.</summary>
    public async Task<int> WrongEntriesAsync(string loginId)
    {
        await using var context = bank.OpenContext();
        var person = await context.Users.IgnoreQueryFilters().SingleAsync(user => user.LoginId == loginId);
        return await context.WrongEntries.Where(entry => entry.SubjectId == person.Id && entry.Kind == EntryKind.Confirmation)
            .SumAsync(entry => entry.Failures);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        bank.Dispose();
    }
}
