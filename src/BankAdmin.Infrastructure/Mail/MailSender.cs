using System.Net.Sockets;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Telemetry;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BankAdmin.Infrastructure.Mail;

/// <summary>
/// Delivers the mails that are due, each at least once: a node that dies between delivery and deletion leaves a mail that
/// is delivered again, with the same ID.
/// </summary>
public sealed class MailSender(BankAdminDatabase database, IMailDelivery delivery, TimeProvider clock, ILogger<MailSender> logger)
    : PeriodicService(TimeSpan.FromSeconds(10), clock, logger)
{
    /// <summary>How long a mail belongs to the node that began its delivery. Longer than any delivery, else two deliver it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Age at which a mail that cannot be delivered is given up.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(3);

    private const int MostAtOnce = 50;
    private const int LongestPauseMinutes = 60;
    private static readonly TimeSpan LongestDelivery = TimeSpan.FromMinutes(1);

    private DateTime UtcNow => Clock.GetUtcNow().UtcDateTime;

    /// <summary>Delivers what is due, once; returns how many mails went out.</summary>
    public async Task<int> SendDueAsync(CancellationToken ct)
    {
        await using var context = database.OpenForSystem(Clock);
        BankAdminMeters.MailQueue.Record(await CountWaitingAsync(context, ct));
        var now = UtcNow;
        var due = await context.OutgoingMails.AsNoTracking().Where(mail => mail.DueAtUtc <= now)
            .OrderBy(mail => mail.DueAtUtc).ThenBy(mail => mail.Id).Take(MostAtOnce).ToListAsync(ct);
        var sent = 0;
        foreach (var mail in due)
        {
            if (await ClaimAsync(context, mail, ct) is not { } leasedUntil)
            {
                continue;
            }

            try
            {
                await DeliverAsync(mail, ct);
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                await PutBackAsync(context, mail, leasedUntil, failure, ct);
                if (failure is MailRefusedException)
                {
                    continue;
                }

                // The others would wait for the same server, one after the other. They are still due.
                return sent;
            }

            // It is out: a program that ends now must not leave it to be delivered again.
            await context.OutgoingMails.Where(row => row.Id == mail.Id).ExecuteDeleteAsync(CancellationToken.None);
            sent++;
        }

        return sent;
    }

    /// <inheritdoc />
    protected override Task DoAsync(CancellationToken ct) => SendDueAsync(ct);

    private static Task<int> CountWaitingAsync(BankAdminDbContext context, CancellationToken ct) => context.OutgoingMails.CountAsync(ct);

    // Of all nodes that saw it due only one finds it as it was seen.
    private async Task<DateTime?> ClaimAsync(BankAdminDbContext context, OutgoingMail seen, CancellationToken ct)
    {
        var until = UtcNow + Lease;
        var claimed = await context.OutgoingMails.Where(mail => mail.Id == seen.Id && mail.DueAtUtc == seen.DueAtUtc).ExecuteUpdateAsync(
            set => set.SetProperty(mail => mail.DueAtUtc, until).SetProperty(mail => mail.Attempts, mail => mail.Attempts + 1), ct);
        return claimed == 1 ? until : null;
    }

    private async Task DeliverAsync(OutgoingMail mail, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(LongestDelivery, Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        await delivery.DeliverAsync(mail, either.Token);
    }

    private async Task PutBackAsync(
        BankAdminDbContext context, OutgoingMail mail, DateTime leasedUntil, Exception failure, CancellationToken ct)
    {
        var mine = context.OutgoingMails.Where(row => row.Id == mail.Id && row.DueAtUtc == leasedUntil);
        var now = UtcNow;
        if (now - mail.CreatedAtUtc >= LongestWait)
        {
            Logger.LogError("Mail {Id} is given up ({Reason}).", mail.Id, Reason(failure));
            await mine.ExecuteDeleteAsync(ct);
            return;
        }

        Logger.LogWarning("Mail {Id} was not delivered ({Reason}); it is tried again.", mail.Id, Reason(failure));
        var next = now + Pause(mail.Attempts);
        await mine.ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAtUtc, next), ct);
    }

    // 1, 2, 4 … minutes.
    private static TimeSpan Pause(int attemptsBefore) =>
        TimeSpan.FromMinutes(Math.Min(LongestPauseMinutes, 1 << Math.Min(attemptsBefore, 6)));

    // Servers quote addresses in what they answer, so no message but our own goes into the log.
    private static string Reason(Exception failure) => failure switch
    {
        MailRefusedException => failure.Message,
        SmtpCommandException answer => $"SMTP {(int)answer.StatusCode}",
        SocketException socket => socket.SocketErrorCode.ToString(),
        _ => failure.GetType().Name,
    };
}
