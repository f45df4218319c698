using System.Diagnostics.Metrics;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;

namespace BankAdmin.Infrastructure.Telemetry;

/// <summary>
/// What a node counts. Tags are codes of operations and errors, never a person or a company; a measurement costs next to nothing
/// while nobody listens.
/// </summary>
public static class BankAdminMeters
{
    /// <summary>Name of the meter all of them belong to.</summary>
    public const string Name = "BankAdmin";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> LogIns = Meter.CreateCounter<long>(
        "bankadmin.logins", "{login}", "Logins that began a session, and refused ones with their error code.");

    private static readonly Counter<long> Commits = Meter.CreateCounter<long>(
        "bankadmin.commits", "{commit}", "Changes that were carried out.");

    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "bankadmin.refusals", "{refusal}", "Changes that were asked for and refused, by their first error code.");

    /// <summary>Passwords that wait for a core to be hashed on.</summary>
    public static UpDownCounter<long> HashQueue { get; } = Meter.CreateUpDownCounter<long>(
        "bankadmin.hash.queue", "{password}", "Passwords that wait to be hashed.");

    /// <summary>Mails in the database; all nodes see the same ones.</summary>
    public static Gauge<long> MailQueue { get; } = Meter.CreateGauge<long>(
        "bankadmin.mail.queue", "{mail}", "Mails that wait to be delivered, those that are tried again among them.");

    /// <summary>A login began a session.</summary>
    public static void CountLogIn() => LogIns.Add(1);

    /// <summary>A login was refused with that error code.</summary>
    public static void CountRefusedLogIn(string code) => LogIns.Add(1, Error(code));

    /// <summary>A change was carried out.</summary>
    public static void CountCommit(Operation operation) => Commits.Add(1, Of(operation));

    /// <summary>A change was refused for that, most important first.</summary>
    public static void CountRefusal(Operation operation, IEnumerable<Violation> violations) =>
        Refusals.Add(1, Of(operation), Error(violations.First().Code));

    private static KeyValuePair<string, object?> Of(Operation operation) => new("operation", operation.Code);

    private static KeyValuePair<string, object?> Error(string code) => new("error.type", code);
}
