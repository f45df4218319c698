using Serilog;
using Serilog.Events;

namespace BankAdmin.Web.Hosting;

/// <summary>Structured logs: on the console, and one file a day in the log folder.</summary>
public static class LogFiles
{
    private const int FilesKept = 31;

    /// <summary>Adds them; levels can be set under <c>Serilog</c>.</summary>
    public static void AddLogFiles(this WebApplicationBuilder builder)
    {
        var logs = Settings.Read(builder.Configuration).LogFolder;
        var logger = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Update", LogEventLevel.Fatal)
            .ReadFrom.Configuration(builder.Configuration)
            .WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture)
            .WriteTo.File(
                Path.Combine(logs, "bankadmin-.log"), rollingInterval: RollingInterval.Day, retainedFileCountLimit: FilesKept,
                shared: true, formatProvider: System.Globalization.CultureInfo.InvariantCulture)
            .CreateLogger();
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logger, dispose: true);
    }
}
