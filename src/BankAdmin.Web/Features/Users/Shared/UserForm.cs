using System.Globalization;
using System.Text.Json.Serialization;
using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Limits;
using BankAdmin.Domain.Users;
using BankAdmin.Web.Forms;

namespace BankAdmin.Web.Features.Users.Shared;

/// <summary>A password as accepted.</summary>
/// <param name="Hash">Its hash.</param>
/// <param name="ValidFor">What it was held against; it stands only while that does.</param>
/// <param name="Repeats">It is one of those stored (E-RSK-002): told at the commit and no earlier, or it would answer guesses.</param>
public sealed record AcceptedPassword(string Hash, string ValidFor, bool Repeats = false)
{
    /// <summary>What a password of a form is held against, in one word.</summary>
    public static string WhatItIsHeldAgainst(UserForm form, User? user) => string.Create(
        CultureInfo.InvariantCulture,
        $"{LoginId.Key(form.Basic.LoginId)} {user?.LoginPassword.SetAtUtc:O} {user?.ConfirmationPassword.SetAtUtc:O}");
}

/// <summary>利用者登録 and 利用者変更 as typed, a part for each step. Only parts are bound from what is posted.</summary>
public sealed record UserForm
{
    /// <summary>基本情報.</summary>
    public BasicPart Basic { get; init; } = new();

    /// <summary>権限.</summary>
    public RightsPart Rights { get; init; } = new();

    /// <summary>口座・限度額.</summary>
    public AccountsPart Accounts { get; init; } = new();

    public AcceptedPassword? Login { get; init; }

    public AcceptedPassword? Confirmation { get; init; }

    /// <summary>The passwords that are to be set, with their fields.</summary>
    [JsonIgnore]
    public IEnumerable<(string Field, AcceptedPassword? Accepted)> NewPasswords
    {
        get
        {
            if (Basic.ChangeLoginPassword)
            {
                yield return ("loginPassword", Login);
            }

            if (Basic.ChangeConfirmationPassword)
            {
                yield return ("confirmPw", Confirmation);
            }
        }
    }

    /// <summary>A stored user as a form.</summary>
    /// <param name="user">The user.</param>
    /// <param name="company">The contract.</param>
    /// <param name="forces">Whether new passwords are to be changed at login unless said otherwise: one's own need not.</param>
    public static UserForm From(User user, Company company, bool forces = true) => new()
    {
        Basic = new BasicPart
        {
            LoginId = user.LoginId,
            LoginIdAgain = user.LoginId,
            UserName = user.Name,
            Email = user.Email,
            EmailAgain = user.Email,
            IsAdministrator = user.Role == UserRole.Administrator ? "true" : "false",
            ForceChange = forces,
            ForceChangeConfirm = forces,
        },
        Rights = RightsOf(user, company),
        Accounts = AccountsOf(user, company),
    };

    /// <summary>A new user with the rights, accounts and limits of another (複写), or with none.</summary>
    public static UserForm New(User? like, Company company) => new()
    {
        Basic = new BasicPart { ChangeLoginPassword = true, ForceChange = true, IsAdministrator = "false" },
        Rights = like is null ? new RightsPart() : RightsOf(like, company),
        Accounts = like is null ? new AccountsPart() : AccountsOf(like, company),
    };

    private static RightsPart RightsOf(User user, Company company) => new()
    {
        Rights = Domain.Users.Rights.OfferedBy(company)
            .Where(right => user.Has(right.Key))
            .Select(right => right.Key.ToString()).ToList(),
        Offered = Domain.Users.Rights.OfferedBy(company).Select(right => right.Key).ToList(),
    };

    private static AccountsPart AccountsOf(User user, Company company) => new()
    {
        Accounts = company.Accounts
            .Where(user.MayUse)
            .Select(account => account.Key).ToList(),
        Offered = company.Accounts.Select(account => account.Key).ToList(),
        UserLimits = UserTransactionLimits.Kinds.ToDictionary(kind => kind.Key, string? (kind) => kind.Of(user.Limits).Grouped),
    };
}

/// <summary>基本情報 as typed.</summary>
public sealed record BasicPart
{
    public string? LoginId { get; set; }

    public string? LoginIdAgain { get; set; }

    public bool ChangeLoginPassword { get; set; }

    [JsonIgnore]
    public string? LoginPassword { get; set; }

    [JsonIgnore]
    public string? LoginPasswordAgain { get; set; }

    public bool ForceChange { get; set; }

    public bool ChangeConfirmationPassword { get; set; }

    [JsonIgnore]
    public string? ConfirmPw { get; set; }

    [JsonIgnore]
    public string? ConfirmPwAgain { get; set; }

    public bool ForceChangeConfirm { get; set; }

    public string? UserName { get; set; }

    public string? Email { get; set; }

    public string? EmailAgain { get; set; }

    public string? IsAdministrator { get; set; }

    /// <summary>An accepted login password stands; set by the wizard, whatever is posted.</summary>
    public bool LoginPasswordKept { get; set; }

    /// <summary>An accepted confirmation password stands; set by the wizard, whatever is posted.</summary>
    public bool ConfirmPwKept { get; set; }

    /// <summary>The login password that must be judged now; null: none was typed, or none is asked for.</summary>
    [JsonIgnore]
    public NewPassword? NewLogin => ChangeLoginPassword && !(LoginPasswordKept && string.IsNullOrEmpty(LoginPassword))
        ? new NewPassword("loginPassword", LoginPassword, LoginPasswordAgain)
        : null;

    /// <summary>The confirmation password that must be judged now.</summary>
    [JsonIgnore]
    public NewPassword? NewConfirmation => ChangeConfirmationPassword && !(ConfirmPwKept && string.IsNullOrEmpty(ConfirmPw))
        ? new NewPassword("confirmPw", ConfirmPw, ConfirmPwAgain)
        : null;

    /// <summary>The login ID as it will be stored.</summary>
    [JsonIgnore]
    public string FoldedLoginId => JapaneseText.Fold(LoginId);
}

/// <summary>権限 as chosen: names of <see cref="Permission"/>.</summary>
public sealed record RightsPart
{
    /// <summary>What is chosen, as posted.</summary>
    [JsonIgnore]
    public List<string> Rights { get; set; } = [];

    /// <summary>The rights that could be chosen; of others nothing was said, so that they stay as stored.</summary>
    [JsonIgnore]
    public IReadOnlyList<Permission> Offered { get; init; } = [];

    /// <summary>Each right, chosen or not: so a draft keeps them, and two people's changes of different rights both count.</summary>
    public Dictionary<string, bool> Choices
    {
        get => Offered.Union(Chosen).ToDictionary(right => right.ToString(), right => Rights.Contains(right.ToString()));
        init => (Offered, Rights) = (
            Domain.Users.Rights.All.Select(right => right.Key).Where(right => value.ContainsKey(right.ToString())).ToList(),
            value.Where(choice => choice.Value).Select(choice => choice.Key).ToList());
    }

    /// <summary>What is chosen, as far as there is such a right.</summary>
    [JsonIgnore]
    public IReadOnlyList<Permission> Chosen =>
        Domain.Users.Rights.All.Select(right => right.Key).Where(key => Rights.Contains(key.ToString())).ToList();
}

/// <summary>利用口座・限度額 as typed.</summary>
public sealed record AccountsPart
{
    /// <summary>Keys of the chosen accounts, 081-1234567, as posted.</summary>
    [JsonIgnore]
    public List<string> Accounts { get; set; } = [];

    /// <summary>The accounts that could be chosen.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Offered { get; init; } = [];

    /// <summary>Each account, chosen or not, as a draft keeps them.</summary>
    public Dictionary<string, bool> Choices
    {
        get => Offered.Union(Accounts).ToDictionary(account => account, Accounts.Contains);
        init => (Offered, Accounts) = (value.Keys.ToList(), value.Where(choice => choice.Value).Select(choice => choice.Key).ToList());
    }

    /// <summary>利用者一回当たり限度額 by kind; a kind that was never asked for is absent.</summary>
    public Dictionary<string, string?> UserLimits { get; set; } = [];
}
