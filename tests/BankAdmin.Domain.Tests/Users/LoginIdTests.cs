using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;

namespace BankAdmin.Domain.Tests.Users;

public sealed class LoginIdTests
{
    [Theory]
    [InlineData("sakura01", null)]
    [InlineData("SAKURA01", null)]
    [InlineData("a00000", null)]
    [InlineData("a00000000012", null)]
    [InlineData(null, ErrorCodes.Required)]
    [InlineData("", ErrorCodes.Required)]
    [InlineData("sakura 01", ErrorCodes.NotAllowed)]
    [InlineData("ｓａｋｕｒａ０１", ErrorCodes.NotAllowed)]
    [InlineData("桜0000000000000", ErrorCodes.NotAllowed)]
    [InlineData("a000000000123", ErrorCodes.TooLong)]
    [InlineData("a0000", ErrorCodes.TooShort)]
    [InlineData("12345", ErrorCodes.TooShort)]
    [InlineData("sakura", ErrorCodes.LettersAndDigits)]
    [InlineData("123456", ErrorCodes.LettersAndDigits)]
    public void The_first_thing_wrong_is_named(string? id, string? code) => LoginId.Check(id).ShouldBe(code);
}
