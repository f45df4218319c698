namespace BankAdmin.Web.Features.SignIn;

/// <summary>What is typed on パスワード強制変更; each pair only where it is due.</summary>
public sealed record SetPasswordsForm
{
    public string? CurrentLoginPassword { get; set; }

    public string? NewLoginPassword { get; set; }

    public string? NewLoginPasswordAgain { get; set; }

    public string? NewConfirmationPassword { get; set; }

    public string? NewConfirmationPasswordAgain { get; set; }
}

public sealed record DuePasswords(bool Login, bool Confirmation);
