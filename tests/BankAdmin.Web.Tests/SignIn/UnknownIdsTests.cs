using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Web.Hosting;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.SignIn;

/// <summary>People type passwords into the field of the login ID: what is counted of them tells nothing without the master key.</summary>
public sealed class UnknownIdsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bankadmin-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void An_unknown_ID_is_counted_under_a_key_that_only_this_bank_can_make()
    {
        var (one, other) = (KeysOf("one"), KeysOf("other"));

        KeyBy(one).ShouldBe(KeyBy(one));
        KeyBy(other).ShouldNotBe(KeyBy(one));

        static Guid KeyBy(string keys) => new UnknownIds(new MasterKeys(keys)).KeyOf("Secret01");
    }

    private string KeysOf(string bank)
    {
        var keys = Path.Combine(folder.FullName, bank);
        DevelopmentStart.CreateKeys(keys, TimeProvider.System);
        return keys;
    }
}
