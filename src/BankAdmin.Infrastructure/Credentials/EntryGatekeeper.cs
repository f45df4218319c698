using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Credentials;

/// <summary>What became of an entry.</summary>
/// <param name="Gate">Whether entries were judged at all.</param>
/// <param name="Right">Whether it was right; never true during a 一時停止.</param>
/// <param name="Count">The figures after it.</param>
public sealed record EntryVerdict(EntryGate Gate, bool Right, WrongEntries Count)
{
    /// <summary>Whether it is this entry that made a 一時停止 or a 利用停止.</summary>
    public bool ClosedGate => Gate == EntryGate.Open && !Right && (Count.Stopped || Count.PausedUntilUtc is not null);
}

/// <summary>
/// Counts wrong entries on every node alike: one conditional statement a try, so that fifty parallel guesses count as
/// fifty (rules: spec rules.md §5, quality.md §2). It saves apart from everything else: nothing gives a count back.
/// </summary>
public sealed class EntryGatekeeper(BankAdminDbContext context, TimeProvider clock, BankParameters bank)
{
    /// <summary>
    /// Judges an entry and counts it. The verdict holds only if the gate is still open when it is counted: of many
    /// parallel guesses no more are answered than one after the other would be.
    /// </summary>
    public async Task<EntryVerdict> JudgeAsync(Guid subjectId, EntryKind kind, Func<Task<bool>> isRight)
    {
        if (await ReadAsync(subjectId, kind) is { } early && GateNow(early.Count) == EntryGate.Paused)
        {
            return new EntryVerdict(EntryGate.Paused, Right: false, early.Count);
        }

        var right = await isRight();
        while (true)
        {
            var row = await ReadAsync(subjectId, kind);
            var count = row?.Count ?? WrongEntries.Clear;
            var gate = GateNow(count);
            if (gate != EntryGate.Open || (right && count == WrongEntries.Clear))
            {
                return new EntryVerdict(gate, right && gate != EntryGate.Paused, count);
            }

            if (row is null)
            {
                await InsertClearAsync(subjectId, kind);
                continue;
            }

            // Losing the race means that another entry was counted: soon the gate closes or the count is clear. No endless loop.
            var next = right ? WrongEntries.Clear : count.CountedAt(Now, PolicyOf(kind));
            if (await StoreAsync(Rows(subjectId, kind).Where(c => c.Revision == row.Revision), next))
            {
                return new EntryVerdict(gate, right, next);
            }
        }
    }

    /// <summary>Whether entries are judged now.</summary>
    public async Task<EntryGate> GateAsync(Guid subjectId, EntryKind kind) =>
        await ReadAsync(subjectId, kind) is { } row ? GateNow(row.Count) : EntryGate.Open;

    /// <summary>Sets the figures, as 利用停止解除 and seeds do.</summary>
    public async Task SetAsync(Guid subjectId, EntryKind kind, WrongEntries count)
    {
        await InsertClearAsync(subjectId, kind);
        await StoreAsync(Rows(subjectId, kind), count);
    }

    /// <summary>Clears the figures; takes part in the transaction of the context, if there is one.</summary>
    public Task ClearAsync(Guid subjectId, EntryKind kind) => StoreAsync(Rows(subjectId, kind), WrongEntries.Clear);

    /// <summary>Begins a counter unless it is there; the same words on every engine.</summary>
    public static FormattableString InsertStatement(Guid subjectId, string kind, DateTime nowUtc) =>
        $"""
        INSERT INTO "EntryCounters" ("SubjectId", "Kind", "Failures", "Pauses", "PausedUntilUtc", "Stopped", "Revision", "LastAtUtc")
        SELECT {subjectId}, {kind}, 0, 0, NULL, {false}, 0, {nowUtc}
        WHERE NOT EXISTS (SELECT 1 FROM "EntryCounters" WHERE "SubjectId" = {subjectId} AND "Kind" = {kind})
        """;

    private LockoutPolicy PolicyOf(EntryKind kind) => kind == EntryKind.Code ? LockoutPolicy.OfCodes : bank.Lockout;

    private IQueryable<WrongEntryRow> Rows(Guid subjectId, EntryKind kind) =>
        context.WrongEntries.Where(c => c.SubjectId == subjectId && c.Kind == kind);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private EntryGate GateNow(WrongEntries count) => count.GateAt(Now);

    private Task<WrongEntryRow?> ReadAsync(Guid subjectId, EntryKind kind) => Rows(subjectId, kind).AsNoTracking().SingleOrDefaultAsync();

    // Nothing here is cancelled: a client that hangs up has guessed all the same.
    private async Task<bool> StoreAsync(IQueryable<WrongEntryRow> rows, WrongEntries count) =>
        await rows.ExecuteUpdateAsync(set => set
            .SetProperty(c => c.Failures, count.Failures).SetProperty(c => c.Pauses, count.Pauses)
            .SetProperty(c => c.PausedUntilUtc, count.PausedUntilUtc).SetProperty(c => c.Stopped, count.Stopped)
            .SetProperty(c => c.Revision, c => c.Revision + 1).SetProperty(c => c.LastAtUtc, Now)) > 0;

    private Task InsertClearAsync(Guid subjectId, EntryKind kind) =>
        context.InsertIfMissingAsync(InsertStatement(subjectId, kind.ToString(), Now), CancellationToken.None);
}
