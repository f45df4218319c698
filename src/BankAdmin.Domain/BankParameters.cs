using BankAdmin.Domain.Credentials;

namespace BankAdmin.Domain;

/// <summary>What a bank sets for all its companies, under <c>BankAdmin:Bank</c>.</summary>
public sealed class BankParameters
{
    /// <summary>The bank's name.</summary>
    public string Name { get; init; } = "青空銀行";

    /// <summary>What the product is called beside the bank's name.</summary>
    public string ServiceName { get; init; } = "法人インターネットバンキング";

    /// <summary>Help desk, as the footer shows it.</summary>
    public string HelpDesk { get; init; } = "ヘルプデスク 0120-000-000（平日 9:00〜18:00）";

    /// <summary>支店名 by 3-digit 店番.</summary>
    public IReadOnlyDictionary<string, string> Branches { get; init; } = new Dictionary<string, string>
    {
        ["001"] = "本店営業部",
        ["002"] = "新宿支店",
        ["081"] = "法人営業部",
    };

    /// <summary>Consecutive wrong entries that make a 一時停止.</summary>
    public int EntriesUntilPause { get; init; } = 5;

    /// <summary>How long a 一時停止 lasts, in minutes.</summary>
    public int PauseMinutes { get; init; } = 30;

    /// <summary>The which 一時停止 in a row is a 利用停止.</summary>
    public int PausesUntilStop { get; init; } = 3;

    /// <summary>Minutes without a request after which a session ends.</summary>
    public int SessionIdleMinutes { get; init; } = 15;

    /// <summary>Hours after which a session ends in any case.</summary>
    public int SessionMaxHours { get; init; } = 8;

    /// <summary>Minutes a draft lives after its last use.</summary>
    public int DraftMinutes { get; init; } = 30;

    /// <summary>Days that sessions and results are kept after their end; the history keeps longer.</summary>
    public int KeepDays { get; init; } = 30;

    /// <summary>Days back, today included, that a company sees of its history; the bank sees all.</summary>
    public int HistoryDays { get; init; } = 100;

    /// <summary>Years that records of the history are kept; then <c>audit retain</c> takes them away.</summary>
    public int HistoryYears { get; init; } = 10;

    /// <summary>Days after which a password typed by someone else dies unused.</summary>
    public int TemporaryPasswordDays { get; init; } = 7;

    /// <summary>Longest password, 12 (the manual's) to 64.</summary>
    public int PasswordMaxLength { get; init; } = PasswordRules.ManualMaxLength;

    /// <summary>Days after which a password should be changed; there is no hard stop.</summary>
    public int PasswordMaxDays { get; init; } = 90;

    /// <summary>Minutes after トークンの失効 until a login offers to register a new one.</summary>
    public int TokenWaitMinutes { get; init; } = 30;

    /// <summary>In how many days before its end a certificate can be renewed.</summary>
    public int CertificateRenewDays { get; init; } = 40;

    /// <summary>Day of a password's age from which the top page reminds.</summary>
    public int PasswordReminderDay { get; init; } = 80;

    /// <summary>The bank as its receipts name it.</summary>
    public Operations.Issuer Issuer => new(Name, ServiceName);

    /// <summary>The figures for wrong entries.</summary>
    public LockoutPolicy Lockout => new(EntriesUntilPause, PauseMinutes, PausesUntilStop);

    /// <summary>支店名 of a 店番; a branch nobody has named is called by its number.</summary>
    public string BranchName(string code) => Branches.GetValueOrDefault(code, code + "支店");
}
