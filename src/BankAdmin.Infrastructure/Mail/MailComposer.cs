using System.Text;
using MimeKit;

namespace BankAdmin.Infrastructure.Mail;

/// <summary>
/// Makes the message of a mail. The same mail becomes the same message with the same ID, however often and by whichever
/// node it is tried, so that who receives it twice can tell.
/// </summary>
/// <param name="from">Address of the sender.</param>
/// <param name="senderName">Name of the sender.</param>
public sealed class MailComposer(string from, string senderName)
{
    private readonly MailboxAddress sender = new(Encoding.UTF8, OneLine(senderName), from);

    /// <summary>Whether a text is a mail address and nothing else.</summary>
    public static bool IsAddress(string text) =>
        text.All(char.IsAscii) && MailboxAddress.TryParse(text, out var read) && read.Address == text && !string.IsNullOrEmpty(read.Domain);

    /// <summary>The message of a mail, from the sender given, with subject and text as they were written.</summary>
    /// <exception cref="MailRefusedException">It goes to no address.</exception>
    public MimeMessage Compose(OutgoingMail mail)
    {
        if (!IsAddress(mail.To))
        {
            throw new MailRefusedException("it goes to no address");
        }

        var message = new MimeMessage
        {
            MessageId = $"{mail.Id:N}@{sender.Domain}",
            Date = new DateTimeOffset(mail.CreatedAtUtc, TimeSpan.Zero),
            Subject = OneLine(mail.Subject),
            Body = new TextPart("plain") { Text = mail.Body.ReplaceLineEndings("\r\n"), ContentTransferEncoding = ContentEncoding.Base64 },
        };
        message.From.Add(sender);
        message.To.Add(new MailboxAddress("", mail.To));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated"); // nobody's absence note answers it
        return message;
    }

    // A line break in a header would begin another header.
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
