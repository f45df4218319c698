using BankAdmin.Domain;
using BankAdmin.Infrastructure.Mail;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;
using BankAdmin.Web.Tests.Scenes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BankAdmin.Web.Tests.Mail;

/// <summary>A bank, a mail server and a clock, without the program: mails go out when a test says so.</summary>
internal sealed class MailScene : IAsyncDisposable
{
    public const string From = "no-reply@bank.example";

    private readonly LogCollector log = new();
    private readonly ILoggerFactory logging;

    private MailScene(TestBank bank)
    {
        Bank = bank;
        logging = LoggerFactory.Create(builder => builder.AddProvider(log).SetMinimumLevel(LogLevel.Debug));
    }

    public TestBank Bank { get; }

    public SmtpListener Server { get; } = new();

    public TestClock Clock { get; } = new();

    public MailComposer Composer { get; } = new(From, "青空銀行");

    public IMailDelivery Smtp => SmtpAt(Server.Port);

    public string Folder => Path.Combine(Bank.Folder, "mail");

    public string Log => log.Text;

    /// <param name="engine">The engine; null: that of tests that name none.</param>
    public static async Task<MailScene> OpenAsync(DatabaseProvider? engine = null) => new(await TestBank.OpenAsync(engine));

    public IMailDelivery SmtpAt(int port) =>
        new SmtpDelivery(new MailServer { Host = "127.0.0.1", Port = port, Security = MailSecurity.None }, Composer);

    /// <summary>The sender of a node; everything it logs and everything EF logs for it is kept.</summary>
    public MailSender NewSender(IMailDelivery? delivery = null, TimeProvider? clock = null, params IInterceptor[] interceptors) => new(
        Bank.Database(logging, interceptors), delivery ?? Smtp, clock ?? Clock, logging.CreateLogger<MailSender>());

    public Task<int> SendAsync(IMailDelivery? delivery = null) => NewSender(delivery).SendDueAsync(CancellationToken.None);

    public OutgoingMail NewMail(Guid companyId, string to, string subject = "お知らせ", string body = "本文") =>
        new(companyId, to, subject, body, Clock.GetUtcNow().UtcDateTime);

    /// <summary>Has somebody of the company write a mail.</summary>
    public async Task<OutgoingMail> WriteAsync(string to, string subject = "お知らせ", string body = "本文")
    {
        var mail = NewMail(await CompanyIdAsync("1000000001"), to, subject, body);
        await using var context = OpenFor(mail.CompanyId);
        context.Add(mail);
        await context.SaveChangesAsync();
        return mail;
    }

    public Task<List<OutgoingMail>> WaitingAsync() =>
        Bank.WithDatabaseAsync(context => context.OutgoingMails.AsNoTracking().OrderBy(mail => mail.DueAtUtc).ToListAsync());

    public Task<Guid> CompanyIdAsync(string contractNumber) => Bank.WithDatabaseAsync(context =>
        context.Companies.IgnoreAutoIncludes()
            .Where(company => company.ContractNumber == contractNumber).Select(company => company.Id).SingleAsync());

    public BankAdminDbContext OpenFor(Guid companyId)
    {
        var operation = new OperationContext();
        operation.ActAs(new Person(Realm.Company, Guid.Empty, "sakura01", "佐藤　太郎", companyId, null, "192.0.2.1"));
        return Bank.Database().Open(operation, Clock);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        logging.Dispose();
        Bank.Dispose();
    }
}
