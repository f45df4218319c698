using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Fees;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Certificates;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Drafts;
using BankAdmin.Infrastructure.History;
using BankAdmin.Infrastructure.Mail;
using BankAdmin.Infrastructure.Notices;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Sessions;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Persistence;

public abstract partial class BankAdminDbContext
{
    /// <summary>Companies with their contracts.</summary>
    public DbSet<Company> Companies => Set<Company>();

    /// <summary>Users of companies.</summary>
    public DbSet<User> Users => Set<User>();

    /// <summary>Fee tables of companies.</summary>
    public DbSet<FeeTable> FeeTables => Set<FeeTable>();

    /// <summary>Standard fee schedules.</summary>
    public DbSet<StandardFees> StandardFees => Set<StandardFees>();

    /// <summary>Drafts of wizards, open, executed and expired.</summary>
    public DbSet<WizardDraft> Drafts => Set<WizardDraft>();

    /// <summary>Sessions, open and over.</summary>
    public DbSet<SignInSession> Sessions => Set<SignInSession>();

    /// <summary>What result pages show once.</summary>
    public DbSet<Disclosure> Disclosures => Set<Disclosure>();

    /// <summary>Counters of wrong entries.</summary>
    public DbSet<WrongEntryRow> WrongEntries => Set<WrongEntryRow>();

    /// <summary>Secrets of tokens.</summary>
    public DbSet<TokenSecret> TokenSecrets => Set<TokenSecret>();

    /// <summary>Client certificates, valid and not.</summary>
    public DbSet<ClientCertificate> Certificates => Set<ClientCertificate>();

    /// <summary>The revocation list in force.</summary>
    public DbSet<RevocationListState> RevocationLists => Set<RevocationListState>();

    /// <summary>Counts of what strangers repeat.</summary>
    public DbSet<RepeatCount> RepeatCounts => Set<RepeatCount>();

    /// <summary>What people are told on their top pages.</summary>
    public DbSet<Alert> Alerts => Set<Alert>();

    /// <summary>Mails that wait to be delivered.</summary>
    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();

    /// <summary>The history; rows are added and never changed.</summary>
    public DbSet<OperationRecord> OperationRecords => Set<OperationRecord>();

    /// <summary>What the history is searched by.</summary>
    public DbSet<HistoryBlock> HistoryBlocks => Set<HistoryBlock>();

    /// <summary>When chains were verified last.</summary>
    public DbSet<ChainVerification> ChainVerifications => Set<ChainVerification>();

    /// <summary>Beginnings of chains whose oldest records are gone.</summary>
    public DbSet<ChainBase> ChainBases => Set<ChainBase>();

    /// <summary>Ends of the history's chains.</summary>
    public DbSet<ChainHead> ChainHeads => Set<ChainHead>();

    /// <summary>Serials of 受付番号.</summary>
    public DbSet<ReceiptDay> ReceiptDays => Set<ReceiptDay>();

    /// <summary>The data-protection ring.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();
}
