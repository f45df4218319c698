using System.Text;
using System.Text.RegularExpressions;
using MimeKit;

namespace BankAdmin.Infrastructure.Mail;

/// <summary>
/// Makes the message of a mail. The same mail becomes the same message with the same ID, however often and by whichever
/// node it is tried, so that who receives it twice can tell.
/// </summary>
/// <param name="from">Address of the sender.</param>
/// <param name="senderName">Name of the sender.</param>
public sealed partial class MailComposer(string from, string senderName)
{
    private readonly MailboxAddress sender = new(Encoding.UTF8, OneLine(senderName), from);

    /// <summary>
    /// Whether a text is a mail address and nothing else. Dots may stand at the ends of its first part and side by side, as addresses of
    /// old mobile telephones have them (rule: spec rulings.md „Mail addresses“).
    /// </summary>
    public static bool IsAddress(string text) => Address().IsMatch(text);

    /// <summary>Whether a text is a mail address at a host of the Internet, whose name has a dot.</summary>
    public static bool IsAddressOfAHost(string text) =>
        IsAddress(text) && text[(text.LastIndexOf('@') + 1)..].Split('.') is { Length: > 1 } labels && labels.All(label =>
            label.Length > 0 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));

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
        message.To.Add(new MailboxAddress("", Quoted(mail.To)));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated"); // nobody's absence note answers it
        return message;
    }

    // What the standard allows in quotes only is sent in quotes, and reaches the same mailbox.
    private static string Quoted(string address)
    {
        var (mailbox, host) = (address[..address.LastIndexOf('@')], address[address.LastIndexOf('@')..]);
        return mailbox.Split('.').Any(part => part.Length == 0) ? $"\"{mailbox}\"{host}" : address;
    }

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9.-]+\z")]
    private static partial Regex Address();

    // A line break in a header would begin another header.
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
