using System.Collections.Concurrent;
using BankAdmin.Testing;
using BankAdmin.Testing.Volume;
using Xunit;

namespace BankAdmin.Web.Tests.Volume;

/// <summary>The large banks; each is opened when a test first asks for it.</summary>
[CollectionDefinition(Name)]
public sealed class VolumeCollection : ICollectionFixture<VolumeBanks>
{
    public const string Name = "Volume";
}

/// <summary>A large bank, the program on it, and what its requests cost.</summary>
public sealed record VolumeBank(TestBank Bank, TestApp App, WorkCounter Counter);

public sealed class VolumeBanks : IAsyncDisposable
{
    private const string Switch = "BANKADMIN_VOLUME";

    private readonly ConcurrentDictionary<Scale, Lazy<Task<VolumeBank>>> open = new();

    /// <summary>Both scales: the long one when BANKADMIN_VOLUME says so.</summary>
    public static TheoryData<Scale> Scales =>
    [
        new TheoryDataRow<Scale>(Scale.Everyday),
        new TheoryDataRow<Scale>(Scale.Long)
        {
            Skip = Environment.GetEnvironmentVariable(Switch) == "1" ? null : $"The long part: {Switch}=1 runs it (docs/development.md).",
        },
    ];

    public Task<VolumeBank> OpenAsync(Scale scale = Scale.Everyday) => open.GetOrAdd(scale, wanted => new Lazy<Task<VolumeBank>>(async () =>
    {
        var bank = await TestBank.OpenAsync(VolumeSize.Of(wanted));
        var counter = new WorkCounter();
        return new VolumeBank(bank, new TestApp(bank, services: counter.Join), counter);
    })).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var opened in open.Values)
        {
            var (bank, app, _) = await opened.Value;
            await app.DisposeAsync();
            bank.Dispose();
        }
    }
}
