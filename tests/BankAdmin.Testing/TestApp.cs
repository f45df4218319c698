using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BankAdmin.Testing;

/// <summary>The program on a <see cref="TestBank"/>; two of them on one bank are two nodes.</summary>
public sealed class TestApp(TestBank bank, TestClock? clock = null, IReadOnlyDictionary<string, string>? settings = null)
    : WebApplicationFactory<Program>
{
    /// <summary>Its clock.</summary>
    public TestClock Clock { get; } = clock ?? new TestClock();

    /// <summary>Its bank.</summary>
    public TestBank Bank => bank;

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("BankAdmin:DataFolder", bank.Folder);
        builder.UseSetting("BankAdmin:Security:PasswordRounds", TestBank.PasswordRounds.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Clock);
        });
    }
}
