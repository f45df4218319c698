using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using BankAdmin.Infrastructure.Mail;
using BankAdmin.Testing.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace BankAdmin.Testing;

/// <summary>The program on a <see cref="TestBank"/>; two of them on one bank are two nodes.</summary>
/// <param name="bank">Where its data is.</param>
/// <param name="clock">Its clock; one of its own unless two nodes share one.</param>
/// <param name="settings">Settings beside those of every test.</param>
/// <param name="services">Replaces parts of the program, e.g. by one that fails.</param>
public sealed class TestApp(
    TestBank bank, TestClock? clock = null, IReadOnlyDictionary<string, string>? settings = null,
    Action<IServiceCollection>? services = null)
    : WebApplicationFactory<Program>
{
    // Machines allow few file watchers at a time and tests start many programs: look now and then instead.
    static TestApp() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");

    public TestClock Clock { get; } = clock ?? new TestClock();

    public TestBank Bank => bank;

    /// <summary>A browser with no cookies at a terminal of its own.</summary>
    public PageClient NewBrowser(string address = "http://localhost", string terminal = PageClient.DefaultTerminal) =>
        new(this, address, terminal);

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.ConfigureServices(all =>
        {
            all.RemoveAll<TimeProvider>();
            all.AddSingleton<TimeProvider>(Clock);
            all.AddTransient<IStartupFilter, TerminalOfHeader>();
            all.Remove(all.Single(service => service.ImplementationType == typeof(MailSender))); // mails wait until a test looks at them
            services?.Invoke(all);
        });
    }

    // Given like the command line, so that they are there before the program is built: it opens its log files then.
    /// <inheritdoc />
    protected override IHost CreateHost(IHostBuilder builder)
    {
        var all = new Dictionary<string, string?>
        {
            ["environment"] = "Development",
            ["hostBuilder:reloadConfigOnChange"] = "false",
            ["BankAdmin:Security:PasswordRounds"] = TestBank.PasswordRounds.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var (key, value) in bank.SettingsWith(settings))
        {
            all[key.Replace("__", ":", StringComparison.Ordinal)] = value;
        }

        builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(all));
        return base.CreateHost(builder);
    }

    // There is no network below a test server, so no address a request came from and no handshake: the client says it.
    private sealed class TerminalOfHeader : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                http.Connection.RemoteIpAddress ??= IPAddress.TryParse(http.Request.Headers[PageClient.TerminalHeader], out var terminal)
                    ? terminal : null;
                if (http.Request.Headers[PageClient.CertificateHeader] is [{ } certificate])
                {
                    http.Connection.ClientCertificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(certificate));
                }

                return rest(http);
            });
            next(app);
        };
    }
}
