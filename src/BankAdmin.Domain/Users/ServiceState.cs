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

    /// <summary>Japanese name.</summary>
    public static string Name(this ServiceState state) => state.Subject() + state.Stop();

    /// <summary>What of the name says what is stopped: ログインパスワード.</summary>
    public static string Subject(this ServiceState state) => state switch
    {
        ServiceState.Active => "",
        ServiceState.LoginPaused or ServiceState.LoginStopped => "ログインパスワード",
        ServiceState.ConfirmationPaused or ServiceState.ConfirmationStopped => "確認用パスワード",
        ServiceState.Stopped => "サービス",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>What of the name says how: 利用停止.</summary>
    public static string Stop(this ServiceState state) => state switch
    {
        ServiceState.Active => "利用可能",
        ServiceState.LoginPaused or ServiceState.ConfirmationPaused => "一時停止",
        ServiceState.LoginStopped or ServiceState.ConfirmationStopped or ServiceState.Stopped => "利用停止",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
