namespace BankAdmin.Domain.Users;

/// <summary>サービス状態 of a user; where several hold, the worst is shown (rule: spec rules.md §5, rulings.md).</summary>
public enum ServiceState
{
    /// <summary>利用可能.</summary>
    Active,

    /// <summary>ログインパスワード一時停止.</summary>
    LoginPaused,

    /// <summary>ログインパスワード利用停止.</summary>
    LoginStopped,

    /// <summary>確認用パスワード一時停止.</summary>
    ConfirmationPaused,

    /// <summary>確認用パスワード利用停止.</summary>
    ConfirmationStopped,

    /// <summary>サービス利用停止, by an administrator.</summary>
    Stopped,
}

/// <summary>What the states are called.</summary>
public static class ServiceStates
{
    /// <summary>All of them, in the order screens offer them.</summary>
    public static IReadOnlyList<ServiceState> All { get; } = Enum.GetValues<ServiceState>();

    /// <summary>Letters of the end of each name, which says how: 一時停止, 利用停止.</summary>
    public const int EndLength = 4;

    /// <summary>Japanese name.</summary>
    public static string Name(this ServiceState state) => state switch
    {
        ServiceState.Active => "利用可能",
        ServiceState.LoginPaused => "ログインパスワード一時停止",
        ServiceState.LoginStopped => "ログインパスワード利用停止",
        ServiceState.ConfirmationPaused => "確認用パスワード一時停止",
        ServiceState.ConfirmationStopped => "確認用パスワード利用停止",
        ServiceState.Stopped => "サービス利用停止",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
