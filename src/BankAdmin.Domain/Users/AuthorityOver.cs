using BankAdmin.Domain.Rules;

namespace BankAdmin.Domain.Users;

/// <summary>What can be done to a user.</summary>
public enum UserAct
{
    /// <summary>Open 利用者変更: mail address and passwords.</summary>
    Change,

    /// <summary>Change ID and name.</summary>
    ChangeProfile,

    /// <summary>Grant or take 管理者権限.</summary>
    ChangeRole,

    /// <summary>Change permissions and accounts.</summary>
    ChangeRights,

    /// <summary>Change 利用者一回当たり限度額.</summary>
    ChangeLimits,

    /// <summary>Look at 利用者照会.</summary>
    Inquire,

    /// <summary>利用者削除.</summary>
    Delete,

    /// <summary>利用停止.</summary>
    Stop,

    /// <summary>利用停止解除.</summary>
    Release,

    /// <summary>Release a stopped one-time password.</summary>
    ReleaseOneTimePassword,

    /// <summary>証明書失効.</summary>
    RevokeCertificate,

    /// <summary>トークンの失効.</summary>
    RevokeToken,
}

/// <summary>The table of who may do what to whom (rule: spec rules.md §1). Lists, wizards and aggregates ask here.</summary>
public static class AuthorityOver
{
    /// <summary>Whether a role may register users and grant 管理者権限.</summary>
    public static bool MayRegister(Person actor) => actor.AdministersCompany;

    /// <summary>Whether somebody sees everybody's operation history, not only their own.</summary>
    public static bool SeesAllHistory(UserRole role, bool hasHistoryAll) => role == UserRole.Master || hasHistoryAll;

    /// <summary>
    /// Why an act is refused: E-COM-012 not an administrator, E-RSK-005 not on oneself, E-RSK-006 not on the Master;
    /// null: it is allowed.
    /// </summary>
    public static string? Refusal(Person actor, Guid targetId, UserRole target, UserAct act)
    {
        if (!actor.AdministersCompany)
        {
            return ErrorCodes.NoPermission;
        }

        var self = actor.Id == targetId;
        var masterOfOther = target == UserRole.Master && !self;
        return act switch
        {
            UserAct.Change or UserAct.Inquire or UserAct.Stop or UserAct.RevokeCertificate or UserAct.RevokeToken => null,
            UserAct.Release or UserAct.ReleaseOneTimePassword => self ? ErrorCodes.NotOnOneself : null,
            UserAct.Delete or UserAct.ChangeRole => self ? ErrorCodes.NotOnOneself : masterOfOther ? ErrorCodes.NotOnMaster : null,
            UserAct.ChangeProfile or UserAct.ChangeLimits => masterOfOther ? ErrorCodes.NotOnMaster : null,
            UserAct.ChangeRights => target == UserRole.Master ? ErrorCodes.NotOnMaster : null,
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
    }

    /// <summary>Whether an act is allowed.</summary>
    public static bool May(Person actor, User target, UserAct act) => Refusal(actor, target.Id, target.Role, act) is null;

    /// <summary>Throws where an act is refused.</summary>
    /// <exception cref="RulesBrokenException">It is: the caller did not ask.</exception>
    internal static void Require(Person actor, User target, UserAct act)
    {
        if (Refusal(actor, target.Id, target.Role, act) is { } code)
        {
            throw new RulesBrokenException([new Violation(code, "")]);
        }
    }
}
