using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Seeds;

namespace BankAdmin.Web.Hosting;

/// <summary>In development nobody has to prepare anything: keys, schema and demo data are made on the first start.</summary>
public sealed class DevelopmentStart(
    Settings settings, BankAdminDatabase database, DatabaseMigrator migrator, PasswordHashing hashing, TimeProvider clock)
{
    /// <summary>Makes what is missing.</summary>
    public async Task PrepareAsync(CancellationToken ct)
    {
        CreateKeys(settings.KeyFolder, clock);
        await migrator.MigrateAsync(ct);
        await new DemoSeed(database, hashing, settings.Bank, clock).FillAsync(ct);
    }

    /// <summary>Makes the keys that are missing; returns their purposes.</summary>
    public static IReadOnlyList<string> CreateKeys(string folder, TimeProvider clock) =>
        new[] { MasterKeys.Purpose, HistoryKeys.Purpose }.Where(purpose => KeyFiles.CreateIfMissing(folder, purpose, clock.GetUtcNow())).ToList();
}
