using System.Text.Json.Serialization;
using BankAdmin.Web.Forms;
using FluentValidation;

namespace BankAdmin.Web.Features.Users.ChangeOwnPassword;

/// <summary>パスワード変更: only hashes are kept.</summary>
public sealed record OwnPasswordForm
{
    /// <summary>What was typed; gone after the request.</summary>
    [JsonIgnore]
    public OwnPasswordPart Typed { get; init; } = new();

    /// <summary>Hash of the new login password; null: it stays.</summary>
    public string? Login { get; init; }

    /// <summary>Hash of the new confirmation password; null: it stays.</summary>
    public string? Confirmation { get; init; }
}

/// <summary>Both pairs as typed; either may stay empty.</summary>
public sealed record OwnPasswordPart
{
    public string? CurrentLoginPassword { get; set; }

    public string? NewLoginPassword { get; set; }

    public string? NewLoginPasswordAgain { get; set; }

    public string? CurrentConfirmationPassword { get; set; }

    public string? NewConfirmationPassword { get; set; }

    public string? NewConfirmationPasswordAgain { get; set; }

    /// <summary>The new login password; null: none is wanted.</summary>
    public NewPassword? Login => AnyOf(CurrentLoginPassword, NewLoginPassword, NewLoginPasswordAgain)
        ? new NewPassword("newLoginPassword", NewLoginPassword, NewLoginPasswordAgain)
        : null;

    /// <summary>The new confirmation password; null: none is wanted.</summary>
    public NewPassword? Confirmation => AnyOf(CurrentConfirmationPassword, NewConfirmationPassword, NewConfirmationPasswordAgain)
        ? new NewPassword("newConfirmationPassword", NewConfirmationPassword, NewConfirmationPasswordAgain)
        : null;

    private static bool AnyOf(params string?[] typed) => typed.Any(text => !string.IsNullOrEmpty(text));

    public sealed class Validator : AbstractValidator<OwnPasswordPart>
    {
        /// <param name="loginId">Whose passwords they are.</param>
        /// <param name="maxLength">The bank's longest password.</param>
        public Validator(string loginId, int maxLength)
        {
            RuleFor(part => part.CurrentLoginPassword).Required().When(part => part.Login is not null);
            RuleFor(part => part).FollowsRule(part => part.Login?.Check(loginId, maxLength, part.CurrentLoginPassword));
            RuleFor(part => part.CurrentConfirmationPassword).Required().When(part => part.Confirmation is not null);
            RuleFor(part => part).FollowsRule(part => part.Confirmation?.Check(
                loginId, maxLength, part.CurrentConfirmationPassword, part.CurrentLoginPassword, part.NewLoginPassword));
        }
    }
}
