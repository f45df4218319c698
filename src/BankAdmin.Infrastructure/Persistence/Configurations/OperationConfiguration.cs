using BankAdmin.Infrastructure.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BankAdmin.Infrastructure.Persistence.Configurations;

internal sealed class OperationConfiguration :
    IEntityTypeConfiguration<OperationRecord>, IEntityTypeConfiguration<ChainHead>, IEntityTypeConfiguration<ReceiptDay>
{
    public const string Table = "OperationRecords";

    private const int SealLength = 32;

    public void Configure(EntityTypeBuilder<OperationRecord> builder)
    {
        // EF must know of the trigger: it may not use OUTPUT on SQL Server then.
        builder.ToTable(Table, table => table.HasTrigger("TR_OperationRecords_AppendOnly"));
        builder.HasKey(r => new { r.ChainId, r.Sequence });
        builder.Property(r => r.Sequence).ValueGeneratedNever();
        builder.Property(r => r.OperatorLoginId).HasMaxLength(40);
        builder.Property(r => r.OperatorName).HasMaxLength(120);
        builder.Property(r => r.Terminal).HasMaxLength(64);
        builder.Property(r => r.Code).HasMaxLength(40);
        builder.Property(r => r.ErrorCodes).HasMaxLength(400);
        builder.Property(r => r.ReceiptNumber).HasMaxLength(15).UseKeyCollation();
        builder.Property(r => r.Payload).HasMaxLength(OperationRecord.PayloadMaxLength);
        builder.Property(r => r.KeyId).HasMaxLength(40);
        builder.Property(r => r.PreviousSeal).HasMaxLength(SealLength);
        builder.Property(r => r.Seal).HasMaxLength(SealLength);
        builder.HasIndex(r => r.ReceiptNumber).IsUnique().HasFilter("\"ReceiptNumber\" IS NOT NULL");
        builder.HasIndex(r => new { r.ChainId, r.OperatorId, r.Code, r.Sequence });
    }

    public void Configure(EntityTypeBuilder<ChainHead> builder)
    {
        builder.ToTable("ChainHeads").HasKey(h => h.ChainId);
        builder.Property(h => h.ChainId).ValueGeneratedNever();
        builder.Property(h => h.Seal).HasMaxLength(SealLength);
    }

    public void Configure(EntityTypeBuilder<ReceiptDay> builder) =>
        builder.ToTable("ReceiptDays").HasKey(d => d.Day);
}
