using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;
using Xunit;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>kill -9 in the middle of commits (spec quality.md §1 and §3): all of a change or nothing of it.</summary>
public abstract class CrashTests(EngineNodes all, DatabaseProvider engine) : ProcessTest(all, engine)
{
    private static readonly TimeSpan LongestCommit = TimeSpan.FromSeconds(30);

    private int seenInLog;

    [Fact]
    public async Task A_server_killed_while_it_commits_leaves_whole_changes_or_none()
    {
        using var bank = await TestBank.OpenAsync(Engine);
        var scene = new CommitScene(bank);
        var server = await ServerProcess.StartAsync(bank);
        try
        {
            for (var round = 0; round < ProcessCollection.Rounds(3); round++)
            {
                await scene.PrepareAsync(server);
                await KillWithinCommitsAsync(bank, server, scene, round);
                await server.DisposeAsync();
                server = await ServerProcess.StartAsync(bank);
                await scene.ShouldBeWholeAsync(server);
            }
        }
        finally
        {
            await server.DisposeAsync();
        }

        ProcessCollection.Note($"{scene}; kills at the first byte in the log: {seenInLog}");
    }

    private async Task KillWithinCommitsAsync(TestBank bank, ServerProcess server, CommitScene scene, int round)
    {
        var duration = await scene.MeasureAsync(server);
        var isWritten = bank.WatchWrites();
        var all = scene.SendAll(server);
        if (round % 2 == 0)
        {
            Moments.SpinFor(duration * Moments.Fraction(round / 2) * 3, until: all);
        }
        else
        {
            // Whatever is first seen in the write-ahead log is the beginning of a commit.
            seenInLog += Moments.SpinUntilSeen(isWritten, until: all, LongestCommit) ? 1 : 0;
        }

        server.Kill();
        await server.KillAsync();
        await Moments.IsLostAsync(all);
    }
}
