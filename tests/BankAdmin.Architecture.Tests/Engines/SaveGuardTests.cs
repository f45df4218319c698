using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace BankAdmin.Architecture.Tests.Engines;

/// <summary>The last look before a save costs what is saved, not its square.</summary>
public sealed class SaveGuardTests
{
    private const int Few = 100;

    [Fact]
    public void Each_entry_is_looked_at_once()
    {
        var (few, many) = (Visits(Few), Visits(4 * Few));
        many.ShouldBe(4 * few);
        few.ShouldBe(Few * 3, "a user, a right, an account");
    }

    [Fact]
    public async Task Four_times_the_users_are_at_most_a_little_more_than_four_times_the_work()
    {
        var (few, many) = (await DetectionsAsync(Few), await DetectionsAsync(4 * Few));
        few.ShouldBeGreaterThan(Few);
        many.ShouldBeLessThanOrEqualTo(few * 9 / 2);
    }

    private static int Visits(int users)
    {
        using var context = DesignTimeContexts.Open(DatabaseProvider.Sqlite);
        context.AddRange(Users(Guid.NewGuid(), users));
        var visits = 0;
        SaveGuard.Check(Counted(context.ChangeTracker.Entries()), onlyCompany: null);
        return visits;

        IEnumerable<EntityEntry> Counted(IEnumerable<EntityEntry> entries)
        {
            foreach (var entry in entries)
            {
                visits++;
                yield return entry;
            }
        }
    }

    /// <summary>How often a whole save compares an entity with what was read.</summary>
    private static async Task<int> DetectionsAsync(int users)
    {
        await using var bank = await TestDatabase.OpenAsync(DatabaseProvider.Sqlite);
        var company = (await bank.CompanyAsync("1000000001")).Id;
        await using var context = bank.OpenFor(company);
        context.AddRange(Users(company, users));
        var detections = 0;
        context.ChangeTracker.DetectingEntityChanges += (_, _) => detections++;
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return detections;
    }

    private static List<User> Users(Guid company, int count) => Enumerable.Range(0, count).Select(i => User.Register(new UserTerms(
        company, $"crowd{i:D4}", "利用者", "a@example.jp", UserRole.General, StoredPassword.None, StoredPassword.None)
    {
        Rights = [Permission.Balance],
        Accounts = [Guid.AllBitsSet],
    })).ToList();
}
