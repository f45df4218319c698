using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Certificates;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.Companies.ChangeMemos;
using BankAdmin.Web.Hosting;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BankAdmin.Architecture.Tests.SqlServer;

/// <summary>The program's services on a <see cref="NoServer"/>, with somebody logged in.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bankadmin-test-").FullName;
    private readonly WebApplication app;
    private readonly AsyncServiceScope scope;

    public Bench(NoServer server, DatabaseProvider engine = DatabaseProvider.SqlServer)
    {
        var builder = Endpoints.NewBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["BankAdmin:DataFolder"] = folder });
        Keys = MakeKeys();
        CertificateAuthority.CreateIfMissing(
            Path.Combine(folder, "ca"), new MasterKeys(Path.Combine(folder, "keys")), "銀行", new DateTimeOffset(MadeUpAnswer.SomeTime));
        builder.Services.AddSingleton(new PasswordHashing(1_000));
        // Late enough to write down that the session is used, too early to end it.
        builder.Services.AddSingleton<TimeProvider>(new StoppedClock(MadeUpAnswer.SomeTime.AddMinutes(5)));
        var nowhere = engine switch
        {
            DatabaseProvider.Sqlite => "Data Source=none",
            DatabaseProvider.Postgres => "Host=none",
            _ => "Server=none",
        };
        builder.Services.AddSingleton(new BankAdminDatabase(engine, nowhere, () => Keys, logging: null, server));
        app = builder.Build();
        scope = app.Services.CreateAsyncScope();
        var user = MadeUpAnswer.SomeId;
        var person = new Person(Realm.Company, user, "sakura01", "佐藤", user, user, "192.0.2.1") { Role = UserRole.Master };
        Get<CurrentSession>().SignedIn = new SignedIn(person, "さくら", null, false, true, new Web.Screens.Contract(
            new HashSet<BankingService>(BankingService.All), LoginMethod.Password, false, 100)
        {
            CertificatesRemain = true,
        });
        Get<OperationContext>().ActAs(person);
    }

    public Person Person => Get<CurrentSession>().RequirePerson();

    public HistoryKeys Keys { get; }

    public IServiceProvider Services => scope.ServiceProvider;

    public BankAdminDbContext Context => Get<BankAdminDbContext>();

    public WizardEngine<MemosForm, MemosSubject> Engine => new(Get<AccountMemosWizard>(), Get<WizardServices>());

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>What commands and seeds work on.</summary>
    public BankAdminDbContext OpenForSystem() => Get<BankAdminDatabase>().OpenForSystem(TimeProvider.System);

    /// <summary>What is no service itself: controllers, seeds, checks.</summary>
    public T Make<T>(params object[] parts)
    {
        var made = ActivatorUtilities.CreateInstance<T>(Services, parts);
        if (made is Controller controller)
        {
            controller.ControllerContext.HttpContext = new DefaultHttpContext { RequestServices = Services };
            controller.ControllerContext.ActionDescriptor = new ControllerActionDescriptor
            {
                EndpointMetadata = typeof(T).GetCustomAttributes(inherit: true),
            };
        }

        return made;
    }

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private HistoryKeys MakeKeys()
    {
        DevelopmentStart.CreateKeys(Path.Combine(folder, "keys"), TimeProvider.System);
        return new HistoryKeys(Path.Combine(folder, "keys"));
    }
}

/// <summary>A clock at which it is always the same time.</summary>
internal sealed class StoppedClock(DateTime utcNow) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(utcNow, TimeSpan.Zero);
}
