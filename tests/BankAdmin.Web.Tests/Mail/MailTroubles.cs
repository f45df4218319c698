using System.Data.Common;
using BankAdmin.Infrastructure.Mail;
using BankAdmin.Web.Tests.Wizards;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BankAdmin.Web.Tests.Mail;

/// <summary>Both nodes want the first mail in the same moment, then the second, and so on.</summary>
internal sealed class ClaimsAtOnce(IReadOnlyList<MeetingPoint> claims) : DbCommandInterceptor
{
    private int next;

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.StartsWith("UPDATE", StringComparison.Ordinal))
        {
            await claims[next++].ArriveAsync();
        }

        return result;
    }
}

internal sealed class TroubleAtFirst(DbException locked) : DbCommandInterceptor
{
    private int looks;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default) => ++looks switch
        {
            1 => throw locked,
            2 => throw new InvalidOperationException("odd"),
            _ => ValueTask.FromResult(result),
        };
}

/// <summary>What is done again and again is done at once; what is waited for takes its time.</summary>
internal sealed class HastyClock : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        period == Timeout.InfiniteTimeSpan
            ? base.CreateTimer(callback, state, dueTime, period)
            : base.CreateTimer(callback, state, TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(10));
}

internal sealed class Unwilling : IMailDelivery
{
    public Task DeliverAsync(OutgoingMail mail, CancellationToken ct) => throw new MailRefusedException("not today");
}

/// <summary>Its node ends when the server has the mail and before the node can note it.</summary>
internal sealed class Dying(IMailDelivery delivery, CancellationTokenSource end) : IMailDelivery
{
    public async Task DeliverAsync(OutgoingMail mail, CancellationToken ct)
    {
        await delivery.DeliverAsync(mail, ct);
        await end.CancelAsync();
        throw new OperationCanceledException(end.Token);
    }
}
