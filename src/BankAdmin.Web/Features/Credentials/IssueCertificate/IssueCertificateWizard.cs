using System.Text;
using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Certificates;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Sessions;
using BankAdmin.Web.Hosting;
using BankAdmin.Web.Notices;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Credentials.IssueCertificate;

/// <summary>Whoever is issued a certificate.</summary>
/// <param name="User">The user.</param>
/// <param name="Held">Their certificates.</param>
/// <param name="Renewed">The one that the new one takes the place of; null: none.</param>
/// <param name="AtUtc">When, UTC.</param>
public sealed record CertificateSubject(
    User User, IReadOnlyList<ClientCertificate> Held, ClientCertificate? Renewed, DateTime AtUtc)
    : Subject<IssueCertificateForm>(new IssueCertificateForm(), User)
{
    /// <summary>有効期限 of the new one, UTC: a year, of a renewed one from its end (rule: spec rulings.md „更新“).</summary>
    public DateTime EndsAtUtc => CertificateIssuer.EndOf(Renewed?.EndsAtUtc ?? AtUtc);

    /// <summary>Why none can be issued; null: it can.</summary>
    public string? Refusal => Held.IssueRefusalAt(Renewed, AtUtc);
}

/// <summary>証明書発行, and 更新 of one's own (rule: spec credentials.md §4).</summary>
[Wizard("issue-certificate", "/credentials/certificate", "BSMS002", LongestField = ServiceRegistration.LongestRequest)]
public sealed class IssueCertificateWizard(
    BankAdminDbContext context, Func<CertificateAuthority> authority, Disclosures disclosures, ChangeNotices notices,
    CurrentSession current, BankParameters bank, TimeProvider clock)
    : Wizard<IssueCertificateForm, CertificateSubject>
{
    private const string Section = "電子証明書";
    private static readonly TimeSpan Suspicious = TimeSpan.FromHours(24);

    public override Operation Operation => OperationCatalogue.IssueCertificate;

    public override Operation Handout => OperationCatalogue.FetchCertificate;

    public override string Act => "発行";

    public override WizardScreens Screens { get; } = new(ScreenCatalogue.IssueCertificateResult);

    public override IReadOnlyList<InputStep<IssueCertificateForm, CertificateSubject>> Steps { get; } =
    [
        new InputStep<IssueCertificateForm, CertificateSubject, IssueCertificateForm>(
            "certificate", ScreenCatalogue.IssueCertificate, "証明書発行", (_, _) => new IssueCertificateForm.Validator(),
            form => form, (_, _, posted) => posted.Cut()),
    ];

    public override WizardWords Words(CertificateSubject subject) =>
        new("", subject.Renewed is null ? "電子証明書を発行しました。" : "電子証明書を更新しました。");

    public override StepUp StepUpFor(CertificateSubject subject) =>
        subject.Renewed is null ? StepUp.None : StepUp.ConfirmationPassword;

    public override async Task<CertificateSubject?> LoadAsync(string subjectKey, Person actor, CancellationToken ct)
    {
        if (await context.Users.SingleOrDefaultAsync(user => user.Id == actor.Id, ct) is not { } user)
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var held = await context.CertificatesOfAsync(user.Id, ct);
        var renewed = current.SignedIn?.Kind == SessionKind.Issue ? null : held.RenewableAt(now, bank.CertificateRenewDays);
        return new CertificateSubject(user, held, renewed, now);
    }

    public override IReadOnlyList<Violation> CheckMayStart(CertificateSubject subject) =>
        subject.Refusal is { } code ? [new Violation(code, "")] : [];

    public override Task<IReadOnlyList<Violation>> CheckAsync(
        CertificateSubject subject, IssueCertificateForm input, CancellationToken ct) => Task.FromResult(CheckMayStart(subject));

    public override IEnumerable<Described> Describe(CertificateSubject subject, IssueCertificateForm input) =>
    [
        .. Rows(subject, CertificateState.Issued, subject.EndsAtUtc),
        new Described(Section, "csr", "秘密鍵", input.HasCsr ? "ご自身で作成したもの（CSR）" : "本サービスで作成"),
    ];

    public override Sheet SheetOf(CertificateSubject subject, IssueCertificateForm before, IssueCertificateForm after) => Sheets.Compare(
        Rows(subject, subject.Held.StateAt(subject.AtUtc), subject.Held.EndAt(subject.AtUtc)).ToList(),
        Describe(subject, after).ToList());

    public override async Task ApplyAsync(CertificateSubject subject, IssueCertificateForm input, CancellationToken ct)
    {
        var (user, now) = (subject.User, subject.AtUtc);
        var (issued, file) = input.HasCsr ? IssueFor(input, subject) : IssueWithKey(subject);
        context.Add(issued);
        user.IssueCertificate(issued, subject.Renewed, now);
        disclosures.Offer(file);
        await notices.TellAsync(
            new ChangeNotice(Operation)
            {
                People = [NoticedPerson.Of(user)],
                Details = now - user.PasswordSetByOtherAtUtc < Suspicious ? ["発行前の24時間以内に、ほかの利用者がパスワードを設定"] : [],
                ToAdministrators = true,
            },
            ct);
    }

    private (ClientCertificate Issued, DisclosedFile File) IssueFor(IssueCertificateForm input, CertificateSubject subject)
    {
        var key = SigningRequests.ReadKey(input.Csr!) ?? throw new InvalidOperationException("The request was read before.");
        var (issued, pem) = CertificateIssuer.IssueFor(authority(), subject.User, key, subject.AtUtc, subject.EndsAtUtc);
        return (issued, new DisclosedFile($"{subject.User.LoginId}.crt", "application/x-pem-file", Encoding.ASCII.GetBytes(pem)));
    }

    private (ClientCertificate Issued, DisclosedFile File) IssueWithKey(CertificateSubject subject)
    {
        var password = GeneratedPasswords.New();
        var (issued, file) = CertificateIssuer.IssueWithKey(authority(), subject.User, password, subject.AtUtc, subject.EndsAtUtc);
        return (issued, new DisclosedFile($"{subject.User.LoginId}.p12", "application/x-pkcs12", file, password));
    }

    private static IEnumerable<Described> Rows(CertificateSubject subject, CertificateState state, DateTime? endsAtUtc) =>
    [
        new Described(Section, "loginId", "ログインID", subject.User.LoginId),
        new Described(Section, "userName", "利用者名", subject.User.Name),
        new Described(Section, "certificateState", "証明書状態", state.Name().ToString()),
        new Described(Section, "certificateEndsAt", "有効期限", endsAtUtc is { } end ? JapanTime.Long(end) : "なし"),
    ];
}
