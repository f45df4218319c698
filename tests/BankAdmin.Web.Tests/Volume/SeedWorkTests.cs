using System.Globalization;
using BankAdmin.Domain.Users;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Volume;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Volume;

/// <summary><c>seed fixture</c> of four times as many users does about four times the work.</summary>
public sealed class SeedWorkTests
{
    private const int Few = 100;
    private const int Many = 400;
    private const double Linear = 1.1 * Many / Few;

    [Fact]
    public async Task Statements_and_looks_at_tracked_entries_grow_with_the_users_and_no_faster()
    {
        var (few, many) = (await SeedAsync(Few), await SeedAsync(Many));

        ((double)many.Statements.Count).ShouldBeLessThan(Linear * few.Statements.Count);
        ((double)many.Looked).ShouldBeLessThan(Linear * few.Looked);
        many.Looked.ShouldBeGreaterThanOrEqualTo(Many, "they were counted");
    }

    private static async Task<Work> SeedAsync(int users)
    {
        var company = A.Company("9000000100").With("userMaximum", users).WithMaster("master01");
        for (var i = 2; i <= users; i++)
        {
            var state = i % 10 == 0 ? "LoginStopped" : "Active";
            var loginId = string.Create(CultureInfo.InvariantCulture, $"tane{i:D4}");
            company.WithUser(
                loginId, UserRole.General, state, A.ConfirmationPassword, forceChange: false, Permission.Balance, Permission.Statements);
        }

        using var bank = await TestBank.OpenAsync();
        var counter = new WorkCounter();
        var work = counter.Begin();
        await bank.AddAsync(A.Fixture(company), counter.Interceptors);
        return work;
    }
}
