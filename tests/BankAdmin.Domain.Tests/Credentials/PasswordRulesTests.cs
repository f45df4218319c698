using BankAdmin.Domain.Credentials;

namespace BankAdmin.Domain.Tests.Credentials;

/// <summary>
/// Shape of passwords and the order of its codes: 001, 006, 005, 010, then E-RSK-003 (spec credentials.md §1, screens.md §3).
/// </summary>
public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData(null, "E-COM-001")]
    [InlineData("", "E-COM-001")]
    [InlineData("abc12", "E-COM-010")]
    [InlineData("abc123", null)]
    [InlineData("abcdef123456", null)]
    [InlineData("abcdef1234567", "E-COM-005")]
    [InlineData("abcdef", "E-RSK-003")]
    [InlineData("123456", "E-RSK-003")]
    [InlineData("abc12!", "E-COM-006")]
    [InlineData("abc 123", "E-COM-006")]
    [InlineData(" abc123", "E-COM-006")]
    [InlineData("ａｂｃ１２３", "E-COM-006")] // never normalised
    [InlineData("abcé123", "E-COM-006")]
    [InlineData("!", "E-COM-006")] // characters before length
    [InlineData("!!!!!!!!!!!!!!!!!!!!", "E-COM-006")]
    [InlineData("a", "E-COM-010")] // length before letters and digits
    [InlineData("aaaaaaaaaaaaaaaaaaaa", "E-COM-005")]
    public void By_the_manual(string? password, string? code) =>
        PasswordRules.Check(password, PasswordRules.ManualMaxLength).ShouldBe(code);

    [Theory]
    [InlineData("abc12!", null)]
    [InlineData("a1~!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}", null)]
    [InlineData("correct horse 9", null)]
    [InlineData("pässwörd9", null)]
    [InlineData("パスワードab12", null)]
    [InlineData("𠮷𠮷𠮷𠮷a1", null)] // six characters that a person sees
    [InlineData("𠮷𠮷a1", "E-COM-010")]
    [InlineData("abc\u007F123", "E-COM-006")]
    [InlineData("abc\u200B123", "E-COM-006")] // invisible
    [InlineData("abc\u202E123", "E-COM-006")] // turns the direction
    [InlineData("abc\uFFFE123", "E-COM-006")] // no character
    [InlineData("ab1!", "E-COM-010")]
    [InlineData("!!!!!!", "E-RSK-003")]
    public void Where_the_bank_raised_the_maximum(string password, string? code) => PasswordRules.Check(password, 64).ShouldBe(code);

    [Fact]
    public void The_raised_maximum_is_the_banks()
    {
        PasswordRules.Check("a1" + new string('x', 62), 64).ShouldBeNull();
        PasswordRules.Check("a1" + new string('x', 63), 64).ShouldBe("E-COM-005");
        PasswordRules.Check("a1" + new string('x', 12), 13).ShouldBe("E-COM-005");
    }

    [Fact]
    public void A_temporary_password_dies_when_its_days_are_over()
    {
        var set = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);
        var temporary = StoredPassword.Temporary("hash", set, days: 7);
        temporary.MustChange.ShouldBeTrue();
        temporary.UsableAt(set.AddDays(7).AddTicks(-1)).ShouldBeTrue();
        temporary.UsableAt(set.AddDays(7)).ShouldBeFalse();
    }

    [Fact]
    public void An_own_password_never_dies_and_none_is_never_usable()
    {
        var own = StoredPassword.Own("hash", DateTime.UnixEpoch);
        own.MustChange.ShouldBeFalse();
        own.UsableAt(DateTime.MaxValue).ShouldBeTrue();
        StoredPassword.None.UsableAt(DateTime.UnixEpoch).ShouldBeFalse();
    }
}
