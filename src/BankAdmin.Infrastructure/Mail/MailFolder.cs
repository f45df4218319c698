using BankAdmin.Infrastructure.Keys;
using MimeKit;

namespace BankAdmin.Infrastructure.Mail;

/// <summary>
/// Delivers into a folder, a file for each mail: for development, and for mail servers that pick mails up. A file that has
/// its name is whole.
/// </summary>
public sealed class MailFolder(string folder, MailComposer composer) : IMailDelivery
{
    private static readonly FormatOptions Lines = NewLines();

    /// <inheritdoc />
    public async Task DeliverAsync(OutgoingMail mail, CancellationToken ct)
    {
        using var message = composer.Compose(mail);
        message.Prepare(EncodingConstraint.SevenBit);
        OwnerOnly.CreateFolder(folder);
        var final = Path.Combine(folder, $"{mail.Id:N}.eml");
        var temporary = Path.Combine(folder, $".{mail.Id:N}");
        try
        {
            await using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await message.WriteToAsync(Lines, file, ct);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, final, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static FormatOptions NewLines()
    {
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        return options;
    }
}
