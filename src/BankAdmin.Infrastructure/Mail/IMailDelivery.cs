namespace BankAdmin.Infrastructure.Mail;

/// <summary>The way mails leave: a mail server, or a folder.</summary>
public interface IMailDelivery
{
    /// <summary>Delivers one; it is done when this returns.</summary>
    /// <exception cref="MailRefusedException">This mail is not taken; others may be. Any other exception: nothing is taken now.</exception>
    Task DeliverAsync(OutgoingMail mail, CancellationToken ct);
}

/// <summary>A mail was refused, and not for what the server or the way to it is like.</summary>
/// <param name="reason">Why. It goes into the log: never an address or the words of a server, which quote them.</param>
public sealed class MailRefusedException(string reason) : Exception(reason);
