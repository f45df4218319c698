using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Testing;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.SignIn;

/// <summary>People type passwords into the field of the login ID: what is counted of them tells nothing without the master key.</summary>
public sealed class UnknownIdsTests
{
    [Fact]
    public async Task An_unknown_ID_is_counted_under_a_key_that_only_this_bank_can_make()
    {
        using var bank = await TestBank.OpenAsync();
        using var other = await TestBank.OpenAsync();
        var key = KeyIn(bank);

        KeyIn(bank).ShouldBe(key);
        KeyIn(other).ShouldNotBe(key);

        static Guid KeyIn(TestBank bank) => new UnknownIds(new MasterKeys(bank.KeyFolder)).KeyOf("Secret01");
    }
}
