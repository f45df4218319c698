using BankAdmin.Domain.Users;
using BankAdmin.Testing.Builders;
using BankAdmin.Web.Tests.Scenes;

namespace BankAdmin.Web.Tests.Users;

/// <summary>A company with somebody of each kind, and another company.</summary>
public sealed class Staff : RunningBank
{
    public const string Master = "kanri001";
    public const string Administrator = "kanri002";
    public const string OtherAdministrator = "kanri003";
    public const string General = "ippan001";
    public const string Stranger = "tanin001";

    protected override CompanyBuilder[] Companies =>
    [
        A.Company("9000000101").WithAccount("081", "9000001").WithAccount("001", "9000002").WithMaster(Master)
            .WithAdministrator(Administrator, Permission.Balance, Permission.PayrollEntry)
            .WithAdministrator(OtherAdministrator, Permission.Balance, Permission.PayrollEntry)
            .WithUser(General, UserRole.General, Permission.Balance, Permission.PayrollEntry)
            .WithUser("tomare001", UserRole.General, "Stopped", A.ConfirmationPassword, forceChange: false, Permission.Balance)
            .WithUser(
                "tomare002", UserRole.Administrator, "LoginStopped", A.ConfirmationPassword,
                forceChange: false, Permission.Balance)
            .WithUser(
                "tomare003", UserRole.General, "ConfirmationPaused", A.ConfirmationPassword,
                forceChange: false, Permission.Balance),
        A.Company("9000000102").WithMaster(Stranger),
    ];
}
