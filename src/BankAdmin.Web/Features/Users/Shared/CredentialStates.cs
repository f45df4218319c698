using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Users;
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
    public async Task<IReadOnlyDictionary<Guid, UserCredentials>> OfAsync(IReadOnlyCollection<UserRow> rows, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var holders = rows.Where(row => row.Token.IsHeld).Select(row => row.Id).ToList();
        var stopped = holders.Count == 0 ? [] : await context.WrongEntries.AsNoTracking()
            .Where(c => holders.Contains(c.SubjectId) && c.Kind == EntryKind.Code && c.Stopped)
            .Select(c => c.SubjectId).ToListAsync(ct);
        var ids = session.SignedIn?.Contract.UsesCertificates != false ? rows.Select(row => row.Id).ToList() : [];
        var certificates = (ids.Count == 0 ? []
            : await context.Certificates.AsNoTracking().Where(c => ids.Contains(c.UserId)).ToListAsync(ct)).ToLookup(c => c.UserId);
        return rows.ToDictionary(row => row.Id, row =>
        {
            var held = certificates[row.Id].ToList();
            return new UserCredentials(
                row.Token.StateAt(now, bank.TokenWaitMinutes, stopped.Contains(row.Id)), held.StateAt(now), held.EndAt(now));
        });
    }
}
