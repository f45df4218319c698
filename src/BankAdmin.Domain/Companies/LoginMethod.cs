namespace BankAdmin.Domain.Companies;

/// <summary>How a company's users log in; fixed per contract (rule: spec credentials.md §2).</summary>
public enum LoginMethod
{
    /// <summary>ID・パスワード.</summary>
    Password,

    /// <summary>電子証明書.</summary>
    Certificate,
}
