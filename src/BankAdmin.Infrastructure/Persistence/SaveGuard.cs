using BankAdmin.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace BankAdmin.Infrastructure.Persistence;

/// <summary>The last look before a save: nothing of another company, and no change of an aggregate without its event.</summary>
public static class SaveGuard
{
    /// <summary>Throws when the save would break either. Each entry is looked at once, however many there are.</summary>
    /// <param name="tracked">Everything that is tracked.</param>
    /// <param name="onlyCompany">The one company of which anything may be saved; null: any.</param>
    /// <exception cref="InvalidOperationException">It would: a programming error.</exception>
    public static void Check(IEnumerable<EntityEntry> tracked, Guid? onlyCompany)
    {
        var changed = tracked.Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        var roots = new HashSet<Guid>();
        foreach (var entry in changed)
        {
            if (onlyCompany is not null && entry.Entity is ICompanyOwned owned && owned.CompanyId != onlyCompany)
            {
                throw new InvalidOperationException($"A {entry.Entity.GetType().Name} of another company would be saved.");
            }

            if (entry.Entity is AggregateRoot root)
            {
                RequireEvent(entry);
                roots.Add(root.Id);
            }
        }

        foreach (var part in changed.Where(IsPart))
        {
            if (!roots.Contains(RootIdOf(part)))
            {
                throw new InvalidOperationException($"A {part.Entity.GetType().Name} was changed and its aggregate recorded nothing.");
            }
        }
    }

    private static void RequireEvent(EntityEntry root)
    {
        var version = root.Property(nameof(AggregateRoot.Version));
        if (root.State != EntityState.Added && Equals(version.OriginalValue, version.CurrentValue))
        {
            throw new InvalidOperationException($"A {root.Entity.GetType().Name} was changed and recorded nothing.");
        }
    }

    private static bool IsPart(EntityEntry entry) =>
        entry.Entity is not AggregateRoot && entry.Entity.GetType().Namespace!.StartsWith("BankAdmin.Domain", StringComparison.Ordinal);

    // A part hangs on its root by a foreign key that is the root's key; the root changes with it because its version does.
    private static Guid RootIdOf(EntityEntry part)
    {
        if (part.Entity is IPartOfAggregate outliving)
        {
            return outliving.RootId;
        }

        var toRoot = part.Metadata.GetForeignKeys().First(key => typeof(AggregateRoot).IsAssignableFrom(key.PrincipalEntityType.ClrType));
        return (Guid)part.Property(toRoot.Properties[0].Name).CurrentValue!;
    }
}
