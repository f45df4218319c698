using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Limits;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Users;
using BankAdmin.Web.Wizards;

namespace BankAdmin.Web.Features.Users.Shared;

/// <summary>A user described: on confirm, result and inquiry pages alike.</summary>
/// <param name="Company">The contract.</param>
/// <param name="Role">利用者区分; the Master holds everything.</param>
public sealed record UserSheet(Company Company, UserRole Role)
{
    private const string Basic = "利用者基本情報";

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
        [new(Basic, "loginPassword", "ログインパスワード", $"*****{Forced(form.Basic.ForceChange)}")];

    /// <summary>Password rows of a change.</summary>
    public static IEnumerable<Described> Changed(UserForm form) =>
    [
        Row("changeLoginPassword", "ログインパスワード", form.Basic.ChangeLoginPassword, form.Basic.ForceChange),
        Row("changeConfirmationPassword", "確認用パスワード", form.Basic.ChangeConfirmationPassword, form.Basic.ForceChangeConfirm),
    ];

    /// <summary>The rights that count: those chosen, with those that are stored and not asked for, now or when the form was shown.</summary>
    public IReadOnlyCollection<Permission> RightsOf(UserForm form, User? stored)
    {
        var asked = Rights.OfferedBy(Company).Select(right => right.Key).Intersect(form.Rights.Offered).ToHashSet();
        return Role == UserRole.Master ? Rights.All.Select(right => right.Key).ToList()
            : [.. form.Rights.Chosen.Where(asked.Contains), .. stored?.Rights.Select(held => held.Right).Where(key => !asked.Contains(key)) ?? []];
    }

    /// <summary>The limits that apply to somebody with these rights.</summary>
    public IReadOnlyList<UserLimitKind> LimitsOf(IReadOnlyCollection<Permission> rights) =>
        UserTransactionLimits.Kinds.Where(kind => Company.Has(kind.Service) && kind.AppliesTo(rights)).ToList();

    /// <summary>The user whose hidden rights count too.</summary>
    public User? Stored { get; init; }

    private static string Forced(bool force) => force ? "（ログイン時に強制変更する）" : "（ログイン時に強制変更しない）";

    private static Described Row(string key, string label, bool changes, bool force) =>
        new(Basic, key, label, changes ? "変更する" + Forced(force) : "変更しない", Muted: !changes);

    private IEnumerable<Described> Head(UserForm form, IEnumerable<Described> passwords)
    {
        yield return new Described(Basic, "loginId", "ログインID", form.Basic.FoldedLoginId);
        foreach (var password in passwords)
        {
            yield return password;
        }

        yield return new Described(Basic, "userName", "利用者名", JapaneseText.Widen(form.Basic.UserName));
        yield return new Described(Basic, "email", "メールアドレス", JapaneseText.Fold(form.Basic.Email));
        yield return Role == UserRole.Master
            ? new Described(Basic, "role", "利用者区分", Role.Name())
            : new Described(Basic, "isAdministrator", "管理者権限", form.Basic.IsAdministrator == "true" ? "付与する" : "付与しない", Muted: form.Basic.IsAdministrator != "true");
    }

    private IEnumerable<Described> RightRows(UserForm form)
    {
        var rights = RightsOf(form, Stored);
        return from right in Rights.OfferedBy(Company)
               let granted = rights.Contains(right.Key)
               select new Described($"サービス利用権限（{right.Block}）", $"rights:{right.Key}", right.FullName, granted ? "付与する" : "付与しない", Muted: !granted);
    }

    private IEnumerable<Described> AccountRows(UserForm form) => Company.Accounts.Select(account =>
    {
        var usable = Role == UserRole.Master || form.Accounts.Accounts.Contains(account.Key);
        return new Described("利用可能口座", $"accounts:{account.Key}", account.Name, usable ? "利用する" : "利用しない", Muted: !usable);
    });

    // A limit that no right needs is no limit: the sheet says so where a right was taken away.
    private IEnumerable<Described> LimitRows(UserForm form)
    {
        var applying = LimitsOf(RightsOf(form, Stored));
        return from kind in UserTransactionLimits.Kinds
               where applying.Contains(kind)
               let typed = form.Accounts.UserLimits.GetValueOrDefault(kind.Key)
               let value = AmountText.Check(typed, UserTransactionLimits.MaxDigits) is null ? AmountText.Read(typed).ToString() : typed ?? ""
               select new Described("利用者一回当たり限度額", $"userLimits.{kind.Key}", kind.Name, value, Kind: ValueKind.Amount);
    }
}
