using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.History;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.OperationHistory.Shared;

/// <summary>
/// What of their company's history somebody may see: the last days, and without 全操作履歴照会 only what was done by or under their own
/// login ID (rule: spec rules.md §1, rulings.md „History“). Every page of the history asks here.
/// </summary>
public sealed class CompanyHistory(BankAdminDbContext context, CurrentSession session, BankParameters bank, TimeProvider clock)
{
    public DateOnly Today => JapanTime.Day(clock.GetUtcNow().UtcDateTime);

    /// <summary>The first day that is shown.</summary>
    public DateOnly FirstDay => Today.AddDays(1 - bank.HistoryDays);

    public bool SeesAll => session.Require().SeesAllHistory;

    /// <summary>All that they may see of those days.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    public HistoryConditions Between(DateOnly from, DateOnly to) =>
        new(session.RequirePerson().CompanyId!.Value, JapanTime.StartUtc(from), JapanTime.EndUtc(to))
        {
            OwnOf = SeesAll ? null : session.RequirePerson().Id,
        };

    /// <summary>The record with that 受付番号; null: there is none that they may see.</summary>
    public Task<OperationRecord?> FindAsync(string number, CancellationToken ct) =>
        Seen().SingleOrDefaultAsync(row => row.ReceiptNumber == number, ct);

    /// <summary>The record at that place of the chain.</summary>
    public Task<OperationRecord?> FindAsync(long sequence, CancellationToken ct) =>
        Seen().SingleOrDefaultAsync(row => row.Sequence == sequence, ct);

    /// <summary>A part of what was done under that 受付番号.</summary>
    public async Task<OperationRecord?> FindAsync(string number, int part, CancellationToken ct) =>
        await FindAsync(number, ct) is { } holder && part > 0
        && await FindAsync(holder.Sequence + part, ct) is { } record && record.ReceiptOf == number ? record : null;

    /// <summary>The parts of what was done under a 受付番号, in their order.</summary>
    public Task<List<HistoryRow>> PartsAsync(OperationRecord holder, int most, CancellationToken ct)
    {
        var (first, last) = (holder.Sequence + 1, holder.Sequence + most);
        return HistoryRows.ReadAsync(
            Seen().Where(row => row.Sequence >= first && row.Sequence <= last && row.ReceiptOf == holder.ReceiptNumber)
                .OrderBy(row => row.Sequence), ct);
    }

    /// <summary>What changed with those of the rows that have a result, by their place.</summary>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<SheetRow>>> ChangesAsync(
        IReadOnlyList<HistoryRow> rows, CancellationToken ct)
    {
        var numbers = rows.Select(row => row.ReceiptNumber).OfType<string>().ToList();
        var payloads = numbers.Count == 0 ? [] : await Seen()
            .Where(row => row.ReceiptNumber != null && numbers.Contains(row.ReceiptNumber))
            .Select(row => new { row.Sequence, row.Payload }).ToListAsync(ct);
        return payloads.ToDictionary(
            row => row.Sequence,
            row => (IReadOnlyList<SheetRow>)OperationPayload.Read(row.Payload).Receipt!.Sheet.Rows.Where(shown => shown.Changed).ToList());
    }

    private IQueryable<OperationRecord> Seen() => Between(FirstDay, Today).Apply(context.OperationRecords).AsNoTracking();
}
