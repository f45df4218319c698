using BankAdmin.Domain;
using BankAdmin.Infrastructure.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace BankAdmin.Infrastructure.Persistence;

/// <summary>The last look before a save: nothing of another company, and no change of an aggregate without its event.</summary>
public static class SaveGuard
{
    /// <summary>Throws when the save would break either.</summary>
    /// <exception cref="InvalidOperationException">It would: a programming error.</exception>
    public static void Check(ChangeTracker tracker, OperationContext operation)
    {
        var changed = tracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        foreach (var owned in changed.Select(entry => entry.Entity).OfType<ICompanyOwned>())
        {
            if (!operation.AllCompanies && owned.CompanyId != operation.CompanyId)
            {
                throw new InvalidOperationException($"A {owned.GetType().Name} of another company would be saved.");
            }
        }

        foreach (var entry in changed.Where(entry => entry.Entity.GetType().Namespace!.StartsWith("BankAdmin.Domain", StringComparison.Ordinal)))
        {
            if (Root(tracker, entry) is not { State: EntityState.Added or EntityState.Modified or EntityState.Deleted })
            {
                throw new InvalidOperationException($"A {entry.Entity.GetType().Name} was changed and its aggregate recorded nothing.");
            }
        }

        foreach (var root in changed.Where(entry => entry.Entity is AggregateRoot))
        {
            var version = root.Property(nameof(AggregateRoot.Version));
            if (root.State != EntityState.Added && Equals(version.OriginalValue, version.CurrentValue))
            {
                throw new InvalidOperationException($"A {root.Entity.GetType().Name} was changed and recorded nothing.");
            }
        }
    }

    // A part hangs on its root by a foreign key that is the root's key; the root changes with it because its version does.
    private static EntityEntry? Root(ChangeTracker tracker, EntityEntry entry)
    {
        if (entry.Entity is AggregateRoot)
        {
            return entry;
        }

        var toRoot = entry.Metadata.GetForeignKeys().First(key => typeof(AggregateRoot).IsAssignableFrom(key.PrincipalEntityType.ClrType));
        var rootId = entry.Property(toRoot.Properties[0].Name).CurrentValue;
        return tracker.Entries<AggregateRoot>().FirstOrDefault(root => root.Entity.Id.Equals(rootId));
    }
}
