using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Fees;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure;
using BankAdmin.Infrastructure.Certificates;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Evidence;
using BankAdmin.Infrastructure.History;
using BankAdmin.Infrastructure.Mail;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Seeds;
using BankAdmin.Infrastructure.Sessions;
using BankAdmin.Testing;
using BankAdmin.Web.Commands;
using BankAdmin.Web.Features.Companies.ChangeCompany;
using BankAdmin.Web.Features.Companies.ChangeFees;
using BankAdmin.Web.Features.Companies.ChangeMemos;
using BankAdmin.Web.Features.Companies.TryFees;
using BankAdmin.Web.Features.Companies.ViewCompany;
using BankAdmin.Web.Features.Credentials.IssueCertificate;
using BankAdmin.Web.Features.Credentials.RevokeCertificate;
using BankAdmin.Web.Features.Home;
using BankAdmin.Web.Features.OperationHistory.Shared;
using BankAdmin.Web.Features.OperationHistory.ViewVerification;
using BankAdmin.Web.Features.SignIn;
using BankAdmin.Web.Features.Users.ChangeOwnPassword;
using BankAdmin.Web.Features.Users.ChangeUser;
using BankAdmin.Web.Features.Users.ChooseUsers;
using BankAdmin.Web.Features.Users.DeleteUser;
using BankAdmin.Web.Features.Users.ListUsers;
using BankAdmin.Web.Features.Users.RegisterUser;
using BankAdmin.Web.Features.Users.Shared;
using BankAdmin.Web.Features.Users.SuspendUsers;
using BankAdmin.Web.Features.Users.ViewRights;
using BankAdmin.Web.Features.Users.ViewUser;
using BankAdmin.Web.Hosting;
using BankAdmin.Web.Notices;
using BankAdmin.Web.Receipts;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace BankAdmin.Architecture.Tests.SqlServer;

/// <summary>The program's own methods that query, each called once: a new one is listed here.</summary>
internal static class QueryUses
{
    /// <summary>The ID by which the uses ask.</summary>
    public static readonly Guid Id = MadeUpAnswer.SomeId;

    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly User SomeUser = User.Register(new UserTerms(
        Id, "sakura01", "佐藤", "a@example.jp", UserRole.Master, StoredPassword.Own("hash", MadeUpAnswer.SomeTime), StoredPassword.None));

    private static readonly Company SomeCompany = Company.Open(new CompanyTerms("1000000001", "さくら", "ｻｸﾗ"));

    public static readonly IReadOnlyDictionary<string, Func<Bench, Task>> All = new Dictionary<string, Func<Bench, Task>>
    {
        ["approvers"] = b => LossGuard.ReadAsync(b.Context, SomeCompany, None),
        ["session: find"] = b => b.Get<CompanyPeople>().FindAsync(Id, isActivity: true, None),
        ["session: begin"] = b => b.Get<CompanyPeople>().BeginAsync(SomeUser, new LogIn(LogInWay.Password, "", "", "192.0.2.1"), None),
        ["session: still holds"] = b => b.Get<CompanyPeople>().ActorMayStillActAsync(None),
        ["session: end"] = b => b.Get<SessionStore>().EndAsync(None),
        ["counter: right"] = b => b.Get<EntryGatekeeper>().JudgeAsync(Id, EntryKind.Login, () => Task.FromResult(true)),
        ["counter: wrong"] = b => b.Get<EntryGatekeeper>().JudgeAsync(Id, EntryKind.Confirmation, () => Task.FromResult(false)),
        ["counter: set"] = b => b.Get<EntryGatekeeper>().SetAsync(Id, EntryKind.Login, WrongEntries.Clear),
        ["login"] = b => b.Get<LogInCheck>().JudgeAsync(
            new LogIn(LogInWay.Password, "sakura01", MadeUpAnswer.Password, "192.0.2.1"), None),
        ["confirmation"] = b => b.Get<ConfirmationCheck>().JudgeAsync("Confirm01", None),
        ["confirmation: stopped"] = b => b.Get<ConfirmationCheck>().JudgeStopAsync(),
        ["code: gate"] = b => b.Get<OneTimePasswords>().GateAsync(Id, None),
        // The made-up secret opens under no key; what is asked of the database is asked before.
        ["code: judge"] = b => Task.WhenAny(b.Get<OneTimePasswords>().JudgeAsync(Id, "123456", None)),
        ["code: use up, forget, tell"] = async b =>
        {
            b.Get<OneTimePasswords>().UseUpWithSave(Id, 2);
            b.Get<OneTimePasswords>().ForgetWithSave(Id);
            await b.Get<ChangeNotices>().TellAsync(new ChangeNotice(OperationCatalogue.RevokeTokens) { ToAdministrators = true }, None);
            b.Context.Record(new TokenRevoked(SomeUser.AsSubject()));
            await b.Context.SaveChangesAsync();
        },
        ["certificates: revoke"] = async b =>
        {
            var wizard = b.Get<RevokeCertificateWizard>();
            var input = new ChosenUsersForm { Choice = new() { [Id.ToString()] = ChosenUsersForm.Selected } };
            var subject = await wizard.ForInputAsync((await wizard.LoadAsync("", b.Person, None))!, input, None);
            await wizard.ApplyAsync(subject, input, None);
        },
        ["certificates: issue"] = b => b.Get<IssueCertificateWizard>().LoadAsync("", b.Person, None),
        ["certificates: presented"] = b => b.Get<PresentedCertificate>().ReadAsync("00", None),
        ["certificates: hand out"] = async b =>
        {
            var disclosures = b.Get<Disclosures>();
            disclosures.Offer(new DisclosedFile("a.p12", "application/x-pkcs12", []));
            disclosures.KeepWithSave(Id);
            b.Context.Record(new CertificateRevoked(SomeUser.AsSubject(), "00"));
            await b.Context.SaveChangesAsync();
            await disclosures.CloseAsync(None);

            // The made-up box opens under no key.
            await Task.WhenAny(disclosures.FindAsync(Id, None));
        },
        ["certificates: list"] = b => new RevocationLists(
            b.Get<BankAdminDatabase>(), b.Get<CertificateAuthority>, b.Get<TimeProvider>()).CurrentAsync(None),
        ["certificates: count a revocation"] = async b =>
        {
            RevocationLists.CountWithSave(b.Context);
            b.Context.Record(new CertificateRevoked(SomeUser.AsSubject(), "00"));
            await b.Context.SaveChangesAsync();
        },
        ["token: put off"] = b => b.Get<SessionStore>().PutOffTokenAsync(None),
        ["token: register"] = async b =>
        {
            var (enrolment, codes) = (b.Get<TokenEnrolment>(), b.Get<OneTimePasswords>());
            var secret = codes.OfferedSecret(Id);
            await enrolment.TryAsync(secret, Codes.At(secret, b.Get<TimeProvider>().GetUtcNow()), None);
        },
        ["credentials"] = b => b.Get<UserDirectory>().GetAsync(Id, None),
        ["code: suspended"] = b => b.Get<TokenSuspension>().TellAsync(None),
        ["due passwords"] = b => b.Make<SetPasswordsController>().Due(None),
        ["top"] = b => b.Make<HomeController>().Front(None),
        ["draft: discard"] = b => b.Make<HomeController>().Discard(Id, None),
        ["company inquiry"] = b => b.Make<ViewCompanyController>().Inquire(None),
        ["company inquiry: print"] = b => b.Make<ViewCompanyController>().Print(None),
        ["receipt"] = b => b.Get<ReceiptStore>().FindAsync("20261122-000001", None),
        ["wizard: company"] = b => b.Get<ChangeCompanyWizard>().LoadAsync("", b.Person, None),
        ["wizard: fees"] = b => b.Get<PayeeTransferFeesWizard>().LoadAsync("", b.Person, None),
        ["fees: both sides"] = b => b.Context.FeeTrialsAsync(FeeTableKind.PayeeBulkTransfer, new DateOnly(2026, 11, 22), None),
        ["fees: try"] = b => b.Make<TryFeesController>().Try(new(), None),
        ["users: list"] = b => b.Make<ListUsersController>()
            .List(new UserFilter { Q = "s", Role = "General", State = "Active", Order = "state" }, None),
        ["users: list, sorted by role"] = b => b.Make<ListUsersController>()
            .List(new UserFilter { Order = "role", Descending = true }, None),
        ["users: act"] = b => b.Make<ListUsersController>().Act("sakura02", "inquire", new UserFilter(), None),
        ["users: rights, a page"] = b => b.Make<ViewRightsController>().Inquire(None),
        ["users: rights"] = b => b.Make<ViewRightsController>().Csv(None),
        ["users: inquiry"] = b =>
        {
            var inquiry = b.Make<ViewUserController>();
            inquiry.ControllerContext.RouteData = new(new RouteValueDictionary(new { id = Id.ToString() }));
            return inquiry.Inquire(None);
        },
        ["users: register"] = async b =>
        {
            var wizard = b.Get<RegisterUserWizard>();
            var subject = (await wizard.LoadAsync(Id.ToString(), b.Person, None))!;
            await wizard.CheckAsync(subject, NewUser, None);
            await wizard.ApplyAsync(subject, NewUser, None);
            await b.Context.SaveChangesAsync();
        },
        ["users: change"] = b => b.Get<ChangeUserWizard>().LoadAsync(Id.ToString(), b.Person, None),
        ["users: delete"] = async b =>
        {
            b.Get<SessionStore>().EndAfterRows(Id);
            (await LossGuard.ReadAsync(b.Context, SomeCompany, None)).RequireAfterRows(b.Context, [BankingService.Transfer]);
            b.Context.Record(new SheetInquired(OperationCatalogue.InquireUser, SomeUser.AsSubject()));
            await b.Context.SaveChangesAsync();
        },
        ["users: delete, load and apply"] = async b =>
        {
            var wizard = b.Get<DeleteUserWizard>();
            if (await wizard.LoadAsync(Id.ToString(), b.Person with { Id = Guid.Empty }, None) is { } subject)
            {
                await wizard.ApplyAsync(subject, new UserForm(), None);
            }
        },
        ["users: suspend"] = async b =>
        {
            var wizard = b.Get<SuspendUsersWizard>();
            var input = new ChosenUsersForm { Choice = new() { [Id.ToString()] = "Stop" } };
            var subject = await wizard.ForInputAsync((await wizard.LoadAsync("", b.Person, None))!, input, None);
            await wizard.CheckAsync(subject, input, None);
            await wizard.ApplyAsync(subject, input, None);
        },
        ["users: own passwords"] = b => b.Get<ChangeOwnPasswordWizard>().LoadAsync("", b.Person, None),
        ["wizard: start"] = b => b.Engine.StartAsync("", null, None),
        ["wizard: keep after timeout"] = b =>
        {
            (b.Get<CurrentSession>().SignedIn, b.Get<CurrentSession>().TimedOut) = (null, b.Get<CurrentSession>().SignedIn);
            return b.Get<DraftStore>().FindForKeepingAsync(b.Get<AccountMemosWizard>(), Id, None);
        },
        ["wizard: commit"] = b => b.Get<WizardCommit>().CommitAsync(
            b.Get<AccountMemosWizard>(), new CommitRequest(Id, 1, null, new StepUpEntry(null, null)), null, None),
        ["wizard: rebase"] = async b =>
        {
            var draft = (await b.Engine.FindAsync(Id, None))!;
            var subject = (await b.Get<AccountMemosWizard>().LoadAsync("", b.Person, None))!;
            await b.Get<DraftStore>().KeepRefusalAsync(draft, KeptRefusal.Of("memos", 1, Trouble.Invalid, [], null, null), None);
            await b.Get<DraftStore>().RebaseAsync(draft, subject, new MemosForm { Memos = ["x"] }, None);
        },
        ["sweep"] = b => b.Make<Sweeper>().SweepAsync(None),
        ["repeats: count"] = b => b.Get<RepeatCounter>().CountAsync("thing", "source"),
        ["users: taken login ID"] = b => b.Get<TakenLoginIds>().CheckAsync("nobody01", null, None),
        ["confirmation: strengthen"] = b => b.Context.StrengthenAsync(Id, EntryKind.Confirmation, "weak", "strong", None),
        ["users: search"] = b => b.Make<ListUsersController>().List(new UserFilter { Q = "高橋" }, None),
        ["mail: send"] = b => b.Make<MailSender>().SendDueAsync(None),
        ["mail: put back"] = b => SenderToNowhere(b, MadeUpAnswer.SomeTime).SendDueAsync(None),
        ["mail: give up"] = b => SenderToNowhere(b, MadeUpAnswer.SomeTime + MailSender.LongestWait).SendDueAsync(None),
        ["ring"] = b => Task.FromResult(new DataProtectionKeyStore(b.Get<IServiceScopeFactory>()).GetAllElements()),
        ["history: search"] = b => new HistorySearch(b.Context).PageAsync(Everything, null, 50, None),
        ["history: search, older"] = b => new HistorySearch(b.Context).PageAsync(Everything, new(SomePlace, Newer: false), 50, None),
        ["history: search, newer"] = b => new HistorySearch(b.Context).PageAsync(Everything, new(SomePlace, Newer: true), 50, None),
        ["history: in order"] = b => new HistorySearch(b.Context).PageAsync(Anything, null, 50, None),
        ["history: in order, older"] = b => new HistorySearch(b.Context).PageAsync(Anything, new(SomePlace, Newer: false), 50, None),
        ["history: in order, newer"] = b => new HistorySearch(b.Context).PageAsync(Anything, new(SomePlace, Newer: true), 50, None),
        ["history: count all"] = b => new HistorySearch(b.Context).CountAsync(Anything, NoPage, 3_000, None),
        ["history: days"] = b => new HistorySearch(b.Context).DaysAsync(Everything, 3_000, None),
        ["history: days of all"] = b => new HistorySearch(b.Context).DaysAsync(Anything, 3_000, None),
        ["history: a record"] = b => b.Get<CompanyHistory>().FindAsync("20261122-000001", None),
        ["history: a record by its place"] = b => b.Get<CompanyHistory>().FindAsync(1, None),
        ["history: parts"] = b => b.Get<CompanyHistory>().PartsAsync(new() { ReceiptNumber = "20261122-000001" }, 10, None),
        ["history: what changed"] = b => b.Get<CompanyHistory>().ChangesAsync([new() { ReceiptNumber = "20261122-000001" }], None),
        ["history: last verification"] = b => b.Make<ViewVerificationController>().Inquire(None),
        ["history: index"] = b => b.Make<HistoryIndexer>().IndexAllAsync(None),
        ["sessions: time out"] = b => b.Make<SessionTimeouts>().EndAsync(None),
        ["history: verify"] = b => new OperationVerifier(b.OpenForSystem(), b.Keys).VerifyAsync(null, null, None),
        ["history: verify a chain"] = b => new OperationVerifier(b.OpenForSystem(), b.Keys).VerifyAsync(
            Id, new Anchor(MadeUpAnswer.SomeTime, [new AnchoredChain(Id, "", 1, "00")]), None),
        ["history: verify and tell"] = b => RunAsync(b, null),
        ["history: verify and tell a company"] = b => RunAsync(b, Id),
        ["history: retain"] = b => new HistoryRetention(b.OpenForSystem(), b.Keys).RunAsync(MadeUpAnswer.SomeTime, _ => { }, None),
        ["history: evidence"] = b => Should.ThrowAsync<CannotGoOnException>(new EvidenceExport(
                b.OpenForSystem(), b.Keys, b.Get<CertificateAuthority>(), b.Get<BankParameters>().Issuer, b.Get<TimeProvider>())
            .WriteAsync(
                new EvidenceScope("1000000001", DateOnly.MinValue, DateOnly.MaxValue), Path.Combine(Path.GetTempPath(), "none.zip"), None)),
        ["history: remove"] = b => new HistoryRemoval(b.OpenForSystem()).RemoveAsync(
            new ChainBase { ChainId = Id, Sequence = 300 }, subject: null, None),
        ["drafts: keep alive"] = b => b.Get<DraftStore>().TouchAllAsync(None),
        ["history: anchor"] = b => new OperationVerifier(b.OpenForSystem(), b.Keys).TakeAnchorAsync(MadeUpAnswer.SomeTime, None),
        ["audit of a company"] = b => AuditCommand.VerifyAsync(b.Services, ["--company", "1000000001"]),
        ["start in production"] = b => b.Make<StartupChecks>().OfServerAsync(None),
        ["ready: write"] = b => b.Make<DatabaseProbe>().WriteAsync(),
        ["seed: demo"] = b => b.Make<DemoSeed>().FillAsync(None),
        ["seed: load"] = b => b.Make<LoadSeed>(b.Keys).AddAsync(new LoadSize(1, 2, 100), _ => { }, None),
        // Where records are copied past EF there is no client to copy with; what is asked of the database is asked before.
        ["seed: load history"] = b => Task.WhenAny(LoadAsync(b)),
        ["seed: taken"] = b => b.Make<FixtureSeed>(b.OpenForSystem())
            .FindTakenAsync(new FixtureReader(new()).Read(DemoSeed.Document()).Document, None),
    };

    private static async Task RunAsync(Bench bench, Guid? company)
    {
        var verification = bench.Make<HistoryVerification>(bench.OpenForSystem(), bench.Keys);
        await foreach (var _ in verification.RunAsync(company, null, null, None))
        {
        }
    }

    private static async Task LoadAsync(Bench bench)
    {
        var history = new LoadHistory(bench.Get<BankAdminDatabase>(), new BankParameters(), bench.Keys.Current, bench.Get<TimeProvider>());
        await foreach (var _ in history.AddAsync("1000000001", 60, None))
        {
        }
    }

    private static HistoryConditions Anything => new(Id, MadeUpAnswer.SomeTime, MadeUpAnswer.SomeTime.AddDays(7));

    private static HistoryConditions Everything => Anything with
    {
        UserName = "佐藤",
        Terminal = "192",
        Category = "user",
        Operation = "user.change",
        Text = "限度額",
        OwnOf = Id,
        OperatorId = Id,
        SessionId = Id,
        SubjectKey = "Person:1",
    };

    private static HistoryPage NoPage => new([], HasNewer: false, HasOlder: false, SearchedTo: null);

    private static HistoryPlace SomePlace => new(MadeUpAnswer.SomeTime, 7);

    private static MailSender SenderToNowhere(Bench bench, DateTime utcNow) =>
        new(bench.Get<BankAdminDatabase>(), new Nowhere(), new StoppedClock(utcNow), NullLogger<MailSender>.Instance);

    private static UserForm NewUser => new()
    {
        Basic = new BasicPart
        {
            LoginId = "sakura06",
            ChangeLoginPassword = true,
        },
        Login = new AcceptedPassword("hash", "sakura06"),
    };

    private sealed class Nowhere : IMailDelivery
    {
        public Task DeliverAsync(OutgoingMail mail, CancellationToken ct) => throw new MailRefusedException("nowhere");
    }
}
