using System.Collections.Concurrent;
using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Fees;
using BankAdmin.Domain.Limits;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Certificates;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Seeds;

/// <summary>The hashes of a document's passwords, by the key of the login ID.</summary>
public sealed class FixtureHashes(IReadOnlyDictionary<string, (string Login, string? Confirmation)> hashes)
{
    /// <summary>The hashes of a user: of the login password, and of the confirmation password where there is one.</summary>
    public (string Login, string? Confirmation) Of(FixtureUser user) => hashes[LoginId.Key(user.LoginId)];
}

/// <summary>What seeds are made with beside the database.</summary>
/// <param name="Hashing">Hashes passwords.</param>
/// <param name="Keys">The keys that secrets are encrypted under; asked for when the first is kept.</param>
/// <param name="Authority">Issues certificates; asked for when there is one to issue.</param>
/// <param name="CertificateFolder">Where they are written.</param>
public sealed record SeedParts(
    PasswordHashing Hashing, Func<MasterKeys> Keys, Func<CertificateAuthority> Authority, string CertificateFolder);

/// <summary>Puts a checked fixture document into the database, through the same doors as everything else.</summary>
public sealed class FixtureSeed(BankAdminDbContext context, SeedParts parts, BankParameters bank, TimeProvider clock)
{
    private const int DaysExpired = 30;

    private readonly List<(string LoginId, byte[] Pkcs12)> issued = [];

    /// <summary>What of a document is in the database already, as 「path: what」.</summary>
    public async Task<IReadOnlyList<string>> FindTakenAsync(FixtureDocument document, CancellationToken ct)
    {
        var numbers = document.Companies.Select(c => c.Number!).ToList();
        var ids = document.Companies.SelectMany(c => c.Users).Select(u => LoginId.Key(u.LoginId)).ToList();
        var takenNumbers = await context.Companies.IgnoreAutoIncludes()
            .Where(c => numbers.Contains(c.ContractNumber))
            .Select(c => c.ContractNumber).ToListAsync(ct);
        var takenIds = await context.Users.IgnoreQueryFilters()
            .Where(u => ids.Contains(u.LoginIdKey)).Select(u => u.LoginIdKey).ToListAsync(ct);
        return
        [
            .. document.Companies.Index().Where(c => takenNumbers.Contains(c.Item.Number!))
                .Select(c => $"companies[{c.Index}].number: 契約番号「{c.Item.Number}」はすでに登録されています。"),
            .. document.Companies.Index().SelectMany(c => c.Item.Users.Index()
                .Where(u => takenIds.Contains(LoginId.Key(u.Item.LoginId)))
                .Select(u => $"companies[{c.Index}].users[{u.Index}].loginId: ログインID「{u.Item.LoginId}」はすでに登録されています。")),
        ];
    }

    /// <summary>Hashes the passwords of a document, as many at once as the machine can; before any transaction: it takes long.</summary>
    public async Task<FixtureHashes> HashAsync(FixtureDocument document, CancellationToken ct)
    {
        // By login ID: two users of a document never share one.
        var hashes = new ConcurrentDictionary<string, (string Login, string? Confirmation)>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = ct };
        await Parallel.ForEachAsync(document.Companies.SelectMany(company => company.Users), options, async (user, token) =>
            hashes[LoginId.Key(user.LoginId)] = (
                await parts.Hashing.HashAsync(user.LoginPassword!, token),
                user.ConfirmationPassword is { } typed ? await parts.Hashing.HashAsync(typed, token) : null));
        return new FixtureHashes(hashes);
    }

    /// <summary>Adds the companies and saves; the caller holds the transaction that makes it all or nothing.</summary>
    /// <param name="document">A document without errors.</param>
    /// <param name="hashes">The hashes of its passwords.</param>
    /// <param name="passwordsSetAtUtc">When owners chose their passwords, UTC; null: now.</param>
    public async Task AddAsync(FixtureDocument document, FixtureHashes hashes, DateTime? passwordsSetAtUtc, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var standard = await context.StandardFeesOnAsync(JapanTime.Day(now), ct);
        var stopped = new List<(Guid UserId, EntryKind Kind, WrongEntries Count)>();
        var counters = new EntryGatekeeper(context, clock, bank);
        var codes = new OneTimePasswords(context, counters, parts.Keys(), clock);
        foreach (var fixture in document.Companies)
        {
            var company = FixtureTerms.Open(fixture, bank);
            context.Add(company);
            context.AddRange(FeeTableKind.All.Select(kind => FeeTable.Open(
                company.Id, kind, new FeeTableChange(
                    UsesStandard: true, FeeMethod.Fixed, kind.HasMinimum ? standard : standard.AsPayer()))));
            foreach (var person in fixture.Users)
            {
                var user = User.Register(Terms(person, company, hashes, passwordsSetAtUtc ?? now, now));
                context.Add(user);
                if (person.Certificate is { } certificate)
                {
                    Issue(user, certificate, passwordsSetAtUtc ?? now, now);
                }

                if (person.Token is { Secret: { } secret } && user.Token.IsHeld)
                {
                    codes.KeepWithSave(user, secret, lastStep: 0);
                }

                if (person.Token?.State == nameof(TokenState.Suspended))
                {
                    stopped.Add((user.Id, EntryKind.Code, WrongEntries.Clear with { Stopped = true }));
                }

                var state = Enum.Parse<ServiceState>(person.State);
                if (CountOf(state, now) is { } count)
                {
                    var isLogin = state is ServiceState.LoginPaused or ServiceState.LoginStopped;
                    stopped.Add((user.Id, isLogin ? EntryKind.Login : EntryKind.Confirmation, count));
                }
            }
        }

        await context.SaveChangesAsync(ct);
        foreach (var (userId, kind, count) in stopped)
        {
            await counters.SetAsync(userId, kind, count);
        }
    }

    /// <summary>Writes the certificates of what was added, as <c>login ID.p12</c>; after the commit.</summary>
    public void WriteCertificates()
    {
        foreach (var (loginId, pkcs12) in issued)
        {
            OwnerOnly.CreateFolder(parts.CertificateFolder);
            File.WriteAllBytes(Path.Combine(parts.CertificateFolder, $"{loginId}.p12"), pkcs12);
        }
    }

    // An expired one is as old as it takes.
    private void Issue(User user, FixtureCertificate fixture, DateTime usualUtc, DateTime nowUtc)
    {
        var from = fixture.State == "Expired" ? nowUtc.AddYears(-1).AddDays(-DaysExpired) : usualUtc;
        var (certificate, pkcs12) = CertificateIssuer.IssueWithKey(
            parts.Authority(), user, fixture.Password!, from, CertificateIssuer.EndOf(from));
        if (fixture.State == "Revoked")
        {
            certificate.Revoke(nowUtc, RevocationReason.Unspecified);
            RevocationLists.CountWithSave(context);
        }

        context.Add(certificate);
        user.IssueCertificate(certificate, renewed: null, nowUtc);
        issued.Add((user.LoginId, pkcs12));
    }

    private UserTerms Terms(FixtureUser fixture, Company company, FixtureHashes hashes, DateTime passwordsSetAtUtc, DateTime now)
    {
        var role = Enum.Parse<UserRole>(fixture.Role);
        var (loginHash, confirmationHash) = hashes.Of(fixture);
        return new UserTerms(
            company.Id, fixture.LoginId!, JapaneseText.Widen(fixture.Name ?? fixture.LoginId),
            JapaneseText.Fold(fixture.Email ?? $"{fixture.LoginId}@example.jp"), role,
            fixture.ForceChange
                ? StoredPassword.Temporary(loginHash, now, bank.TemporaryPasswordDays)
                : StoredPassword.Own(loginHash, passwordsSetAtUtc),
            confirmationHash is null ? StoredPassword.None : StoredPassword.Own(confirmationHash, passwordsSetAtUtc))
        {
            Rights = role == UserRole.Master ? [] : fixture.Rights.Select(Enum.Parse<Permission>).ToList(),
            Accounts = company.Accounts
                .Where(account => role != UserRole.Master && (fixture.Accounts is null || fixture.Accounts.Contains(account.Key)))
                .Select(account => account.Id).ToList(),
            Limits = role == UserRole.Master && fixture.Limits.Count == 0 ? UserTransactionLimits.Highest
                : FixtureTerms.UserLimits(fixture.Limits),
            Token = fixture.Token is null ? TokenRegistration.None
                : new TokenRegistration(passwordsSetAtUtc, fixture.Token.State == nameof(TokenState.Revoked) ? now : null),
            Suspended = fixture.State == nameof(ServiceState.Stopped),
        };
    }

    private WrongEntries? CountOf(ServiceState state, DateTime now) => state switch
    {
        ServiceState.LoginPaused or ServiceState.ConfirmationPaused =>
            new WrongEntries(0, 1, now.AddMinutes(bank.PauseMinutes), Stopped: false),
        ServiceState.LoginStopped or ServiceState.ConfirmationStopped =>
            new WrongEntries(0, bank.PausesUntilStop, null, Stopped: true),
        _ => null,
    };
}
