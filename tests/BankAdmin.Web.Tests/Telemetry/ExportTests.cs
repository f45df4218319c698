using System.Collections.Concurrent;
using System.Text;
using BankAdmin.Testing;
using BankAdmin.Web.Tests.Scenes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Telemetry;

/// <summary>Metrics and traces leave the program where an endpoint is configured, and only there.</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task Without_an_endpoint_there_is_no_telemetry()
    {
        using var bank = await TestBank.OpenAsync();
        await using var app = new TestApp(bank);
        app.Services.GetService<MeterProvider>().ShouldBeNull();
        app.Services.GetService<TracerProvider>().ShouldBeNull();
    }

    [Fact]
    public async Task An_endpoint_gets_metrics_and_traces_and_no_text_that_was_typed()
    {
        await using var collector = await Collector.StartAsync();
        using var bank = await TestBank.OpenAsync();
        await using (var app = new TestApp(bank, settings: new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        }))
        {
            using var browser = app.NewBrowser();
            await browser.LogInAsync("sakura01");
            (await browser.ChangeCompanyAsync("sakura01", "companyLimits.bonus", "1234567")).Screen.ShouldBe("BKGK004");
        }

        collector.Received["/v1/metrics"].ShouldContain("bankadmin.commits");
        collector.Received["/v1/metrics"].ShouldContain("http.server.request.duration");
        collector.Received["/v1/traces"].ShouldContain("http.route");
        foreach (var secret in new[] { "sakura01", "Login001", "Confirm01", "1234567" })
        {
            string.Concat(collector.Received.Values).ShouldNotContain(secret);
        }
    }

    /// <summary>Takes what is exported.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly WebApplication app;

        private Collector(WebApplication app) => this.app = app;

        public ConcurrentDictionary<string, string> Received { get; } = new();

        public string Address => app.Urls.Single();

        public static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var collector = new Collector(builder.Build());
            collector.app.MapPost("/v1/{signal}", async (HttpRequest request) =>
            {
                using var body = new MemoryStream();
                await request.Body.CopyToAsync(body);
                collector.Received.AddOrUpdate(request.Path, Text(body), (_, before) => before + Text(body));
            });
            await collector.app.StartAsync();
            return collector;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private static string Text(MemoryStream body) => Encoding.Latin1.GetString(body.ToArray());
    }
}
