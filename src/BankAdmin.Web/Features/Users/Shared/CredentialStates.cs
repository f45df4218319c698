using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Users.Shared;

/// <summary>What a user proves themselves with.</summary>
/// <param name="Token">トークン状態.</param>
/// <param name="Certificate">証明書状態.</param>
/// <param name="CertificateEndsAtUtc">有効期限 of the certificate that is valid or expired, UTC; null: there is none.</param>
public sealed record UserCredentials(TokenState Token, CertificateState Certificate, DateTime? CertificateEndsAtUtc)
{
    private static readonly StateName NotApplicable = new("", "対象外", Stops: false);

    /// <summary>トークン状態; 対象外 where the contract asks for none and there is none.</summary>
    public StateName TokenName(Contract contract) =>
        contract.OtpRequired || Token is TokenState.Active or TokenState.Suspended ? Token.Name() : NotApplicable;

    /// <summary>証明書状態, likewise.</summary>
    public StateName CertificateName(Contract contract) =>
        contract.LoginMethod == LoginMethod.Certificate || Certificate is CertificateState.Issued or CertificateState.Expired
            ? Certificate.Name() : NotApplicable;
}

/// <summary>Reads the states of credentials for users of a list; where the contract knows none, nothing is asked.</summary>
public sealed class CredentialStates(BankAdminDbContext context, CurrentSession session, BankParameters bank, TimeProvider clock)
{
    /// <summary>Of the users of a list.</summary>
    public async Task<IReadOnlyDictionary<Guid, UserCredentials>> OfAsync(IReadOnlyCollection<UserRow> rows, CancellationToken ct)
    {
        var (ids, holders) = (rows.Select(row => row.Id).ToList(), rows.Where(row => row.Token.IsHeld).Select(row => row.Id).ToList());
        return await OfAsync(
            rows, context.WrongEntries.Where(c => holders.Contains(c.SubjectId)),
            context.Certificates.Where(c => ids.Contains(c.UserId)), ct);
    }

    /// <summary>Of everybody: engines take so many values in a statement and no more.</summary>
    public Task<IReadOnlyDictionary<Guid, UserCredentials>> OfAllAsync(IReadOnlyCollection<UserRow> rows, CancellationToken ct) => OfAsync(
        rows, context.Users.SelectMany(user => context.WrongEntries.Where(c => c.SubjectId == user.Id)), context.Certificates, ct);

    private async Task<IReadOnlyDictionary<Guid, UserCredentials>> OfAsync(
        IReadOnlyCollection<UserRow> rows, IQueryable<WrongEntryRow> entries, IQueryable<ClientCertificate> certificates,
        CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var stopped = !rows.Any(row => row.Token.IsHeld) ? [] : await entries.AsNoTracking()
            .Where(c => c.Kind == EntryKind.Code && c.Stopped).Select(c => c.SubjectId).ToHashSetAsync(ct);
        var asksNothing = rows.Count == 0 || session.SignedIn?.Contract.UsesCertificates == false;
        var held = (asksNothing ? [] : await certificates.AsNoTracking().ToListAsync(ct)).ToLookup(c => c.UserId);
        return rows.ToDictionary(row => row.Id, row =>
        {
            var own = held[row.Id].ToList();
            return new UserCredentials(
                row.Token.StateAt(now, bank.TokenWaitMinutes, stopped.Contains(row.Id)), own.StateAt(now), own.EndAt(now));
        });
    }
}
