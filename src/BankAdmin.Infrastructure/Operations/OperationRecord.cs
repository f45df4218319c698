using BankAdmin.Domain;
using BankAdmin.Domain.Operations;

namespace BankAdmin.Infrastructure.Operations;

/// <summary>
/// One sealed row of a chain of the history. Rows are only ever added; triggers refuse anything else.
/// </summary>
public sealed class OperationRecord : ICompanyOwned
{
    /// <summary>Longest <see cref="Payload"/>.</summary>
    public const int PayloadMaxLength = 1_000_000;

    /// <summary>The chain: a company's key, or <see cref="ChainHead.Bank"/>.</summary>
    public Guid ChainId { get; init; }

    /// <summary>Place in the chain, from 1 without gaps.</summary>
    public long Sequence { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public DateTime OccurredAtUtc { get; init; }

    /// <summary>Who: internal key; null for the system or somebody unknown.</summary>
    public Guid? OperatorId { get; init; }

    /// <summary>Login ID as it was.</summary>
    public string OperatorLoginId { get; init; } = "";

    /// <summary>Name as it was.</summary>
    public string OperatorName { get; init; } = "";

    /// <summary>操作端末.</summary>
    public string Terminal { get; init; } = "";

    /// <summary>The session, where there was one.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>Code of the operation catalogue.</summary>
    public string Code { get; init; } = "";

    /// <summary>結果.</summary>
    public OperationOutcome Outcome { get; init; }

    /// <summary>Why it was refused: codes, parted by blanks.</summary>
    public string ErrorCodes { get; init; } = "";

    /// <summary>受付番号, where there is a result.</summary>
    public string? ReceiptNumber { get; init; }

    /// <summary>The JSON that was sealed, kept to the letter: <see cref="OperationPayload"/>.</summary>
    public string Payload { get; init; } = "";

    /// <summary>Name of who did it as names are searched; null in rows of the first versions.</summary>
    public string? NameKey { get; init; }

    /// <summary>What or whom it was done to, as it was called: <see cref="OperationSubject.Title"/>.</summary>
    public string? Subject { get; init; }

    /// <summary>By what all that was done to a thing is found: <see cref="OperationSubject.FullKey"/>.</summary>
    public string? SubjectKey { get; init; }

    /// <summary>受付番号 of the commit that it is a part of; null: it stands alone, or holds the number itself.</summary>
    public string? ReceiptOf { get; init; }

    /// <summary>Its place among the parts of that commit, from 1.</summary>
    public int? Part { get; init; }

    /// <summary>All that it says, as text is searched: <see cref="OperationText"/>; null in rows of the first versions.</summary>
    public string? SearchText { get; init; }

    /// <summary>Which history key sealed it.</summary>
    public string KeyId { get; init; } = "";

    /// <summary>Seal of the row before; zeros for the first.</summary>
    public byte[] PreviousSeal { get; init; } = [];

    /// <summary>HMAC-SHA-256 over all of the above.</summary>
    public byte[] Seal { get; set; } = [];

    Guid ICompanyOwned.CompanyId => ChainId;
}

/// <summary>The end of a chain. Its row is the lock that keeps two commits from forking the chain.</summary>
public sealed class ChainHead
{
    /// <summary>The chain of what belongs to no company.</summary>
    public static readonly Guid Bank = Guid.Empty;

    /// <summary>The chain it is the end of: a company's, or the bank's.</summary>
    public Guid ChainId { get; init; }

    /// <summary>Sequence of its last row.</summary>
    public long Sequence { get; set; }

    /// <summary>Seal of its last row.</summary>
    public byte[] Seal { get; set; } = [];
}

/// <summary>The serial of 受付番号 for one Japan day.</summary>
public sealed class ReceiptDay
{
    /// <summary>The Japan day its serials are of.</summary>
    public DateOnly Day { get; init; }

    /// <summary>The last serial given out.</summary>
    public int LastSerial { get; set; }
}
