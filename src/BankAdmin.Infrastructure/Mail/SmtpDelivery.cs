using MailKit.Net.Smtp;
using MailKit.Security;

namespace BankAdmin.Infrastructure.Mail;

/// <summary>Delivers to a mail server, with a connection for each mail: the bank sends few, and one cannot disturb the next.</summary>
public sealed class SmtpDelivery(MailServer server, MailComposer composer) : IMailDelivery
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    public async Task DeliverAsync(OutgoingMail mail, CancellationToken ct)
    {
        using var message = composer.Compose(mail);
        using var client = new SmtpClient { Timeout = (int)LongestAnswer.TotalMilliseconds };
        await client.ConnectAsync(server.Host, server.Port, Protection(server.Security), ct);
        if (server.UserName is { } name)
        {
            await client.AuthenticateAsync(name, server.Password ?? "", ct);
        }

        try
        {
            await client.SendAsync(message, ct);
        }
        catch (SmtpCommandException refused)
            when (refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted)
        {
            throw new MailRefusedException($"SMTP {(int)refused.StatusCode}");
        }

        await LeaveAsync(client, ct);
    }

    // The server has the mail: whatever becomes of the goodbye, it must not be sent again.
    private static async Task LeaveAsync(SmtpClient client, CancellationToken ct)
    {
        try
        {
            await client.DisconnectAsync(quit: true, ct);
        }
        catch (Exception)
        {
            // Disposing the client closes the connection.
        }
    }

    private static SecureSocketOptions Protection(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => throw new ArgumentOutOfRangeException(nameof(security)),
    };
}
