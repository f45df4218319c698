using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.SignIn;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Seeds;

/// <summary>A large history with a valid chain, for measuring: logins of every user in turn, one a second, up to now.</summary>
public sealed class LoadSeed(BankAdminDatabase database, TimeProvider clock)
{
    private const int BatchSize = 1_000;

    /// <summary>Adds that many records to every company.</summary>
    public async Task AddAsync(int recordsPerCompany, Action<string> progress, CancellationToken ct)
    {
        await using var reading = database.OpenForSystem(clock);
        foreach (var company in await reading.Companies.IgnoreAutoIncludes().AsNoTracking().OrderBy(c => c.ContractNumber).ToListAsync(ct))
        {
            var people = await reading.Users.AsNoTracking().Where(u => u.CompanyId == company.Id).OrderBy(u => u.LoginId)
                .Select(u => Person.Of(u, "192.0.2.1", null)).ToListAsync(ct);
            for (var done = 0; done < recordsPerCompany; done += BatchSize)
            {
                await AddBatchAsync(company.Id, people, done, recordsPerCompany, ct);
                progress($"{company.ContractNumber}: {Math.Min(done + BatchSize, recordsPerCompany)} / {recordsPerCompany}");
            }
        }
    }

    private async Task AddBatchAsync(Guid companyId, List<Person> people, int done, int total, CancellationToken ct)
    {
        var operation = new OperationContext();
        await using var context = database.OpenForSystem(clock, operation);
        for (var i = done; i < Math.Min(done + BatchSize, total); i++)
        {
            operation.HappenedAtUtc = clock.GetUtcNow().UtcDateTime.AddSeconds(i - total);
            var who = people[i % people.Count];
            context.Record(new LoggedIn(OperationSubject.Of(who)), who, companyId);
        }

        await context.SaveChangesAsync(ct);
    }
}
