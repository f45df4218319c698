using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using BankAdmin.Infrastructure.Telemetry;
using Xunit;

namespace BankAdmin.Web.Tests.Telemetry;

/// <summary>Meters belong to the process: whoever reads them runs while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeterCollection
{
    public const string Name = "Meters";
}

/// <summary>What the program's own meters measure, one line a measurement: instrument, value, tags.</summary>
internal sealed class Measured : IDisposable
{
    private readonly ConcurrentQueue<string> lines = [];
    private readonly MeterListener listener = new();

    public Measured()
    {
        listener.InstrumentPublished = (instrument, meters) =>
        {
            if (instrument.Meter.Name == BankAdminMeters.Name)
            {
                meters.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => lines.Enqueue(
            string.Join(' ', [instrument.Name, value.ToString(CultureInfo.InvariantCulture), .. tags.ToArray().Select(tag => tag.Value)])));
        listener.Start();
    }

    /// <summary>Those of one instrument, in their order.</summary>
    public IReadOnlyList<string> Of(string instrument) =>
        lines.Where(line => line.StartsWith(instrument + " ", StringComparison.Ordinal)).ToList();

    public void Dispose() => listener.Dispose();
}
