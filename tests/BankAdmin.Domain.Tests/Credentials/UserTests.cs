using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Users;

namespace BankAdmin.Domain.Tests.Credentials;

public sealed class UserTests
{
    private static readonly StoredPassword Own = StoredPassword.Own("hash", DateTime.UnixEpoch);
    private static readonly StoredPassword Temporary = StoredPassword.Temporary("hash", DateTime.UnixEpoch, 7);

    [Theory]
    [InlineData(false, true, false)]
    [InlineData(true, true, true)]
    [InlineData(false, false, true)] // no confirmation password yet
    public void Passwords_are_due_while_one_is_missing_or_somebody_elses(bool temporary, bool confirmed, bool due) =>
        Registered(temporary ? Temporary : Own, confirmed ? Own : StoredPassword.None).MustSetPasswords.ShouldBe(due);

    [Fact]
    public void Setting_what_is_due_leaves_the_other_password_and_records_one_event()
    {
        var user = Registered(Temporary, Own);
        user.TakeEvents().ShouldBe([new UserRegistered(new OperationSubject(SubjectKind.Person, user.Id.ToString(), "利用者", "Sakura09"))]);
        var (version, chosen) = (user.Version, StoredPassword.Own("new", DateTime.UnixEpoch));
        user.SetDuePasswords(chosen, null);
        (user.LoginPassword, user.ConfirmationPassword, user.Version).ShouldBe((chosen, Own, version + 1));
        user.TakeEvents().ShouldBe([new DuePasswordsSet(user.AsSubject(), Login: true, Confirmation: false)]);
    }

    [Theory]
    [InlineData("Sakura01", "ｓａｋｕｒａ０１　")]
    [InlineData("SAKURA01", "sakura01")]
    public void Login_ids_are_the_same_whatever_their_case_and_width(string one, string other) =>
        LoginId.Key(one).ShouldBe(LoginId.Key(other));

    [Fact]
    public void The_first_letter_of_a_turkish_id_is_no_other_letter() => LoginId.Key("IZUMI1").ShouldBe("izumi1");

    [Fact]
    public void Only_the_general_user_does_not_administer_the_company() =>
        Enum.GetValues<UserRole>().Where(role => role.AdministersCompany()).ShouldBe([UserRole.Master, UserRole.Administrator]);

    private static User Registered(StoredPassword login, StoredPassword confirmation) =>
        User.Register(new UserTerms(Guid.NewGuid(), "Sakura09", "利用者", "a@example.jp", UserRole.General, login, confirmation));
}
