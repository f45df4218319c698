using BankAdmin.Infrastructure.Certificates;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Seeds;

namespace BankAdmin.Web.Hosting;

/// <summary>In development nobody has to prepare anything: keys, schema and demo data are made on the first start.</summary>
public sealed class DevelopmentStart(
    Settings settings, BankAdminDatabase database, DatabaseMigrator migrator, SeedParts seeds, TimeProvider clock)
{
    /// <summary>
    /// Makes what is missing. Of two nodes that start at once the second waits: it must find the first's keys, not make others.
    /// </summary>
    public Task PrepareAsync(CancellationToken ct) => migrator.AloneAsync(
        async () =>
        {
            CreateKeys(settings.KeyFolder, clock);
            CreateAuthority(settings, clock);
            await migrator.ApplyAsync(ct);
            return await new DemoSeed(database, seeds, settings.Bank, clock).FillAsync(ct);
        },
        ct);

    /// <summary>Makes the authority for client certificates unless it is there; its key is kept under the master key.</summary>
    public static bool CreateAuthority(Settings settings, TimeProvider clock) => CertificateAuthority.CreateIfMissing(
        settings.CaFolder, new MasterKeys(settings.KeyFolder), settings.Bank.Name, clock.GetUtcNow());

    /// <summary>What there are keys for.</summary>
    public static readonly IReadOnlyList<string> KeyPurposes = [MasterKeys.Purpose, HistoryKeys.Purpose];

    /// <summary>Makes the keys that are missing; returns their purposes.</summary>
    public static IReadOnlyList<string> CreateKeys(string folder, TimeProvider clock) =>
        KeyPurposes.Where(purpose => KeyFiles.CreateIfMissing(folder, purpose, clock.GetUtcNow())).ToList();
}
