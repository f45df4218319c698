using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Limits;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Web.Forms;
using FluentValidation;

namespace BankAdmin.Web.Features.Users.Shared;

/// <summary>Shape of 基本情報.</summary>
public sealed class BasicValidator : AbstractValidator<BasicPart>
{
    /// <summary>States it.</summary>
    /// <param name="passwordMaxLength">The bank's longest password.</param>
    public BasicValidator(int passwordMaxLength)
    {
        // In the order of the page, which is that of the error summary.
        RuleFor(basic => basic.LoginId).LoginId();
        RuleFor(basic => basic.LoginIdAgain).SameAs(basic => basic.LoginId);
        RuleFor(basic => basic.UserName).FullWidthName(User.NameMaxLength);
        RuleFor(basic => basic.Email).MailAddress(User.EmailMinLength, User.EmailMaxLength);
        RuleFor(basic => basic.EmailAgain).SameAs(basic => basic.Email);
        RuleFor(basic => basic.IsAdministrator).OneOf(["true", "false"]);
        RuleFor(basic => basic).FollowsRule(basic => basic.NewLogin?.Check(basic.FoldedLoginId, passwordMaxLength));
        RuleFor(basic => basic).FollowsRule(basic => basic.NewConfirmation?.Check(
            basic.FoldedLoginId, passwordMaxLength, basic.ChangeLoginPassword ? basic.LoginPassword : null));
    }
}

/// <summary>Shape of 権限.</summary>
public sealed class RightsValidator : AbstractValidator<RightsPart>
{
    /// <summary>States it.</summary>
    /// <param name="offered">
    /// What can be granted; null: the rights cannot be changed and are not judged. Asked when it is needed, the contract is
    /// read after the steps are made.
    /// </param>
    public RightsValidator(Func<IReadOnlyList<Right>?> offered) => When(_ => offered() is not null, () =>
        RuleFor(part => part).Cascade(CascadeMode.Stop)
            .Must(part => part.Rights.Count == part.Chosen.Count).WithErrorCode(ErrorCodes.OutOfRange).OverridePropertyName(part => part.Rights)
            .FollowsRule(part => UserRules.CheckRights(part.Chosen, offered()!)));
}

/// <summary>Shape of 利用口座・限度額.</summary>
public sealed class AccountsValidator : AbstractValidator<AccountsPart>
{
    /// <summary>States it.</summary>
    /// <param name="company">The contract.</param>
    /// <param name="rights">The rights the user will hold.</param>
    /// <param name="kinds">The limits that are asked for.</param>
    public AccountsValidator(Company company, IReadOnlyCollection<Permission> rights, IReadOnlyList<UserLimitKind> kinds)
    {
        RuleFor(part => part.Accounts).Cascade(CascadeMode.Stop)
            .Must(keys => keys.All(key => company.Accounts.Any(account => account.Key == key))).WithErrorCode(ErrorCodes.OutOfRange)
            .FollowsRule(keys => UserRules.CheckAccounts(rights, keys.Count));
        foreach (var kind in kinds)
        {
            RuleFor(part => part.UserLimits.GetValueOrDefault(kind.Key)).Amount(UserTransactionLimits.MaxDigits)
                .OverridePropertyName($"UserLimits[{kind.Key}]");
        }
    }
}
