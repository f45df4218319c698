using BankAdmin.Infrastructure.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace BankAdmin.Web.Hosting;

/// <summary>Metrics and traces over OTLP, by OpenTelemetry's own settings; without an endpoint there is nothing of it.</summary>
public static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ServiceName = "OTEL_SERVICE_NAME";

    /// <summary>Adds it where an endpoint is configured.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[Endpoint]))
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(builder.Configuration[ServiceName] ?? "bankadmin"))
            .WithMetrics(metrics => metrics.AddMeter(BankAdminMeters.Name).AddAspNetCoreInstrumentation().AddRuntimeInstrumentation())
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddSqlClientInstrumentation().AddSource("Npgsql"))
            .UseOtlpExporter();
    }
}
