using BankAdmin.Web.Features.Users.ChooseUsers;
using BankAdmin.Web.Wizards;
using BankAdmin.Domain.Companies;
using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Fees;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Drafts;
using BankAdmin.Infrastructure.Mail;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Seeds;
using BankAdmin.Infrastructure.Sessions;
using BankAdmin.Web.Commands;
using BankAdmin.Web.Features.Companies.ChangeCompany;
using BankAdmin.Web.Features.Companies.ChangeFees;
using BankAdmin.Web.Features.Companies.ChangeMemos;
using BankAdmin.Web.Features.Companies.TryFees;
using BankAdmin.Web.Features.Companies.ViewCompany;
using BankAdmin.Web.Features.Home;
using BankAdmin.Web.Features.SignIn;
using BankAdmin.Web.Features.Users.ChangeOwnPassword;
using BankAdmin.Web.Features.Users.ChangeUser;
using BankAdmin.Web.Features.Users.DeleteUser;
using BankAdmin.Web.Features.Users.ListUsers;
using BankAdmin.Web.Features.Users.RegisterUser;
using BankAdmin.Web.Features.Users.Shared;
using BankAdmin.Web.Features.Users.SuspendUsers;
using BankAdmin.Web.Features.Users.ViewRights;
using BankAdmin.Web.Features.Users.ViewUser;
using BankAdmin.Web.Hosting;
using BankAdmin.Web.Receipts;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace BankAdmin.Architecture.Tests.SqlServer;

/// <summary>
/// Every query of the program, called through the program's own methods and rendered by the SQL Server provider. What the
/// provider cannot say in T-SQL it refuses; a method with a query that nobody calls here fails the last test by name.
/// </summary>
public sealed partial class QueryTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Guid Id = MadeUpAnswer.SomeId;
    private static readonly User SomeUser = User.Register(new UserTerms(
        Id, "sakura01", "佐藤", "a@example.jp", UserRole.Master, StoredPassword.Own("hash", MadeUpAnswer.SomeTime), StoredPassword.None));

    private static readonly Company SomeCompany = Company.Open(new CompanyTerms("1000000001", "さくら", "ｻｸﾗ"));
    private static readonly Dictionary<string, Func<Bench, Task>> Uses = new()
    {
        ["approvers"] = b => LossGuard.ReadAsync(b.Context, SomeCompany, None),
        ["session: find"] = b => b.Get<CompanyPeople>().FindAsync(Id, isActivity: true, None),
        ["session: begin"] = b => b.Get<CompanyPeople>().BeginAsync(SomeUser, "192.0.2.1", None),
        ["session: still holds"] = b => b.Get<CompanyPeople>().ActorMayStillActAsync(None),
        ["session: end"] = b => b.Get<SessionStore>().EndAsync(None),
        ["counter: right"] = b => b.Get<EntryGatekeeper>().JudgeAsync(Id, EntryKind.Login, () => Task.FromResult(true)),
        ["counter: wrong"] = b => b.Get<EntryGatekeeper>().JudgeAsync(Id, EntryKind.Confirmation, () => Task.FromResult(false)),
        ["counter: set"] = b => b.Get<EntryGatekeeper>().SetAsync(Id, EntryKind.Login, WrongEntries.Clear),
        ["login"] = b => b.Get<LogInCheck>().JudgeAsync("sakura01", MadeUpAnswer.Password, "192.0.2.1", None),
        ["confirmation"] = b => b.Get<ConfirmationCheck>().JudgeAsync("Confirm01", None),
        ["confirmation: stopped"] = b => b.Get<ConfirmationCheck>().JudgeStopAsync(),
        ["due passwords"] = b => b.Make<SetPasswordsController>().Due(None),
        ["top"] = b => b.Make<HomeController>().Front(None),
        ["company inquiry"] = b => b.Make<ViewCompanyController>().Inquire(None),
        ["company inquiry: print"] = b => b.Make<ViewCompanyController>().Print(None),
        ["receipt"] = b => b.Get<ReceiptStore>().FindAsync("20261122-000001", None),
        ["wizard: company"] = b => b.Get<ChangeCompanyWizard>().LoadAsync("", b.Person, None),
        ["wizard: fees"] = b => b.Get<PayeeTransferFeesWizard>().LoadAsync("", b.Person, None),
        ["fees: both sides"] = b => b.Context.FeeTrialsAsync(FeeTableKind.PayeeBulkTransfer, new DateOnly(2026, 11, 22), None),
        ["fees: try"] = b => b.Make<TryFeesController>().Try(new(), None),
        ["users: list"] = b => b.Make<ListUsersController>().List(new UserFilter { Q = "s", Role = "General", State = "Active", Order = "state" }, None),
        ["users: list, sorted by role"] = b => b.Make<ListUsersController>().List(new UserFilter { Order = "role", Descending = true }, None),
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
        ["users: delete, load"] = b => b.Get<DeleteUserWizard>().LoadAsync(Id.ToString(), b.Person, None),
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
            await b.Get<DraftStore>().RebaseAsync(draft, subject, new MemosForm { Memos = ["x"] }, "", None);
        },
        ["drafts: sweep"] = b => new ExpiredDraftSweeper(b.Get<BankAdminDatabase>(), TimeProvider.System, NullLogger<ExpiredDraftSweeper>.Instance).SweepAsync(None),
        ["mail: send"] = b => b.Make<MailSender>().SendDueAsync(None),
        ["mail: put back"] = b => SenderToNowhere(b, MadeUpAnswer.SomeTime).SendDueAsync(None),
        ["mail: give up"] = b => SenderToNowhere(b, MadeUpAnswer.SomeTime + MailSender.LongestWait).SendDueAsync(None),
        ["ring"] = b => Task.FromResult(new DataProtectionKeyStore(b.Get<IServiceScopeFactory>()).GetAllElements()),
        ["history: verify"] = b => new OperationVerifier(b.OpenForSystem(), b.Keys).VerifyAsync(null, null, None),
        ["history: anchor"] = b => new OperationVerifier(b.OpenForSystem(), b.Keys).TakeAnchorAsync(MadeUpAnswer.SomeTime, None),
        ["audit of a company"] = b => AuditCommand.VerifyAsync(b.Services, ["--company", "1000000001"]),
        ["start in production"] = b => b.Make<StartupChecks>().FindProblemsAsync(None),
        ["seed: demo"] = b => b.Make<DemoSeed>().FillAsync(None),
        ["seed: load"] = b => b.Make<LoadSeed>().AddAsync(1, _ => { }, None),
        ["seed: taken"] = b => b.Make<FixtureSeed>(b.OpenForSystem()).FindTakenAsync(new FixtureReader(new()).Read(DemoSeed.Document()).Document, None),
    };

    // SQL Server has application locks instead; what it does there is EF's own.
    private static readonly string[] NeverOnSqlServer = ["DatabaseMigrator.ApplyAsync"];

    private static readonly ConcurrentDictionary<(string Use, DatabaseProvider Engine), Lazy<Task<List<Statement>>>> Runs = new();

    public static TheoryData<string> Names => [.. Uses.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_renders_as_T_SQL(string use)
    {
        var statements = await RunAsync(use);
        statements.ShouldNotBeEmpty();
        statements.ShouldAllBe(statement => !SqliteOnly().IsMatch(statement.Text));
    }

    [Fact]
    public async Task Every_method_with_a_query_is_called_here()
    {
        var called = new HashSet<string>();
        foreach (var use in Uses.Keys)
        {
            called.UnionWith((await RunAsync(use)).SelectMany(statement => statement.Methods));
        }

        QueryMethods.All().Count.ShouldBeGreaterThan(20);
        QueryMethods.All().Except(called).ShouldBe(NeverOnSqlServer);
        QueryMethods.In(typeof(QueryTests)).ShouldContain("QueryTests.SomeQueryAsync"); // a new one is seen
    }

    [Fact]
    public async Task What_cannot_be_said_in_T_SQL_fails()
    {
        await using var bench = new Bench(new NoServer(1, 1));
        await Should.ThrowAsync<InvalidOperationException>(() => SomeQueryAsync(bench.Context));
        SqliteOnly().IsMatch("SELECT 1 LIMIT 1").ShouldBeTrue();
    }

    [Fact]
    public async Task Counters_change_by_one_conditional_statement()
    {
        var statements = await RunAsync("counter: wrong");
        statements.ShouldContain(s => s.Text.StartsWith("UPDATE", StringComparison.Ordinal) && Regex.IsMatch(s.Text, @"\[Revision\] = \[\w+\]\.\[Revision\] \+") && Regex.IsMatch(s.Text, @"WHERE[^;]*\[Revision\] = @"));
        statements.ShouldContain(s => s.Text.StartsWith("INSERT INTO \"EntryCounters\"", StringComparison.Ordinal) && s.Text.Contains("WHERE NOT EXISTS", StringComparison.Ordinal) && !s.Text.Contains(Id.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_is_deleted_by_the_sweeper_is_deleted_by_the_server() =>
        (await RunAsync("drafts: sweep")).ShouldContain(s => s.Text.StartsWith("DELETE FROM", StringComparison.Ordinal));

    [Fact]
    public async Task A_mail_is_claimed_by_one_conditional_statement_and_deleted_by_the_server()
    {
        var sent = await RunAsync("mail: send");
        sent.ShouldContain(s => Regex.IsMatch(s.Text, @"^UPDATE[^;]*SET[^;]*\[Attempts\] = [^;]*\+ 1[^;]*WHERE[^;]*\[Id\] = @[^;]*\[DueAtUtc\] = @"));
        foreach (var statements in new[] { sent, await RunAsync("mail: give up") })
        {
            statements.ShouldContain(s => s.Text.StartsWith("DELETE FROM", StringComparison.Ordinal));
        }

        (await RunAsync("mail: put back")).ShouldNotContain(s => s.Text.StartsWith("DELETE FROM", StringComparison.Ordinal));
    }

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

    private static Task<List<Company>> SomeQueryAsync(BankAdminDbContext context) =>
        context.Companies.Where(company => company.Accounts.Count == 1).ToListAsync();

    // With and without rows, met and missed: between them every branch that sends something is walked.
    internal static Task<List<Statement>> RunAsync(string use, DatabaseProvider engine = DatabaseProvider.SqlServer) =>
        Runs.GetOrAdd((use, engine), _ => new(() => WalkAsync(use, engine))).Value;

    private static async Task<List<Statement>> WalkAsync(string use, DatabaseProvider engine)
    {
        var statements = new List<Statement>();
        foreach (var (rows, affected) in new[] { (0, 0), (0, 1), (1, 0), (1, 1) })
        {
            var server = new NoServer(rows, affected);
            await using var bench = new Bench(server, engine);
            try
            {
                await Uses[use](bench);
            }
            catch (Exception expected) when (IsOfTheMadeUpAnswers(expected))
            {
                // Made-up rows do not fit together; what was sent until then counts.
            }

            statements.AddRange(server.Statements);
        }

        return statements;
    }

    private static bool IsOfTheMadeUpAnswers(Exception failure) =>
        failure is TimeoutException or NullReferenceException or DbUpdateException or ArgumentException
        || (failure is InvalidOperationException && !failure.Message.Contains("translat", StringComparison.OrdinalIgnoreCase));

    private sealed class Nowhere : IMailDelivery
    {
        public Task DeliverAsync(OutgoingMail mail, CancellationToken ct) => throw new MailRefusedException("nowhere");
    }

    [GeneratedRegex(@"\bLIMIT\b|\|\||\bjson_each\b|\bef_\w+\(|\bstrftime\b|\bCOLLATE NOCASE\b")]
    private static partial Regex SqliteOnly();
}
