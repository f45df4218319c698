using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Seeds;

namespace BankAdmin.Web.Hosting;

/// <summary>In development nobody has to prepare anything: keys, schema and demo data are made on the first start.</summary>
public sealed class DevelopmentStart(
    Settings settings, BankAdminDatabase database, DatabaseMigrator migrator, PasswordHashing hashing, TimeProvider clock)
{
    /// <summary>
    /// Makes what is missing. Of two nodes that start at once the second waits: it must find the first's keys, not make others.
    /// </summary>
    public Task PrepareAsync(CancellationToken ct) => migrator.AloneAsync(
        async () =>
        {
            CreateKeys(settings.KeyFolder, clock);
            await migrator.ApplyAsync(ct);
            return await new DemoSeed(database, hashing, settings.Bank, clock).FillAsync(ct);
        },
        ct);

    /// <summary>Makes the keys that are missing; returns their purposes.</summary>
    public static IReadOnlyList<string> CreateKeys(string folder, TimeProvider clock) =>
        new[] { MasterKeys.Purpose, HistoryKeys.Purpose }
            .Where(purpose => KeyFiles.CreateIfMissing(folder, purpose, clock.GetUtcNow())).ToList();
}
