using BankAdmin.Domain;
using BankAdmin.Infrastructure.History;
using BankAdmin.Infrastructure.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BankAdmin.Infrastructure.Persistence.Configurations;

internal sealed class OperationConfiguration :
    IEntityTypeConfiguration<OperationRecord>, IEntityTypeConfiguration<ChainHead>, IEntityTypeConfiguration<ReceiptDay>,
    IEntityTypeConfiguration<HistoryBlock>, IEntityTypeConfiguration<ChainVerification>, IEntityTypeConfiguration<ChainBase>
{
    public const string Table = "OperationRecords";

    private const int SealLength = 32;
    private const int NameLength = 120;

    public void Configure(EntityTypeBuilder<OperationRecord> builder)
    {
        // EF must know of the trigger: it may not use OUTPUT on SQL Server then.
        builder.ToTable(Table, table => table.HasTrigger("TR_OperationRecords_AppendOnly"));
        builder.HasKey(r => new { r.ChainId, r.Sequence });
        builder.Property(r => r.Sequence).ValueGeneratedNever();
        builder.Property(r => r.OperatorLoginId).HasMaxLength(40);
        builder.Property(r => r.OperatorName).HasMaxLength(NameLength);
        builder.Property(r => r.Terminal).HasMaxLength(64);
        builder.Property(r => r.Code).HasMaxLength(40);
        builder.Property(r => r.ErrorCodes).HasMaxLength(400);
        builder.Property(r => r.ReceiptNumber).HasMaxLength(15).UseKeyCollation();
        builder.Property(r => r.Payload).HasMaxLength(OperationRecord.PayloadMaxLength);
        builder.Property(r => r.NameKey).HasMaxLength(NameLength * SearchKey.UnitsPerCharacter).UseKeyCollation();
        builder.Property(r => r.Subject).HasMaxLength(240);
        builder.Property(r => r.SubjectKey).HasMaxLength(60).UseKeyCollation();
        builder.Property(r => r.ReceiptOf).HasMaxLength(15).UseKeyCollation();
        builder.Property(r => r.SearchText).HasMaxLength(OperationText.MaxLength).UseKeyCollation();
        builder.Property(r => r.KeyId).HasMaxLength(40);
        builder.Property(r => r.PreviousSeal).HasMaxLength(SealLength);
        builder.Property(r => r.Seal).HasMaxLength(SealLength);
        builder.HasIndex(r => r.ReceiptNumber).IsUnique().HasFilter("\"ReceiptNumber\" IS NOT NULL");
        builder.HasIndex(r => new { r.ChainId, r.OperatorId, r.Code, r.Sequence });
        // the order in which a company's history is shown, and the bank's
        builder.HasIndex(r => new { r.ChainId, r.OccurredAtUtc, r.Sequence });
        builder.HasIndex(r => new { r.OccurredAtUtc, r.ChainId, r.Sequence });
    }

    public void Configure(EntityTypeBuilder<ChainHead> builder)
    {
        builder.ToTable("ChainHeads").HasKey(h => h.ChainId);
        builder.Property(h => h.ChainId).ValueGeneratedNever();
        builder.Property(h => h.Seal).HasMaxLength(SealLength);
    }

    public void Configure(EntityTypeBuilder<HistoryBlock> builder)
    {
        builder.ToTable("HistoryBlocks").HasKey(b => new { b.ChainId, b.Number });
        builder.Property(b => b.Number).ValueGeneratedNever();
        builder.Property(b => b.Signature).HasMaxLength(HistorySignature.MaxBytes);
        builder.HasIndex(b => new { b.ChainId, b.LastAtUtc });
        builder.HasIndex(b => new { b.ChainId, b.FirstAtUtc });
    }

    public void Configure(EntityTypeBuilder<ChainVerification> builder)
    {
        builder.ToTable("ChainVerifications").HasKey(v => v.ChainId);
        builder.Property(v => v.ChainId).ValueGeneratedNever();
        builder.Property(v => v.Fault).HasMaxLength(ChainVerification.FaultMaxLength);
    }

    public void Configure(EntityTypeBuilder<ChainBase> builder)
    {
        builder.ToTable("ChainBases").HasKey(b => b.ChainId);
        builder.Property(b => b.ChainId).ValueGeneratedNever();
        builder.Property(b => b.Seal).HasMaxLength(SealLength);
        builder.Property(b => b.KeyId).HasMaxLength(40);
        builder.Property(b => b.Proof).HasMaxLength(SealLength);
    }

    public void Configure(EntityTypeBuilder<ReceiptDay> builder) =>
        builder.ToTable("ReceiptDays").HasKey(d => d.Day);
}
