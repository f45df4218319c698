using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Fees;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BankAdmin.Infrastructure.Persistence.Configurations;

internal sealed class FeeConfiguration : IEntityTypeConfiguration<FeeTable>, IEntityTypeConfiguration<StandardFees>
{
    public void Configure(EntityTypeBuilder<FeeTable> builder)
    {
        builder.ToTable("FeeTables");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasOne<Company>().WithMany().HasForeignKey(t => t.CompanyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => new { t.CompanyId, t.Kind }).IsUnique();
        builder.Ignore(t => t.Own);
        builder.OwnsMany<FeeTableBand>("bands", band => Bands(band, "FeeTableBands"));
    }

    public void Configure(EntityTypeBuilder<StandardFees> builder)
    {
        builder.ToTable("StandardFees");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Version).IsConcurrencyToken();
        builder.HasIndex(f => f.EffectiveFrom).IsUnique();
        builder.Ignore(f => f.Schedule);
        builder.OwnsMany<FeeTableBand>("bands", band => Bands(band, "StandardFeesBands"));
    }

    private static void Bands<TOwner>(OwnedNavigationBuilder<TOwner, FeeTableBand> band, string table)
        where TOwner : class
    {
        band.ToTable(table).HasKey(b => new { b.TableId, b.Position });
        band.WithOwner().HasForeignKey(b => b.TableId);
        band.Property(b => b.Position).ValueGeneratedNever();
        band.Ignore(b => b.Band);
    }
}
