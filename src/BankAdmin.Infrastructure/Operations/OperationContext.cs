namespace BankAdmin.Infrastructure.Operations;

/// <summary>Who acts, as the history keeps it: the key, and the name as it was then.</summary>
/// <param name="UserId">Internal key; null for the system.</param>
/// <param name="LoginId">Login ID, or what the system calls itself.</param>
/// <param name="Name">Name.</param>
/// <param name="Terminal">操作端末: the address the request came from.</param>
/// <param name="SessionId">The session, where there is one.</param>
public sealed record Operator(Guid? UserId, string LoginId, string Name, string Terminal, Guid? SessionId)
{
    /// <summary>The program itself: commands, seeds.</summary>
    public static readonly Operator System = new(null, "system", "システム", "", null);
}

/// <summary>What is known of a save.</summary>
public enum CommitProgress
{
    /// <summary>Nothing was stored.</summary>
    Nothing,

    /// <summary>The commit began and its answer did not come: it may be stored.</summary>
    Unclear,

    /// <summary>Stored.</summary>
    Stored,
}

/// <summary>
/// Who acts in this request or command, and for which company. It decides what queries see: without a company and
/// without <see cref="AllCompanies"/> they see nothing.
/// </summary>
public sealed class OperationContext
{
    /// <summary>Who acts.</summary>
    public Operator Operator { get; private set; } = Operator.System;

    /// <summary>The one company that can be seen and changed.</summary>
    public Guid? CompanyId { get; private set; }

    /// <summary>Whether every company can be seen: commands, seeds and the login itself.</summary>
    public bool AllCompanies { get; private set; }

    /// <summary>When it happens, UTC, for what is recorded later than it happened (seeds); null: at the commit.</summary>
    public DateTime? HappenedAtUtc { get; set; }

    /// <summary>How far the last save came, for the page that reports a failure.</summary>
    public CommitProgress Progress { get; set; }

    /// <summary>Acts as a user of one company from here on.</summary>
    public void ActAs(Operator who, Guid companyId)
    {
        (Operator, CompanyId, AllCompanies) = (who, companyId, false);
    }

    /// <summary>Acts over all companies from here on.</summary>
    public void ActOverAll(Operator who)
    {
        (Operator, CompanyId, AllCompanies) = (who, null, true);
    }
}
