using System.Globalization;

namespace BankAdmin.Domain;

/// <summary>Japan time, UTC+9 without daylight saving (rule: spec rules.md, head). Stored times are UTC.</summary>
public static class JapanTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    /// <summary>The Japan day of a UTC time.</summary>
    public static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(utc + Offset);

    /// <summary>A UTC time as it stands on a clock in Japan, with its offset.</summary>
    public static DateTimeOffset Of(DateTime utc) =>
        new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).ToOffset(Offset);

    /// <summary>The UTC time at which a Japan day begins; that of the very first began before there is any.</summary>
    public static DateTime StartUtc(DateOnly day) => DateTime.SpecifyKind(
        day == DateOnly.MinValue ? DateTime.MinValue : day.ToDateTime(TimeOnly.MinValue) - Offset, DateTimeKind.Utc);

    /// <summary>The UTC time at which the Japan day after a day begins.</summary>
    public static DateTime EndUtc(DateOnly day) =>
        DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue) + (TimeSpan.FromDays(1) - Offset), DateTimeKind.Utc);

    /// <summary>As sheets show it: 2026年11月22日 15時04分05秒.</summary>
    public static string Long(DateTime utc) =>
        (utc + Offset).ToString("yyyy'年'MM'月'dd'日' HH'時'mm'分'ss'秒'", CultureInfo.InvariantCulture);

    /// <summary>As lists show it: 2026/11/22 15:04:05.</summary>
    public static string Short(DateTime utc) =>
        (utc + Offset).ToString("yyyy/MM/dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Hour and minute: 15時34分.</summary>
    public static string Clock(DateTime utc) => (utc + Offset).ToString("HH'時'mm'分'", CultureInfo.InvariantCulture);
}
