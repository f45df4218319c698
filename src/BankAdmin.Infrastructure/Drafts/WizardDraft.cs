using BankAdmin.Domain;

namespace BankAdmin.Infrastructure.Drafts;

/// <summary>
/// One started wizard of one user: what was read, what was typed, and from the commit on which result it is
/// (rule: spec screens.md §5). Its key is in the address, so that a tab is a draft. Secrets never enter it.
/// </summary>
public sealed class WizardDraft : ICompanyOwned
{
    /// <summary>Longest <see cref="Subject"/>.</summary>
    public const int SubjectMaxLength = 60;

    /// <summary>Longest <see cref="Origin"/>.</summary>
    public const int OriginMaxLength = 1_000;

    /// <summary>Longest JSON, in UTF-16 units.</summary>
    public const int JsonMaxLength = 1_000_000;

    /// <summary>Key, in the address.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>When it was begun, as its key says.</summary>
    public DateTime BegunAtUtc => DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(Id.ToString("N")[..12], 16)).UtcDateTime;

    /// <summary>Name of the wizard, by which the registry knows it.</summary>
    public string Wizard { get; init; } = "";

    /// <summary>What it is called where it is offered to be taken up again.</summary>
    public string Title { get; init; } = "";

    /// <summary>Address of its first page.</summary>
    public string Path { get; init; } = "";

    /// <summary>The page it was opened from, where that is not its own menu or list: the list as it was searched.</summary>
    public string? Origin { get; init; }

    /// <summary>Key of the person it belongs to; nobody else finds it.</summary>
    public Guid OwnerId { get; init; }

    /// <inheritdoc />
    public Guid CompanyId { get; init; }

    /// <summary>What it changes; empty where it makes something new.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Version the subject was read at.</summary>
    public long SubjectVersion { get; private set; }

    /// <summary>The stored state as it was read.</summary>
    public string BaseJson { get; private set; } = "";

    /// <summary>What was typed, right or wrong.</summary>
    public string InputJson { get; private set; } = "";

    /// <summary>Marks of the rows that the confirm page shows; empty while there is none to show.</summary>
    public string ShownMarks { get; private set; } = "";

    /// <summary>The last refusal, for a page that shows it by an address of its own; empty: none.</summary>
    public string RefusalJson { get; private set; } = "";

    /// <summary>Shape of the JSON; a release that changes it lets old drafts expire instead of misreading them.</summary>
    public int InputSchema { get; init; }

    /// <summary>Goes up with every save: what is committed is what was shown.</summary>
    public int Revision { get; private set; }

    /// <summary>End of its life, UTC; moves with every use.</summary>
    public DateTime ExpiresAtUtc { get; private set; }

    /// <summary>When it was committed, UTC.</summary>
    public DateTime? CompletedAtUtc { get; private set; }

    /// <summary>受付番号 of its result: the record in the history is what the result page shows.</summary>
    public string? ReceiptNumber { get; private set; }

    /// <summary>Reads the subject anew and keeps what was typed.</summary>
    public void Rebase(long subjectVersion, string baseJson, string inputJson, string shownMarks, DateTime expiresAtUtc)
    {
        (SubjectVersion, BaseJson) = (subjectVersion, baseJson);
        Type(inputJson, shownMarks, expiresAtUtc);
    }

    /// <summary>Keeps what was typed.</summary>
    public void Type(string inputJson, string shownMarks, DateTime expiresAtUtc)
    {
        (InputJson, ShownMarks, RefusalJson) = (inputJson, shownMarks, "");
        Revision++;
        ExpiresAtUtc = expiresAtUtc;
    }

    /// <summary>Becomes its result. What was typed is in the history from here on and not kept twice.</summary>
    public void Complete(string receiptNumber, DateTime atUtc)
    {
        (ReceiptNumber, CompletedAtUtc) = (receiptNumber, atUtc);
        (BaseJson, InputJson, ShownMarks, RefusalJson) = ("", "", "", "");
        Revision++;
    }
}
