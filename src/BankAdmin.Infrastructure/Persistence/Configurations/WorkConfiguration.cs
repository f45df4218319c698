using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Drafts;
using BankAdmin.Infrastructure.Mail;
using BankAdmin.Infrastructure.Notices;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BankAdmin.Infrastructure.Persistence.Configurations;

internal sealed class WorkConfiguration :
    IEntityTypeConfiguration<WizardDraft>, IEntityTypeConfiguration<SignInSession>,
    IEntityTypeConfiguration<WrongEntryRow>, IEntityTypeConfiguration<RepeatCount>, IEntityTypeConfiguration<OutgoingMail>,
    IEntityTypeConfiguration<DataProtectionKey>, IEntityTypeConfiguration<TokenSecret>, IEntityTypeConfiguration<Alert>,
    IEntityTypeConfiguration<Disclosure>
{
    public void Configure(EntityTypeBuilder<WizardDraft> builder)
    {
        builder.ToTable("WizardDrafts");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Wizard).HasMaxLength(60);
        builder.Property(d => d.Title).HasMaxLength(100);
        builder.Property(d => d.Path).HasMaxLength(200);
        builder.Property(d => d.Origin).HasMaxLength(WizardDraft.OriginMaxLength);
        builder.Property(d => d.Subject).HasMaxLength(WizardDraft.SubjectMaxLength);
        builder.Property(d => d.BaseJson).HasMaxLength(WizardDraft.JsonMaxLength);
        builder.Property(d => d.InputJson).HasMaxLength(WizardDraft.JsonMaxLength);
        builder.Property(d => d.ShownMarks).HasMaxLength(WizardDraft.JsonMaxLength);
        builder.Property(d => d.RefusalJson).HasMaxLength(WizardDraft.JsonMaxLength);
        builder.Property(d => d.Revision).IsConcurrencyToken();
        builder.Property(d => d.ReceiptNumber).HasMaxLength(15);
        builder.HasIndex(d => d.ExpiresAtUtc);
        builder.HasIndex(d => new { d.OwnerId, d.CompletedAtUtc });
        // for the sweeper
        builder.HasIndex(d => d.CompletedAtUtc);
    }

    public void Configure(EntityTypeBuilder<SignInSession> builder)
    {
        builder.ToTable("SignInSessions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Terminal).HasMaxLength(64);
        // one session per user, whatever races
        builder.HasIndex(s => s.UserId).IsUnique().HasFilter("\"EndedAtUtc\" IS NULL");
        // those that nobody uses any more
        builder.HasIndex(s => s.LastSeenAtUtc).HasFilter("\"EndedAtUtc\" IS NULL");
        // the last one, whether it is over or not
        builder.HasIndex(s => new { s.UserId, s.StartedAtUtc });
        // for the sweeper
        builder.HasIndex(s => s.StartedAtUtc);
    }

    public void Configure(EntityTypeBuilder<Disclosure> builder)
    {
        builder.ToTable("Disclosures").HasKey(d => d.SessionId);
        builder.Property(d => d.SessionId).ValueGeneratedNever();
        builder.Property(d => d.Box).HasMaxLength(Disclosure.BoxMaxLength);
        // for the sweeper
        builder.HasIndex(d => d.EndsAtUtc);
    }

    public void Configure(EntityTypeBuilder<WrongEntryRow> builder)
    {
        builder.ToTable("EntryCounters").HasKey(c => new { c.SubjectId, c.Kind });
        builder.Ignore(c => c.Count);
        builder.HasIndex(c => c.LastAtUtc);
    }

    public void Configure(EntityTypeBuilder<TokenSecret> builder)
    {
        builder.ToTable("TokenSecrets").HasKey(t => t.UserId);
        builder.Property(t => t.UserId).ValueGeneratedNever();
        builder.Property(t => t.Box).HasMaxLength(200);
        // whether anybody of a company holds one
        builder.HasIndex(t => t.CompanyId);
    }

    public void Configure(EntityTypeBuilder<RepeatCount> builder)
    {
        builder.ToTable("RepeatCounts").HasKey(c => c.Key);
        builder.Property(c => c.Key).HasMaxLength(64).UseKeyCollation();
        builder.HasIndex(c => c.FirstAtUtc);
    }

    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("OutgoingMails");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.To).HasMaxLength(OutgoingMail.ToMaxLength);
        builder.Property(m => m.Subject).HasMaxLength(OutgoingMail.SubjectMaxLength);
        builder.Property(m => m.Body).HasMaxLength(OutgoingMail.BodyMaxLength);
        builder.HasIndex(m => m.DueAtUtc);
    }

    public void Configure(EntityTypeBuilder<Alert> builder)
    {
        builder.ToTable("Alerts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Text).HasMaxLength(Alert.TextMaxLength);
        builder.HasIndex(a => new { a.UserId, a.AtUtc });
        // for the sweeper
        builder.HasIndex(a => a.AtUtc);
    }

    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.ToTable("DataProtectionKeys");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.FriendlyName).HasMaxLength(200);
        builder.Property(k => k.Xml).HasMaxLength(20_000);
    }
}
