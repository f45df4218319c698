using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace BankAdmin.Infrastructure.Persistence;

/// <summary>
/// The database. What it shows is cut to the company of the <see cref="OperationContext"/>, or is everything: that is
/// fixed when it is opened. What it saves is sealed into the history in the same transaction, and a change of an aggregate
/// that recorded nothing is refused.
/// </summary>
public abstract partial class BankAdminDbContext(DbContextOptions options, ContextParts parts) : DbContext(options)
{
    private readonly OperationContext operation = parts.Operation;
    private readonly OperationSealer sealer = parts.Sealer;

    // Not the empty key: that is the bank's own chain.
    private static readonly Guid Nobody = Guid.AllBitsSet;

    private readonly List<PendingOperation> recorded = [];
    private readonly List<Func<CancellationToken, Task>> beforeRows = [];
    private readonly List<Func<CancellationToken, Task>> afterRows = [];

    /// <summary>What is seen; part of the key of the model.</summary>
    public CompanyScope Scope => parts.Scope;

    /// <summary>The company that is seen; a key that none has, while nobody is known. Read by the query filters.</summary>
    public Guid SeenCompanyId => operation.CompanyId ?? Nobody;

    /// <summary>Puts what has no aggregate (a login, an inquiry, a refusal) into the chain of who acts.</summary>
    /// <param name="happened">What happened.</param>
    public void Record(OperationEvent happened) => Record(happened, operation.Person, operation.CompanyId ?? ChainHead.Bank);

    /// <summary>Records what happens without a session, or by somebody else than who acts here.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="chainId">The chain: a company's key, or <see cref="ChainHead.Bank"/>.</param>
    public void Record(OperationEvent happened, Person by, Guid chainId) => Record(Pending(happened, by, chainId));

    /// <summary>Records what somebody did, at a time of its own where it has one.</summary>
    public void Record(PendingOperation operation) => recorded.Add(operation);

    /// <summary>
    /// Does something in the transaction of the next save, after its rows are written and while the chains it writes to
    /// are held: statements that belong to it, and looks at what must hold over many rows. Throwing undoes the save.
    /// </summary>
    public void AfterRows(Func<CancellationToken, Task> work) => afterRows.Add(work);

    /// <summary>
    /// Refuses the next save unless something holds once its rows are written. All commits of a company queue at its
    /// chain, so that what is seen there stays true until the commit.
    /// </summary>
    public void RequireAfterRows(Func<CancellationToken, Task<bool>> holds) => AfterRows(ct => RefuseUnlessAsync(holds, ct));

    /// <summary>
    /// Undoes the next save with <see cref="RefusedAfterRowsException"/> where there are violations, and after all else held:
    /// what they say is told to nobody whose save would not have been stored without them.
    /// </summary>
    public void FailIfAllElseHolds(IReadOnlyList<Violation> violations)
    {
        if (violations.Count > 0)
        {
            AfterRows(_ => throw new RefusedAfterRowsException(violations));
        }
    }

    /// <summary>Does something in the transaction of the next save, before its rows are written and while its chains are held.</summary>
    public void BeforeRows(Func<CancellationToken, Task> work) => beforeRows.Add(work);

    /// <summary>
    /// Refuses the next save unless something holds before its rows are written, while its chains are held: who acts may
    /// still do so, whatever was committed since their request came.
    /// </summary>
    public void RequireBeforeRows(Func<CancellationToken, Task<bool>> holds) => BeforeRows(ct => RefuseUnlessAsync(holds, ct));

    /// <summary>
    /// Saves, and gives an event a 受付番号 and the receipt that is written for it. It stands first in its chain; what the
    /// aggregates say of the same save follows and points to it.
    /// </summary>
    public async Task<Receipt> SaveWithReceiptAsync(OperationEvent holder, ReceiptWriter write, CancellationToken ct)
    {
        if (Database.CurrentTransaction is not null)
        {
            throw new InvalidOperationException("A 受付番号 is taken before the transaction it is used in.");
        }

        Receipt? receipt = null;
        var number = await parts.Numbers.NextAsync(sealer.UtcNow, ct);
        var pending = Pending(holder, operation.Person, operation.CompanyId ?? ChainHead.Bank);
        recorded.Insert(0, pending);
        await SaveAsync(new PendingReceipt(pending, number, (given, atUtc) => receipt = write(given, atUtc)), ct);
        return receipt!;
    }

    /// <summary>Begins a transaction; where the process's writers queue, when it is its turn.</summary>
    public async Task<OwnTransaction> BeginAsync(CancellationToken ct)
    {
        var turn = await EnterAsync(ct);
        try
        {
            return new OwnTransaction(await Database.BeginTransactionAsync(ct), turn);
        }
        catch
        {
            turn?.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        SaveAsync(null, cancellationToken);

    /// <inheritdoc />
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        if (recorded.Count > 0 || ChangeTracker.Entries<AggregateRoot>().Any())
        {
            throw new NotSupportedException("What goes into the history is saved asynchronously.");
        }

        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.Configure(configurationBuilder);

    // Here and not where the options are made: no context may be given the model of another scope.
    /// <inheritdoc />
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.ReplaceService<IModelCacheKeyFactory, ModelOfScope>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BankAdminDbContext).Assembly);
        if (Scope == CompanyScope.One)
        {
            Conventions.ScopeToCompany(modelBuilder, this);
        }

        Conventions.NameEnums(modelBuilder);
        Conventions.LimitSignatures(modelBuilder);
        Conventions.CollateKeys(modelBuilder, Engine.Of(this));
        Conventions.LimitStrings(modelBuilder, Engine.Of(this));
    }

    private async Task<int> SaveAsync(PendingReceipt? receipt, CancellationToken ct)
    {
        SaveGuard.Check(ChangeTracker.Entries(), Scope == CompanyScope.One ? SeenCompanyId : null);
        SignChanges();
        var (pending, changes) = TakePending();
        var work = afterRows.ToList();
        afterRows.Clear();
        var first = beforeRows.ToList();
        beforeRows.Clear();
        if (pending.Count == 0)
        {
            if (work.Count + first.Count > 0)
            {
                throw new InvalidOperationException("There is work beside a save that records nothing.");
            }

            using var turn = Database.CurrentTransaction is null ? await EnterAsync(ct) : null;
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, ct);
        }

        // An outer transaction is a seed that is all or nothing; else the save is its own.
        await using var own = Database.CurrentTransaction is null ? await BeginAsync(ct) : null;
        await sealer.SealAsync(this, pending, receipt, ct);
        foreach (var step in first)
        {
            await step(ct);
        }

        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, ct);
        foreach (var step in work)
        {
            await step(ct);
        }

        if (own is not null)
        {
            await operation.CommitAsync(own.Transaction, changes);
        }

        return rows;
    }

    private async Task<IDisposable?> EnterAsync(CancellationToken ct) => parts.Queue is null ? null : await parts.Queue.EnterAsync(ct);

    private static async Task RefuseUnlessAsync(Func<CancellationToken, Task<bool>> holds, CancellationToken ct)
    {
        if (!await holds(ct))
        {
            throw new RaceLostException();
        }
    }

    private void SignChanges()
    {
        var now = operation.HappenedAtUtc ?? sealer.UtcNow;
        foreach (var changed in ChangeTracker.Entries<AggregateRoot>().Where(entry => entry.State == EntityState.Modified))
        {
            changed.Entity.Sign(operation.Person.Signature, now);
        }
    }

    // Beside changes the history holds what was looked at, printed or refused: nobody who asks whether anything was changed means that.
    private (List<PendingOperation> Pending, bool Changes) TakePending()
    {
        var ofAggregates = ChangeTracker.Entries<AggregateRoot>().SelectMany(entry => entry.Entity.TakeEvents().Select(happened =>
            Pending(happened, operation.Person, (entry.Entity as ICompanyOwned)?.CompanyId ?? ChainHead.Bank))).ToList();
        var changes = ofAggregates.Count > 0 || recorded.Any(pending => pending.Happened is OperationCompleted);
        var pending = recorded.Concat(ofAggregates).ToList();
        recorded.Clear();
        return (pending, changes);
    }

    private PendingOperation Pending(OperationEvent happened, Person by, Guid chain) => new(chain, by, happened, operation.HappenedAtUtc);
}

/// <summary>Everything held, and then this: the save is undone.</summary>
public sealed class RefusedAfterRowsException(IReadOnlyList<Violation> violations) : Exception("Refused at last.")
{
    /// <summary>The rules the save broke.</summary>
    public IReadOnlyList<Violation> Violations => violations;
}

/// <summary>Somebody else's commit took what this one needed: read again and decide anew.</summary>
public sealed class RaceLostException() : DbUpdateException("Another commit came first.");
