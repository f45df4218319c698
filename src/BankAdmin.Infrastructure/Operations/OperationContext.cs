using System.Data.Common;
using BankAdmin.Domain;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore.Storage;

namespace BankAdmin.Infrastructure.Operations;

/// <summary>What is known of a change. What is only recorded (an inquiry, a print, a refusal) is none.</summary>
public enum CommitProgress
{
    /// <summary>Nothing was changed.</summary>
    Nothing,

    /// <summary>The commit began and its answer did not come: it may be stored.</summary>
    Unclear,

    /// <summary>The transaction with the change was committed.</summary>
    Stored,
}

/// <summary>
/// Who acts in this request or command, and for which company. A context that is cut to one company sees that one, and
/// nothing without it; nothing here widens what it sees.
/// </summary>
public sealed class OperationContext
{
    /// <summary>Who acts in this context; the program itself unless a request says otherwise.</summary>
    public Person Person { get; private set; } = Person.System;

    /// <summary>The one company that can be seen and changed.</summary>
    public Guid? CompanyId { get; private set; }

    /// <summary>When it happens, UTC, for what is recorded later than it happened (seeds); null: at the commit.</summary>
    public DateTime? HappenedAtUtc { get; set; }

    /// <summary>How far the last change came, for the page that reports a failure.</summary>
    public CommitProgress Progress { get; private set; }

    /// <summary>Acts as one of a company's people from here on.</summary>
    public void ActAs(Person who) => (Person, CompanyId) = (who, who.CompanyId);

    /// <summary>Commits, and keeps what is known of the change from then on.</summary>
    /// <param name="transaction">What is committed. The client may leave meanwhile; it is not broken off half-way.</param>
    /// <param name="changes">Whether there is a change in it.</param>
    internal async Task CommitAsync(IDbContextTransaction transaction, bool changes)
    {
        var before = Progress;
        Progress = changes ? CommitProgress.Unclear : before;
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
            Progress = changes ? CommitProgress.Stored : before;
        }
        catch (DbException failed) when (Engine.IsUndone(failed))
        {
            Progress = before;
            throw;
        }
    }
}
