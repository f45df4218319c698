using BankAdmin.Domain.Credentials;
using BankAdmin.Infrastructure.Credentials;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Credentials;

public sealed class GeneratedPasswordTests
{
    [Fact]
    public void They_are_good_passwords_without_letters_that_can_be_confused()
    {
        var many = Enumerable.Range(0, 1_000).Select(_ => GeneratedPasswords.New()).ToList();

        many.Distinct().Count().ShouldBe(many.Count);
        many.ShouldAllBe(password => PasswordRules.Check(password, PasswordRules.ManualMaxLength) == null);
        string.Concat(many).Distinct().Count().ShouldBe(57);
        "01IOl".ShouldAllBe(letter => !string.Concat(many).Contains(letter));
    }
}
