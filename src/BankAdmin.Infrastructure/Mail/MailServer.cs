namespace BankAdmin.Infrastructure.Mail;

/// <summary>How the way to a mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>Begins in the open and must turn to TLS before anything is said.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>Not at all: only for a server on the same machine.</summary>
    None,
}

/// <summary>A mail server. Not a record: one that is written into a log would show its password.</summary>
public sealed class MailServer
{
    /// <summary>Host name or address.</summary>
    public required string Host { get; init; }

    /// <summary>TCP port, 1 to 65535.</summary>
    public required int Port { get; init; }

    /// <summary>How the way to it is protected.</summary>
    public required MailSecurity Security { get; init; }

    /// <summary>Who logs in there; null: nobody.</summary>
    public string? UserName { get; init; }

    /// <summary>Password of <see cref="UserName"/>.</summary>
    public string? Password { get; init; }

    /// <summary>The port that belongs to a protection.</summary>
    public static int UsualPort(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => 587,
        MailSecurity.Tls => 465,
        MailSecurity.None => 25,
        _ => throw new ArgumentOutOfRangeException(nameof(security)),
    };
}
