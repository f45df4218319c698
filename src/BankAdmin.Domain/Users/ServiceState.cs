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

/// <summary>A state's name in its two words: what is stopped, and how. Screens break it between them.</summary>
/// <param name="Scope">e.g. ログインパスワード; empty: none.</param>
/// <param name="Condition">e.g. 一時停止.</param>
/// <param name="Stops">Whether something is stopped.</param>
public sealed record StateName(string Scope, string Condition, bool Stops)
{
    /// <inheritdoc />
    public override string ToString() => Scope + Condition;
}

/// <summary>What the states are called.</summary>
public static class ServiceStates
{
    /// <summary>All of them, in the order screens offer them.</summary>
    public static IReadOnlyList<ServiceState> All { get; } = Enum.GetValues<ServiceState>();

    /// <summary>Japanese name.</summary>
    public static string Name(this ServiceState state) => state.Words().ToString();

    /// <summary>Japanese name in its two words.</summary>
    public static StateName Words(this ServiceState state) => state switch
    {
        ServiceState.Active => new StateName("", "利用可能", Stops: false),
        ServiceState.LoginPaused => new StateName("ログインパスワード", "一時停止", Stops: true),
        ServiceState.LoginStopped => new StateName("ログインパスワード", "利用停止", Stops: true),
        ServiceState.ConfirmationPaused => new StateName("確認用パスワード", "一時停止", Stops: true),
        ServiceState.ConfirmationStopped => new StateName("確認用パスワード", "利用停止", Stops: true),
        ServiceState.Stopped => new StateName("サービス", "利用停止", Stops: true),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>The two words of a name as it was recorded; one word where no state has it now.</summary>
    public static StateName Words(string name) =>
        All.Select(Words).FirstOrDefault(words => words.ToString() == name) ?? new StateName("", name, Stops: false);
}
