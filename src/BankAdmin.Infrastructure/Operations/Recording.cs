using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Operations;

/// <summary>
/// Records of what changes nothing else: a print, an export, a refusal (inquiries: <see cref="InquiryLog"/>). Where another commit of the
/// same chain came first they try again, as commits of wizards do; nobody is told of a race they did not know they were in.
/// </summary>
public static class Recording
{
    private const int Tries = 5;

    /// <summary>Records it by who acts.</summary>
    public static Task RecordAsync(this BankAdminDbContext context, OperationEvent happened, CancellationToken ct) =>
        context.RetryAsync(() =>
        {
            context.Record(happened);
            return context.SaveChangesAsync(ct);
        });

    /// <summary>Records it by somebody else than who acts here.</summary>
    public static Task RecordAsync(
        this BankAdminDbContext context, OperationEvent happened, Person by, Guid chainId, CancellationToken ct) => context.RetryAsync(() =>
        {
            context.Record(happened, by, chainId);
            return context.SaveChangesAsync(ct);
        });

    /// <summary>Records it with a 受付番号 and the receipt that is written for it.</summary>
    public static Task<Receipt> RecordWithReceiptAsync(
        this BankAdminDbContext context, OperationEvent holder, ReceiptWriter write, CancellationToken ct) =>
        context.RetryAsync(() => context.SaveWithReceiptAsync(holder, write, ct));

    /// <summary>Does a save again, from reading on, where somebody saved first.</summary>
    public static async Task<T> RetryAsync<T>(this BankAdminDbContext context, Func<Task<T>> save)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await save();
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                context.ChangeTracker.Clear();
            }
        }
    }
}
