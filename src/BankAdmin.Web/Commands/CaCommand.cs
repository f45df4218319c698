using BankAdmin.Domain;
using BankAdmin.Infrastructure.Certificates;
using BankAdmin.Web.Hosting;

namespace BankAdmin.Web.Commands;

/// <summary><c>ca create</c>, <c>ca show</c>: the authority for client certificates.</summary>
public static class CaCommand
{
    public static Task<int> CreateAsync(IServiceProvider services, IReadOnlyList<string> rest)
    {
        var settings = services.GetRequiredService<Settings>();
        if (Places.FolderProblem("BankAdmin__CaFolder", settings.CaFolder) is { } problem)
        {
            return Task.FromResult(Failures.Tell(problem));
        }

        var made = DevelopmentStart.CreateAuthority(settings, services.GetRequiredService<TimeProvider>());
        Console.WriteLine(made ? $"認証局を {settings.CaFolder} に作りました。" : $"認証局はすでに {settings.CaFolder} にあります。");
        return ShowAsync(services, rest);
    }

    /// <summary>Its certificate, to be given to proxies and to whoever checks.</summary>
    public static Task<int> ShowAsync(IServiceProvider services, IReadOnlyList<string> rest)
    {
        var authority = services.GetRequiredService<CertificateAuthority>();
        Console.WriteLine($"名前: {authority.Certificate.Subject}");
        Console.WriteLine($"有効期限: {JapanTime.Long(authority.Certificate.NotAfter.ToUniversalTime())}");
        Console.Write(authority.Pem);
        return Task.FromResult(0);
    }
}
