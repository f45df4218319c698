using BankAdmin.Domain.Companies;

namespace BankAdmin.Web.Wizards;

/// <summary>What proves again, before a commit, who is at the keyboard (rule: spec credentials.md §3).</summary>
[Flags]
public enum StepUp
{
    None = 0,
    ConfirmationPassword = 1,
    OneTimePassword = 2,
}

/// <summary>What was typed to prove it.</summary>
public sealed record StepUpEntry(string? ConfirmationPassword, string? Otp);

/// <summary>What proves who is there, as confirm pages post it.</summary>
public sealed record StepUpForm
{
    public string? ConfirmationPassword { get; set; }

    public string? Otp { get; set; }

    public StepUpEntry Entry => new(ConfirmationPassword, Otp);
}

/// <summary>What contracts demand.</summary>
public static class StepUps
{
    /// <summary>Of operations that always demand a code where the contract has one-time passwords.</summary>
    public static StepUp ForUsers(this Company company) => WithCode(company.OtpRequired);

    /// <summary>Of 企業情報変更 and 手数料情報変更, where the contract can waive the code.</summary>
    public static StepUp ForCompany(this Company company) => WithCode(company is { OtpRequired: true, OtpForCompany: true });

    private static StepUp WithCode(bool demanded) => StepUp.ConfirmationPassword | (demanded ? StepUp.OneTimePassword : StepUp.None);
}
