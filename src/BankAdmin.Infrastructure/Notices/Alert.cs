using BankAdmin.Domain;

namespace BankAdmin.Infrastructure.Notices;

/// <summary>What somebody is told on their top page of a change that was made to their user or their company.</summary>
public sealed class Alert : ICompanyOwned
{
    /// <summary>Days it is kept (rule: spec rulings.md „Notices on BTOP001“).</summary>
    public const int KeptDays = 90;

    /// <summary>Longest text, in UTF-16 units.</summary>
    public const int TextMaxLength = 2_000;

    private Alert()
    {
    }

    /// <summary>Writes one.</summary>
    public Alert(Guid companyId, Guid userId, DateTime nowUtc, string text) =>
        (CompanyId, UserId, AtUtc, Text) = (companyId, userId, nowUtc, text);

    /// <summary>Internal key (UUIDv7, so in the order of creation).</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <inheritdoc />
    public Guid CompanyId { get; private init; }

    /// <summary>Who is told.</summary>
    public Guid UserId { get; private init; }

    /// <summary>When it happened, UTC.</summary>
    public DateTime AtUtc { get; private init; }

    /// <summary>What happened, to whom and by whom; no value, no secret.</summary>
    public string Text { get; private init; } = "";

    /// <summary>The session it was shown in first: it is 未読 until that is over; null: not shown yet.</summary>
    public Guid? ShownInSession { get; private init; }
}
