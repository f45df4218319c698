using BankAdmin.Domain;
using BankAdmin.Domain.Users;

namespace BankAdmin.Infrastructure.Mail;

/// <summary>
/// A mail that waits to be delivered. It is added to the context before the save of the change it tells of, so that it
/// exists exactly if the change is stored, and deleted once it is delivered. It holds no secret and no link.
/// </summary>
public sealed class OutgoingMail : ICompanyOwned
{
    /// <summary>Longest address: that of a user.</summary>
    public const int ToMaxLength = User.EmailMaxLength;

    /// <summary>Longest subject, in UTF-16 units.</summary>
    public const int SubjectMaxLength = 200;

    /// <summary>Longest text, in UTF-16 units.</summary>
    public const int BodyMaxLength = 4_000;

    private OutgoingMail()
    {
    }

    /// <summary>Writes one, due at once.</summary>
    public OutgoingMail(Guid companyId, string to, string subject, string body, DateTime nowUtc)
    {
        (CompanyId, To, Subject, Body) = (companyId, to, subject, body);
        CreatedAtUtc = DueAtUtc = nowUtc;
    }

    /// <summary>Key; the message's own ID is made from it.</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <inheritdoc />
    public Guid CompanyId { get; private init; }

    /// <summary>The one address it goes to.</summary>
    public string To { get; private init; } = "";

    /// <summary>Subject line.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>Its text, plain.</summary>
    public string Body { get; private init; } = "";

    /// <summary>When it was written, UTC.</summary>
    public DateTime CreatedAtUtc { get; private init; }

    /// <summary>Not delivered before, UTC; who delivers it moves it on first, so that nobody else does meanwhile.</summary>
    public DateTime DueAtUtc { get; private init; }

    /// <summary>How often its delivery was begun.</summary>
    public int Attempts { get; private init; }
}
