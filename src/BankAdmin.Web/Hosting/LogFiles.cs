using System.Globalization;
using BankAdmin.Infrastructure;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace BankAdmin.Web.Hosting;

/// <summary>
/// Structured logs: readable on the console, and one file a day in the log folder, a JSON object a line with its trace.
/// </summary>
public static class LogFiles
{
    private const int FilesKept = 31;

    /// <summary>Adds them; levels can be set under <c>Serilog</c>.</summary>
    public static void AddLogFiles(this WebApplicationBuilder builder)
    {
        var logs = Settings.Read(builder.Configuration).LogFolder;
        var logger = WithLevels(builder.Configuration)
            .WriteTo.Logger(console => console.Filter.ByExcluding(IsFailedStart)
                .WriteTo.Console(formatProvider: CultureInfo.InvariantCulture))
            .WriteTo.File(
                new RenderedCompactJsonFormatter(), Path.Combine(logs, "bankadmin-.log"), rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: FilesKept, shared: true)
            .CreateLogger();
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logger, dispose: true);
    }

    private static LoggerConfiguration WithLevels(IConfiguration configuration)
    {
        try
        {
            return new LoggerConfiguration()
                .MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Update", LogEventLevel.Fatal)
                .ReadFrom.Configuration(configuration);
        }
        catch (InvalidOperationException unreadable)
        {
            throw new CannotGoOnException($"設定 Serilog は使えません（{unreadable.Message}）。");
        }
    }

    // The program says it in a line; the trace is in the file.
    private static bool IsFailedStart(LogEvent told) => told.MessageTemplate.Text == "Hosting failed to start";
}
