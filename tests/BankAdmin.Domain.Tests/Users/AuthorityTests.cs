using BankAdmin.Domain.Users;

namespace BankAdmin.Domain.Tests.Users;

/// <summary>The table of spec rules.md §1, cell by cell.</summary>
public sealed class AuthorityTests
{
    private const string Yes = "";
    private const string Self = "E-RSK-005";
    private const string Master = "E-RSK-006";
    private static readonly Guid Me = Guid.NewGuid();

    /// <summary>An act, then what it answers: Master on self and others; administrator on self, Master, others.</summary>
    public static TheoryData<UserAct, string, string, string, string, string> Table => new()
    {
        { UserAct.Change, Yes, Yes, Yes, Yes, Yes },
        { UserAct.ChangeProfile, Yes, Yes, Yes, Master, Yes },
        { UserAct.ChangeRole, Self, Yes, Self, Master, Yes },
        { UserAct.ChangeRights, Master, Yes, Yes, Master, Yes },
        { UserAct.ChangeLimits, Yes, Yes, Yes, Master, Yes },
        { UserAct.Inquire, Yes, Yes, Yes, Yes, Yes },
        { UserAct.Delete, Self, Yes, Self, Master, Yes },
        { UserAct.Stop, Yes, Yes, Yes, Yes, Yes },
        { UserAct.Release, Self, Yes, Self, Yes, Yes },
        { UserAct.ReleaseOneTimePassword, Self, Yes, Self, Yes, Yes },
        { UserAct.RevokeCertificate, Yes, Yes, Yes, Yes, Yes },
        { UserAct.RevokeToken, Yes, Yes, Yes, Yes, Yes },
    };

    public static TheoryData<UserAct, UserRole> Pairs => new(
        from act in Enum.GetValues<UserAct>() from role in Enum.GetValues<UserRole>() select (act, role));

    [Theory]
    [MemberData(nameof(Table))]
    public void Administrators_may_what_the_table_says(
        UserAct act, string masterOnSelf, string masterOnOthers, string administratorOnSelf, string administratorOnMaster,
        string administratorOnOthers)
    {
        Answer(UserRole.Master, Me, UserRole.Master, act).ShouldBe(masterOnSelf);
        Answer(UserRole.Administrator, Me, UserRole.Administrator, act).ShouldBe(administratorOnSelf);
        Answer(UserRole.Administrator, Guid.NewGuid(), UserRole.Master, act).ShouldBe(administratorOnMaster);
        foreach (var other in new[] { UserRole.Administrator, UserRole.General })
        {
            Answer(UserRole.Master, Guid.NewGuid(), other, act).ShouldBe(masterOnOthers, $"{other}");
            Answer(UserRole.Administrator, Guid.NewGuid(), other, act).ShouldBe(administratorOnOthers, $"{other}");
        }
    }

    [Fact]
    public void The_table_names_every_act() => Table.Select(row => row.Data.Item1).ShouldBe(Enum.GetValues<UserAct>());

    [Theory]
    [MemberData(nameof(Pairs))]
    public void General_users_may_nothing_of_it(UserAct act, UserRole target)
    {
        Answer(UserRole.General, Me, target, act).ShouldBe("E-COM-012");
        Answer(UserRole.General, Guid.NewGuid(), target, act).ShouldBe("E-COM-012");
    }

    [Theory]
    [InlineData(UserRole.Master, true)]
    [InlineData(UserRole.Administrator, true)]
    [InlineData(UserRole.General, false)]
    public void Administrators_register(UserRole role, bool may) =>
        AuthorityOver.MayRegister(Somebody.Acting(Guid.NewGuid(), role)).ShouldBe(may);

    [Theory]
    [InlineData(UserRole.Master, false, true)]
    [InlineData(UserRole.Administrator, false, false)]
    [InlineData(UserRole.Administrator, true, true)]
    [InlineData(UserRole.General, false, false)]
    [InlineData(UserRole.General, true, true)]
    public void The_whole_history_takes_the_right_except_for_the_master(UserRole role, bool right, bool sees) =>
        AuthorityOver.SeesAllHistory(role, right).ShouldBe(sees);

    [Fact]
    public void The_aggregate_throws_what_the_table_refuses()
    {
        var master = Somebody.Registered(UserRole.Master);
        var administrator = Somebody.Acting(Guid.NewGuid(), UserRole.Administrator);

        Somebody.CodesOf(() => master.Delete(administrator, [], DateTime.UnixEpoch)).ShouldBe([Master]);
        Somebody.CodesOf(() => master.Release(Somebody.Acting(master.Id, UserRole.Master))).ShouldBe([Self]);
        Somebody.CodesOf(() => master.Stop(Somebody.Acting(Guid.NewGuid(), UserRole.General))).ShouldBe(["E-COM-012"]);
        (master.DeletedAtUtc, master.Suspended).ShouldBe((null, false));
        master.TakeEvents().ShouldHaveSingleItem("only its registration");
    }

    private static string Answer(UserRole actor, Guid targetId, UserRole target, UserAct act) =>
        AuthorityOver.Refusal(Somebody.Acting(Me, actor), targetId, target, act) ?? Yes;
}
