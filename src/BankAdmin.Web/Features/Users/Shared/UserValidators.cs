using BankAdmin.Domain.Limits;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Web.Forms;
using FluentValidation;

namespace BankAdmin.Web.Features.Users.Shared;

/// <summary>Shape of 基本情報.</summary>
public sealed class BasicValidator : AbstractValidator<BasicPart>
{
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
        RuleFor(basic => basic.ChangeLoginPassword)
            .Must((basic, ticked) => ticked || string.IsNullOrEmpty(basic.LoginPassword + basic.LoginPasswordAgain))
            .WithErrorCode(ErrorCodes.Required);
        RuleFor(basic => basic).FollowsRule(basic => basic.NewLogin?.Check(basic.FoldedLoginId, passwordMaxLength));
        RuleFor(basic => basic.ChangeConfirmationPassword)
            .Must((basic, ticked) => ticked || string.IsNullOrEmpty(basic.ConfirmPw + basic.ConfirmPwAgain))
            .WithErrorCode(ErrorCodes.Required);
        RuleFor(basic => basic).FollowsRule(basic => basic.NewConfirmation?.Check(
            basic.FoldedLoginId, passwordMaxLength, basic.ChangeLoginPassword ? basic.LoginPassword : null));
    }
}

/// <summary>Shape of 権限, where they can be changed.</summary>
public sealed class RightsValidator : AbstractValidator<RightsPart>
{
    public RightsValidator(ProposedUser user) => When(_ => user.May(UserAct.ChangeRights), () =>
        RuleFor(part => part).Cascade(CascadeMode.Stop)
            .Must(part => part.Rights.Count == part.Chosen.Count)
            .WithErrorCode(ErrorCodes.OutOfRange).OverridePropertyName(part => part.Rights)
            .FollowsRule(part => user.CheckRights(part.Chosen)));
}

/// <summary>Shape of 利用口座・限度額.</summary>
public sealed class AccountsValidator : AbstractValidator<AccountsPart>
{
    /// <param name="user">Whose they are.</param>
    /// <param name="rights">The rights they will have; the limits that these need are asked for.</param>
    public AccountsValidator(ProposedUser user, IReadOnlyCollection<Permission> rights)
    {
        RuleFor(part => part.Accounts).FollowsRule(accounts => user.CheckAccounts(rights, accounts));
        foreach (var kind in user.LimitsFor(rights))
        {
            RuleFor(part => part.UserLimits.GetValueOrDefault(kind.Key)).Amount(UserTransactionLimits.MaxDigits)
                .OverridePropertyName($"UserLimits[{kind.Key}]");
        }
    }
}
