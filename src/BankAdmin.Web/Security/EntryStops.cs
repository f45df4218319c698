using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.SignIn;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;

namespace BankAdmin.Web.Security;

/// <summary>Puts into the history that wrong entries of a password made a 一時停止 or a 利用停止; the entry that makes it tells it.</summary>
public sealed class EntryStops(BankAdminDbContext context)
{
    /// <summary>Records it, if that entry made one.</summary>
    /// <param name="entry">What became of the entry.</param>
    /// <param name="kind">Of which password.</param>
    /// <param name="by">Whose password, at the terminal it was typed at.</param>
    /// <param name="ct">Cancels.</param>
    public async Task TellAsync(EntryVerdict entry, EntryKind kind, Person by, CancellationToken ct)
    {
        if (entry.ClosedGate)
        {
            var password = kind == EntryKind.Login ? "ログインパスワード" : "確認用パスワード";
            await context.RecordAsync(
                new EntriesStopped(OperationSubject.Of(by), password, entry.Count.Stopped), by, by.CompanyId!.Value, ct);
        }
    }
}
