using BankAdmin.Domain.Credentials;
using BankAdmin.Infrastructure.Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BankAdmin.Infrastructure.Persistence.Configurations;

internal sealed class CertificateConfiguration : IEntityTypeConfiguration<ClientCertificate>, IEntityTypeConfiguration<RevocationListState>
{
    public void Configure(EntityTypeBuilder<ClientCertificate> builder)
    {
        builder.ToTable("ClientCertificates");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Serial).HasMaxLength(ClientCertificate.SerialLength).UseKeyCollation();
        builder.Property(c => c.Thumbprint).HasMaxLength(ClientCertificate.ThumbprintLength).UseKeyCollation();
        builder.HasIndex(c => c.Thumbprint).IsUnique();
        builder.HasIndex(c => c.UserId);
        // whether anybody of a company holds one
        builder.HasIndex(c => new { c.CompanyId, c.RevokedAtUtc });
        // for the revocation list
        builder.HasIndex(c => c.RevokedAtUtc);
    }

    public void Configure(EntityTypeBuilder<RevocationListState> builder)
    {
        builder.ToTable("RevocationLists");
        builder.Property(list => list.Id).ValueGeneratedNever();
    }
}
