using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Limits;
using BankAdmin.Domain.Users;

namespace BankAdmin.Domain.Tests.Users;

/// <summary>What is done to a user, and what is recorded of it.</summary>
public sealed class UserChangeTests
{
    private static readonly Person Administrator = Somebody.Acting(Guid.NewGuid(), UserRole.Administrator);
    private static readonly Person Master = Somebody.Acting(Guid.NewGuid(), UserRole.Master);
    private static readonly Guid Account = Guid.NewGuid();

    /// <summary>
    /// A difference, the field it belongs to, and what it answers: by an administrator to the Master, by the Master to themselves.
    /// </summary>
    public static TheoryData<string, string, string> Differences => new()
    {
        { "none", "", "" },
        { "email", "", "" },
        { "loginId", "E-RSK-006@loginId", "" },
        { "userName", "E-RSK-006@userName", "" },
        { "isAdministrator", "E-RSK-006@isAdministrator", "E-RSK-005@isAdministrator" },
        { "rights", "E-RSK-006@rights", "E-RSK-006@rights" },
        { "accounts", "E-RSK-006@accounts", "E-RSK-006@accounts" },
        { "userLimits", "E-RSK-006@userLimits", "" },
    };

    [Theory]
    [MemberData(nameof(Differences))]
    public void Of_the_master_others_change_the_mail_address_and_they_themselves_not_their_rights(
        string difference, string byAdministrator, string bySelf)
    {
        var master = Somebody.Stored(UserRole.Master);
        var profile = With(master.Profile, difference);

        Answer(master.CheckChange(Administrator, profile)).ShouldBe(byAdministrator);
        Answer(master.CheckChange(Somebody.Acting(master.Id, UserRole.Master), profile)).ShouldBe(bySelf);
    }

    [Theory]
    [MemberData(nameof(Differences))]
    public void Of_others_everything_and_of_oneself_all_but_the_flag(string difference, string byAdministrator, string bySelf)
    {
        var user = Somebody.Stored(UserRole.Administrator, Permission.Balance);
        var profile = With(user.Profile, difference);

        Answer(user.CheckChange(Administrator, profile)).ShouldBe("");
        Answer(user.CheckChange(Master, profile)).ShouldBe("");
        Answer(user.CheckChange(Somebody.Acting(user.Id, UserRole.Administrator), profile))
            .ShouldBe(difference == "isAdministrator" ? "E-RSK-005@isAdministrator" : "");
        Answer(user.CheckChange(Somebody.Acting(user.Id, UserRole.General), profile))
            .ShouldStartWith("E-COM-012@", customMessage: byAdministrator + bySelf);
    }

    [Fact]
    public void A_change_is_taken_whole_with_one_event()
    {
        var user = Somebody.Stored(UserRole.General, Permission.Balance, Permission.Statements);
        var profile = new UserProfile(
            "Ｎew00001", "新しい名前", "b@example.jp", UserRole.Administrator, [Permission.HistoryAll, Permission.Balance],
            new List<Guid> { Account }, UserTransactionLimits.All(new Yen(5)));
        var version = user.Version;

        user.Change(Administrator, profile, login: null, StoredPassword.Own("other", DateTime.UnixEpoch));

        user.Profile.ShouldBeEquivalentTo(profile with { Rights = new List<Permission> { Permission.Balance, Permission.HistoryAll } });
        user.LoginIdKey.ShouldBe("new00001");
        (user.LoginPassword.Hash, user.ConfirmationPassword.Hash, user.Version).ShouldBe(("hash", "other", version + 1));
        user.TakeEvents().ShouldBe([new UserChanged(user.AsSubject(), LoginPasswordSet: false, ConfirmationPasswordSet: true)]);
    }

    [Theory]
    [InlineData(UserRole.General, UserRole.Master)]
    [InlineData(UserRole.Master, UserRole.Administrator)]
    public void There_is_one_master_always(UserRole before, UserRole after)
    {
        var user = Somebody.Stored(before);

        Somebody.CodesOf(() => user.Change(Master, user.Profile with { Role = after }, null, null)).ShouldBe(["E-RSK-006"]);
        user.Role.ShouldBe(before);
        user.TakeEvents().ShouldBeEmpty();
    }

    [Fact]
    public void Who_is_deleted_keeps_the_login_id_and_nothing_else()
    {
        var user = Somebody.Stored(UserRole.General, Permission.Balance);

        user.Delete(Administrator, [], DateTime.UnixEpoch);

        (user.DeletedAtUtc, user.LoginPassword, user.ConfirmationPassword)
            .ShouldBe((DateTime.UnixEpoch, StoredPassword.None, StoredPassword.None));
        user.Rights.ShouldBeEmpty();
        user.LoginId.ShouldBe("Sakura09");
        user.TakeEvents().ShouldBe([new UserDeleted(user.AsSubject())]);
    }

    [Fact]
    public void A_stop_and_its_release_leave_everything_else()
    {
        var user = Somebody.Stored(UserRole.General, Permission.ApprovePayroll);
        var profile = user.Profile;

        user.Stop(Administrator);
        user.Suspended.ShouldBeTrue();
        user.Approves(BankingService.Payroll).ShouldBeFalse();
        user.Release(Administrator);
        user.Suspended.ShouldBeFalse();

        user.Approves(BankingService.Payroll).ShouldBeTrue();
        user.Profile.ShouldBeEquivalentTo(profile);
        user.TakeEvents().ShouldBe([new UserStopped(user.AsSubject()), new UserReleased(user.AsSubject())]);
    }

    [Fact]
    public void Everybody_stops_themselves_and_nobody_releases_themselves()
    {
        foreach (var role in new[] { UserRole.Master, UserRole.Administrator })
        {
            var user = Somebody.Stored(role);
            var oneself = Somebody.Acting(user.Id, role);

            user.Stop(oneself);

            Somebody.CodesOf(() => user.Release(oneself)).ShouldBe(["E-RSK-005"]);
            user.Suspended.ShouldBeTrue();
        }
    }

    private static string Answer(IEnumerable<Rules.Violation> violations) =>
        string.Join(' ', violations.Select(violation => $"{violation.Code}@{violation.Field}"));

    private static UserProfile With(UserProfile profile, string difference) => difference switch
    {
        "none" => profile,
        "email" => profile with { Email = "new@example.jp" },
        "loginId" => profile with { LoginId = "Sakura10" },
        "userName" => profile with { Name = "別人" },
        "isAdministrator" => profile with { Role = UserRole.General },
        "rights" => profile with { Rights = [Permission.Statements] },
        "accounts" => profile with { Accounts = [Account] },
        "userLimits" => profile with { Limits = UserTransactionLimits.Highest },
        _ => throw new ArgumentOutOfRangeException(nameof(difference)),
    };
}
