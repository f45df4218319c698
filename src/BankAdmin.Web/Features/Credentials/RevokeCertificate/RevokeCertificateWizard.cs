using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Certificates;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.Users.ChooseUsers;
using BankAdmin.Web.Features.Users.Shared;
using BankAdmin.Web.Notices;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;

namespace BankAdmin.Web.Features.Credentials.RevokeCertificate;

/// <summary>証明書失効: the emergency brake for a lost PC (rule: spec credentials.md §4).</summary>
[Wizard("revoke-certificate", "/credentials/revoke-certificate", "BRSK018")]
public sealed class RevokeCertificateWizard(
    BankAdminDbContext context, CredentialStates states, SessionStore sessions, ChangeNotices notices, TimeProvider clock)
    : ChosenUsersWizard(context, clock, Listing)
{
    private const string Section = "証明書失効";
    private static readonly ChoiceList Listing = new(
        ScreenCatalogue.RevokeCertificate, ChoiceKind.One, "証明書状態",
        "電子証明書を失効させる利用者を選び、「失効」ボタンを押してください。パソコンの紛失や利用者の交代のときに行います。", "revoke")
    {
        NextName = "失効",
        Notes = ["失効させると、その電子証明書では、次の操作からログインも利用もできなくなります。元に戻すことはできません。"],
    };

    public override Operation Operation => OperationCatalogue.RevokeCertificate;

    public override string Act => "失効";

    public override WizardScreens Screens { get; } =
        new(ScreenCatalogue.RevokeCertificateResult, ScreenCatalogue.RevokeCertificateConfirm, "証明書失効", "失効完了") { EndsWithClose = true };

    public override WizardWords Words(ChosenUsers subject) => new("以下の利用者の電子証明書を失効させます。", "以下の利用者の電子証明書を失効させました。")
    {
        Execute = new ExecuteButton("実行") { Destroys = true },
        Caution = "当行の行員や警察官が、電話で電子証明書の失効や取り直しをお願いすることはありません。頼まれたときは実行せず、ヘルプデスクへご確認ください。",
    };

    public override IEnumerable<Described> Describe(ChosenUsers subject, ChosenUsersForm input) =>
        Rows(subject, _ => After(ChosenUsersForm.Selected));

    public override Sheet SheetOf(ChosenUsers subject, ChosenUsersForm before, ChosenUsersForm after) => Sheets.Compare(
        Rows(subject, row => StateOf(subject, row)).ToList(), Describe(subject, after).ToList());

    protected override string? WhenNotOffered => ErrorCodes.NothingToRevoke;

    protected override async Task<IReadOnlyDictionary<Guid, UserOffer>> OffersAsync(
        ChosenUsers subject, IReadOnlyList<UserRow> rows, CancellationToken ct)
    {
        var held = await states.OfAsync(rows, ct);
        return rows.ToDictionary(row => row.Id, row => OfferFor(subject.Actor, row, held[row.Id]));
    }

    protected override string? NeverAllowed(Person actor, UserRow row, string choice) =>
        AuthorityOver.Refusal(actor, row.Id, row.Role, UserAct.RevokeCertificate);

    protected override string After(string choice) => CertificateState.Revoked.Name().ToString();

    protected override async Task ApplyToAsync(
        IReadOnlyList<(User User, string Choice)> chosen, ChosenUsers subject, CancellationToken ct)
    {
        var now = Now;
        foreach (var (user, _) in chosen)
        {
            await notices.TellAsync(new ChangeNotice(Operation) { People = [NoticedPerson.Of(user)], ToAdministrators = true }, ct);
            user.RevokeCertificates(subject.Actor, await RevocationLists.TakeForRevocationAsync(Context, user.Id, now, ct), now);
            sessions.EndAfterRows(user.Id);
        }
    }

    private static UserOffer OfferFor(Person actor, UserRow row, UserCredentials held) => new(
        held.Certificate.Name(),
        held.Certificate is CertificateState.Issued or CertificateState.Expired ? Listing.Choices : [],
        string.Join(' ', new[]
        {
            held.CertificateEndsAtUtc is { } end ? $"有効期限 {JapanTime.Short(end)}" : null,
            row.Id == actor.Id && held.Certificate == CertificateState.Issued ? "あなた自身です。失効させると、ただちにログアウトされます。" : null,
        }.OfType<string>()) is { Length: > 0 } note ? note : null)
    {
        EndsAtUtc = held.CertificateEndsAtUtc,
    };

    private static IEnumerable<Described> Rows(ChosenUsers subject, Func<UserRow, string> stateOf)
    {
        foreach (var row in subject.Chosen)
        {
            yield return new Described(Section, "loginId", "ログインID", row.LoginId);
            yield return new Described(Section, "userName", "利用者名", row.Name);
            yield return new Described(Section, "certificateState", "証明書状態", stateOf(row));
            yield return new Described(
                Section, "certificateEndsAt", "有効期限", subject.Offers[row.Id].EndsAtUtc is { } end ? JapanTime.Long(end) : "");
        }
    }
}
