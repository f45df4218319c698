using BankAdmin.Domain.Companies;
using BankAdmin.Web.Screens;

namespace BankAdmin.Web.Features.Users.Shared;

/// <summary>証明書状態 and トークン状態: 対象外 where the contract has none.</summary>
public static class CredentialStates
{
    private const string NotApplicable = "対象外";

    /// <summary>証明書状態.</summary>
    public static string Certificate(Contract contract) => contract.LoginMethod == LoginMethod.Certificate ? "未発行" : NotApplicable;

    /// <summary>トークン状態.</summary>
    public static string Token(Contract contract) => contract.OtpRequired ? "未登録" : NotApplicable;
}
