using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Users;

namespace BankAdmin.Web.Security;

/// <summary>How somebody of a company comes in.</summary>
public enum LogInWay
{
    /// <summary>With login ID and password.</summary>
    Password,

    /// <summary>With a certificate and the password of its owner.</summary>
    Certificate,

    /// <summary>With login ID and password, to be issued a certificate and for nothing else (BSMS001).</summary>
    Issue,
}

/// <summary>Somebody at the door.</summary>
/// <param name="Way">How they come.</param>
/// <param name="LoginId">ログインID as typed; may be empty where a certificate says whose it is.</param>
/// <param name="Password">ログインパスワード as typed.</param>
/// <param name="Terminal">操作端末.</param>
/// <param name="Certificate">What they come with; null: none.</param>
public sealed record LogIn(LogInWay Way, string LoginId, string Password, string Terminal, ClientCertificate? Certificate = null)
{
    /// <summary>Whether a login ID was typed that is not the certificate's.</summary>
    public bool IsOfAnother(User owner) =>
        Certificate is not null && Domain.Users.LoginId.Key(LoginId) is { Length: > 0 } key && key != owner.LoginIdKey;
}

public static class LogInWays
{
    /// <summary>What a contract must have agreed on.</summary>
    public static LoginMethod Method(this LogInWay way) => way == LogInWay.Password ? LoginMethod.Password : LoginMethod.Certificate;
}
