using System.Text.Encodings.Web;
using System.Text.Unicode;
using BankAdmin.Domain;
using BankAdmin.Infrastructure;
using BankAdmin.Infrastructure.Certificates;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.History;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Mail;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Seeds;
using BankAdmin.Infrastructure.Sessions;
using BankAdmin.Web.Features.Credentials.Shared;
using BankAdmin.Web.Features.Home;
using BankAdmin.Web.Features.OperationHistory.Shared;
using BankAdmin.Web.Features.OperationHistory.ViewOperation;
using BankAdmin.Web.Features.SignIn;
using BankAdmin.Web.Features.Users.Shared;
using BankAdmin.Web.Features.Users.ViewRights;
using BankAdmin.Web.Forms;
using BankAdmin.Web.Notices;
using BankAdmin.Web.Receipts;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace BankAdmin.Web.Hosting;

/// <summary>What the program is made of.</summary>
public static class ServiceRegistration
{
    /// <summary>Most bytes of a request; the largest form there is has a tenth of it.</summary>
    public const int LongestRequest = 2_000_000;

    private const int LongestField = 20_000;
    private const int MostFields = 10_000; // 企業情報変更 has four fields for each account

    /// <summary>Database, keys, clock and parameters: what commands need too.</summary>
    public static IServiceCollection AddCore(this IServiceCollection services)
    {
        services.AddSingleton(sp => Settings.Read(sp.GetRequiredService<IConfiguration>()));
        services.AddSingleton(sp => sp.GetRequiredService<Settings>().Bank);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(sp => new MasterKeys(sp.GetRequiredService<Settings>().KeyFolder));
        services.AddSingleton(sp => new HistoryKeys(sp.GetRequiredService<Settings>().KeyFolder));
        services.AddSingleton(sp => new PasswordHashing(
            sp.GetRequiredService<Settings>().PasswordRounds, sp.GetRequiredService<ILogger<PasswordHashing>>()));
        services.AddSingleton(sp =>
        {
            var settings = sp.GetRequiredService<Settings>();
            return new BankAdminDatabase(
                settings.Provider, settings.ConnectionString, sp.GetRequiredService<HistoryKeys>, sp.GetRequiredService<ILoggerFactory>());
        });
        services.AddSingleton(sp => CertificateAuthority.Open(
            sp.GetRequiredService<Settings>().CaFolder, sp.GetRequiredService<MasterKeys>()));

        // Opened when it is needed: in development it is made on the way.
        services.AddSingleton<Func<CertificateAuthority>>(sp => sp.GetRequiredService<CertificateAuthority>);
        services.AddSingleton<RevocationLists>();
        services.AddSingleton(sp => new SeedParts(
            sp.GetRequiredService<PasswordHashing>(), sp.GetRequiredService<MasterKeys>,
            sp.GetRequiredService<Func<CertificateAuthority>>(), sp.GetRequiredService<Settings>().DemoCertificates));
        services.AddSingleton<DatabaseMigrator>().AddSingleton<DatabaseProbe>();
        services.AddScoped<OperationContext>();
        services.AddScoped(sp => sp.GetRequiredService<BankAdminDatabase>()
            .Open(sp.GetRequiredService<OperationContext>(), sp.GetRequiredService<TimeProvider>()));
        services.AddScoped<EntryGatekeeper>().AddScoped<RepeatCounter>().AddScoped<OneTimePasswords>();
        services.AddSingleton<UnknownIds>();
        return services;
    }

    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddScoped<CurrentSession>().AddScoped<SessionStore>().AddScoped<PageState>();
        services.AddSingleton<SessionLookUp>().AddSingleton(sp => ListenAddresses.Read(sp.GetRequiredService<IConfiguration>()));
        services.AddForwardedCertificates();
        services.AddClientCertificates();
        services.AddScoped<CompanyPeople>().AddScoped<IRealmPeople>(sp => sp.GetRequiredService<CompanyPeople>());
        services.AddScoped<EntryStops>().AddScoped<ConfirmationCheck>().AddScoped<CurrentPasswords>();
        services.AddScoped<StepUpCheck>().AddScoped<TokenSuspension>();
        services.AddScoped<LogInPages>().AddScoped<LogInCheck>().AddScoped<DuePasswordChange>().AddScoped<TokenEnrolment>();
        services.AddScoped<RightsMatrix>();
        services.AddScoped<HistorySearch>().AddScoped<CompanyHistory>().AddScoped<RecordFacts>();
        services.AddScoped<CredentialStates>().AddScoped<UserDirectory>().AddScoped<TokenParts>().AddScoped<TopPages>();
        services.AddScoped<UserPasswords>().AddScoped<TakenLoginIds>().AddScoped<ChangeNotices>().AddScoped<ReceiptStore>();
        services.AddScoped<Disclosures>().AddScoped<DraftStore>().AddScoped<WizardCommit>()
            .AddScoped<WizardServices>().AddScoped<WizardRegistry>();
        services.AddWizards(typeof(Program).Assembly);
        services.AddSingleton<SessionCookie>().AddSingleton<LogInLane>();
        services.AddHostedService<Sweeper>().AddHostedService<SessionTimeouts>().AddHostedService<HistoryIndexer>();
        services.AddSingleton<InquiryLog>().AddHostedService(sp => sp.GetRequiredService<InquiryLog>());
        services.AddSingleton(sp =>
            new MailComposer(sp.GetRequiredService<Settings>().MailFrom, sp.GetRequiredService<BankParameters>().Name));
        services.AddSingleton<IMailDelivery>(sp => sp.GetRequiredService<Settings>() is { MailServer: { } server }
            ? new SmtpDelivery(server, sp.GetRequiredService<MailComposer>())
            : new MailFolder(sp.GetRequiredService<Settings>().MailFolder, sp.GetRequiredService<MailComposer>()));
        services.AddHostedService<MailSender>();

        // In one pass, not in the two of the default: each page opens and seals several tokens.
        services.AddDataProtection().SetApplicationName("BankAdmin").UseCryptographicAlgorithms(
            new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(sp => new ConfigureOptions<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new DataProtectionKeyStore(sp.GetRequiredService<IServiceScopeFactory>());
            options.XmlEncryptor = new MasterKeyXmlEncryptor(sp.GetRequiredService<MasterKeys>());
        }));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "bankadmin-form";
            // A link from another site must not replace it: the form that is open in another tab would be refused.
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.None; // HostCookies makes it secure where there is https
        });
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<FormOptions>(options => (options.ValueLengthLimit, options.ValueCountLimit) = (LongestField, MostFields));
        services.AddControllersWithViews(options =>
        {
            options.MaxModelBindingCollectionSize = MostFields;
            // Forms are judged by their validators (ADR 12). With a rule of the framework in it, a form would be walked through while it is
            // bound, computed members and all, before it is cut to what its page has.
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            options.Filters.Add<RequireSession>();
            options.Filters.Add<RecordRefusedAccess>();
            options.Filters.Add<CloseDisclosure>();
            options.Filters.Add(new RequireReadableForm());
            options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
        });
        services.Configure<RazorViewEngineOptions>(options =>
        {
            // folder = area / controller; what an area shares is beside them
            options.AreaViewLocationFormats.Insert(0, "/Features/{2}/{1}/{0}.cshtml");
            options.AreaViewLocationFormats.Insert(1, "/Features/{2}/{0}.cshtml");
            options.AreaViewLocationFormats.Insert(2, "/Features/{2}/Shared/{0}.cshtml");
            options.AreaViewLocationFormats.Insert(3, "/Features/Shared/{0}.cshtml");
        });
        return services;
    }

    /// <summary>Believes forwarded headers from the configured proxies and nobody else.</summary>
    public static void UseTrustedProxies(this WebApplication app, Settings settings)
    {
        if (settings.TrustedProxies.Count == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        settings.TrustedProxies.ToList().ForEach(proxy => options.KnownIPNetworks.Add(proxy.Network));
        app.UseForwardedHeaders(options);
    }
}
