using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BankAdmin.Infrastructure.Persistence.Configurations;

internal sealed class CompanyConfiguration :
    IEntityTypeConfiguration<Company>, IEntityTypeConfiguration<ContractedService>,
    IEntityTypeConfiguration<BankAccount>, IEntityTypeConfiguration<Consignor>
{
    public void Configure(EntityTypeBuilder<Company> builder)
    {
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Property(c => c.ContractNumber).HasMaxLength(10).UseKeyCollation();
        builder.HasIndex(c => c.ContractNumber).IsUnique();
        // characters a person sees may be two code units; the column has room for them
        builder.Property(c => c.Name).HasMaxLength(CompanyInformation.NameMaxLength * JapaneseText.UnitsPerCharacter);
        builder.Property(c => c.NameKana).HasMaxLength(100);
        builder.ComplexProperty(c => c.Limits);
        builder.ComplexProperty(c => c.Ceilings);
        builder.Ignore(c => c.Services).Ignore(c => c.Accounts).Ignore(c => c.Consignors).Ignore(c => c.Information);
        Parts<ContractedService>(builder, "services");
        Parts<BankAccount>(builder, "accounts");
        Parts<Consignor>(builder, "consignors");
    }

    public void Configure(EntityTypeBuilder<ContractedService> builder)
    {
        builder.ToTable("ContractedServices").HasKey(s => new { s.CompanyId, s.Service });
    }

    public void Configure(EntityTypeBuilder<BankAccount> builder)
    {
        builder.ToTable("BankAccounts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.BranchCode).HasMaxLength(3);
        builder.Property(a => a.BranchName).HasMaxLength(60);
        builder.Property(a => a.Kind).HasMaxLength(10);
        builder.Property(a => a.Number).HasMaxLength(7);
        builder.Property(a => a.Memo).HasMaxLength(BankAccount.MemoMaxLength * JapaneseText.UnitsPerCharacter);
        builder.ComplexProperty(a => a.Ceilings);
        builder.ComplexProperty(a => a.Limits);
        builder.Ignore(a => a.Key).Ignore(a => a.Name);
        builder.HasIndex(a => new { a.CompanyId, a.BranchCode, a.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Consignor> builder)
    {
        builder.ToTable("Consignors");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Code).HasMaxLength(10);
        builder.Property(c => c.Name).HasMaxLength(100);
        builder.Property(c => c.Memo).HasMaxLength(Consignor.MemoMaxLength * JapaneseText.UnitsPerCharacter);
    }

    // A company is always read whole: its rules look at all of its parts.
    private static void Parts<TPart>(EntityTypeBuilder<Company> builder, string field)
        where TPart : class
    {
        builder.HasMany(typeof(TPart), field).WithOne().HasForeignKey("CompanyId").OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(field).AutoInclude();
    }
}
