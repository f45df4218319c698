using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Limits;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Users;
using BankAdmin.Web.Wizards;

namespace BankAdmin.Web.Features.Users.Shared;

/// <summary>A user described: on confirm, result and inquiry pages alike.</summary>
public sealed record UserSheet(ProposedUser Proposed)
{
    public const string Basic = "利用者基本情報";

    private const string NotApplicable = "対象外";

    /// <summary>The rows of what is typed, or of a stored user as a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="passwords">How the password rows read.</param>
    public IEnumerable<Described> Describe(UserForm form, IEnumerable<Described> passwords) =>
        [.. Head(form, passwords), .. RightRows(form), .. AccountRows(form), .. LimitRows(form)];

    /// <summary>Password rows where none is changed: there is one, and it is not shown.</summary>
    public static IEnumerable<Described> Hidden(bool hasConfirmation) =>
    [
        new(Basic, "loginPassword", "ログインパスワード", "*****"),
        new(Basic, "confirmPw", "確認用パスワード", hasConfirmation ? "*****" : "未登録", Muted: !hasConfirmation),
    ];

    /// <summary>Password rows of a registration.</summary>
    public static IEnumerable<Described> Registered(UserForm form) =>
        [new(Basic, "loginPassword", "ログインパスワード", "*****"), Forced("forceChange", "ログイン時の強制変更", form.Basic.ForceChange)];

    /// <summary>Password rows of a change.</summary>
    public IEnumerable<Described> Changed(UserForm form) =>
    [
        .. Change("changeLoginPassword", "ログインパスワード", form.Basic.ChangeLoginPassword, "forceChange", form.Basic.ForceChange),
        .. Change(
            "changeConfirmationPassword", "確認用パスワード", form.Basic.ChangeConfirmationPassword,
            "forceChangeConfirm", form.Basic.ForceChangeConfirm),
    ];

    /// <summary>The rights that a form leads to.</summary>
    public IReadOnlyList<Permission> RightsOf(UserForm form) => Proposed.RightsWith(form.Rights.Chosen, form.Rights.Offered);

    private Company Company => Proposed.Company;

    private User? Stored => Proposed.Stored;

    private UserRole Role => Stored?.Role ?? UserRole.General;

    private static Described Forced(string key, string label, bool force) =>
        new(Basic, key, label, force ? "強制変更する" : "強制変更しない") { TextWhenAbsent = NotApplicable };

    private static IEnumerable<Described> Change(string key, string label, bool changes, string forceKey, bool force)
    {
        yield return new Described(Basic, key, label, changes ? "変更する" : "変更しない", Kind: ValueKind.Secret, Muted: !changes);
        if (changes)
        {
            yield return Forced(forceKey, $"{label}の強制変更", force);
        }
    }

    private IEnumerable<Described> Head(UserForm form, IEnumerable<Described> passwords)
    {
        yield return new Described(Basic, "loginId", "ログインID", form.Basic.FoldedLoginId);
        foreach (var password in passwords)
        {
            yield return password;
        }

        yield return new Described(Basic, "userName", "利用者名", JapaneseText.Widen(form.Basic.UserName));
        yield return new Described(Basic, "email", "メールアドレス", JapaneseText.Fold(form.Basic.Email));
        var administers = form.Basic.IsAdministrator == "true";
        yield return Role == UserRole.Master
            ? new Described(Basic, "role", "利用者区分", Role.Name())
            : new Described(Basic, "isAdministrator", "管理者権限", administers ? "付与する" : "付与しない", Muted: !administers);
    }

    private IEnumerable<Described> RightRows(UserForm form)
    {
        var rights = RightsOf(form);
        return from right in Proposed.Offered
               let granted = rights.Contains(right.Key)
               select new Described(
                   $"サービス利用権限（{right.Block}）", $"rights:{right.Key}", right.FullName, granted ? "付与する" : "付与しない", Muted: !granted);
    }

    private IEnumerable<Described> AccountRows(UserForm form) => Company.Accounts.Select(account =>
    {
        var usable = Role == UserRole.Master || form.Accounts.Accounts.Contains(account.Key);
        return new Described("利用可能口座", $"accounts:{account.Key}", account.Name, usable ? "利用する" : "利用しない", Muted: !usable);
    });

    // A limit goes with the last right that needs it, and the sheet says so.
    private IEnumerable<Described> LimitRows(UserForm form)
    {
        var applying = Proposed.LimitsFor(RightsOf(form));
        return from kind in UserTransactionLimits.Kinds
               where applying.Contains(kind)
               let typed = form.Accounts.UserLimits.GetValueOrDefault(kind.Key)
               let value = AmountText.Find(typed, UserTransactionLimits.MaxDigits)?.ToString() ?? typed ?? ""
               select new Described("利用者一回当たり限度額", $"userLimits.{kind.Key}", kind.Name, value, Kind: ValueKind.Amount)
               {
                   TextWhenAbsent = NotApplicable,
               };
    }
}
