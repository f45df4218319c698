namespace BankAdmin.Domain.Users;

/// <summary>Who a user is within the company (rule: spec rules.md §1).</summary>
public enum UserRole
{
    /// <summary>マスターユーザ: opened the service; one per company, always.</summary>
    Master,

    /// <summary>管理者ユーザ: registered with 管理者権限 付与する.</summary>
    Administrator,

    /// <summary>一般ユーザ.</summary>
    General,
}

/// <summary>What the roles mean.</summary>
public static class UserRoles
{
    /// <summary>Japanese name.</summary>
    public static string Name(this UserRole role) => role switch
    {
        UserRole.Master => "マスターユーザ",
        UserRole.Administrator => "管理者ユーザ",
        UserRole.General => "一般ユーザ",
        _ => "（読み取れません）", // what is stored is no role: nobody may do anything by it, and the list still shows them
    };

    /// <summary>Whether the role may use 企業管理 (company, memos, fees).</summary>
    public static bool AdministersCompany(this UserRole role) => role is UserRole.Master or UserRole.Administrator;
}
