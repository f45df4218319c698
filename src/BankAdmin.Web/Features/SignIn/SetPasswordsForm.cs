namespace BankAdmin.Web.Features.SignIn;

/// <summary>What is typed on パスワード強制変更; each pair only where it is due.</summary>
public sealed record SetPasswordsForm
{
#pragma warning disable CS1591 // the names are the input keys of spec screens.md §2
    public string? CurrentLoginPassword { get; set; }

    public string? NewLoginPassword { get; set; }

    public string? NewLoginPasswordAgain { get; set; }

    public string? NewConfirmationPassword { get; set; }

    public string? NewConfirmationPasswordAgain { get; set; }
#pragma warning restore CS1591
}

/// <summary>What is due.</summary>
public sealed record DuePasswords(bool Login, bool Confirmation);
