using BankAdmin.Domain.Users;

namespace BankAdmin.Domain;

/// <summary>A kind of banking business a company can contract (業務).</summary>
public sealed class BankingService
{
    /// <summary>振込振替.</summary>
    public static readonly BankingService Transfer = new("Transfer", "transfer", "振込振替", Permission.ApproveTransfer);

    /// <summary>総合振込.</summary>
    public static readonly BankingService BulkTransfer = new("BulkTransfer", "bulkTransfer", "総合振込", Permission.ApproveBulkTransfer);

    /// <summary>給与・賞与振込.</summary>
    public static readonly BankingService Payroll = new("Payroll", "payroll", "給与・賞与振込", Permission.ApprovePayroll);

    /// <summary>口座振替.</summary>
    public static readonly BankingService DirectDebit = new("DirectDebit", "directDebit", "口座振替", Permission.ApproveDirectDebit);

    private BankingService(string code, string key, string name, Permission approval) =>
        (Code, Key, Name, Approval) = (code, key, name, approval);

    /// <summary>All of them, in the order every screen uses.</summary>
    public static IReadOnlyList<BankingService> All { get; } = [Transfer, BulkTransfer, Payroll, DirectDebit];

    /// <summary>Stable code, as stored.</summary>
    public string Code { get; }

    /// <summary>As it stands in input keys.</summary>
    public string Key { get; }

    /// <summary>Japanese name.</summary>
    public string Name { get; }

    /// <summary>The right to approve it.</summary>
    public Permission Approval { get; }

    /// <summary>The service with that code.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static BankingService FromCode(string code) =>
        All.FirstOrDefault(service => service.Code == code)
        ?? throw new ArgumentException($"No banking service '{code}'.", nameof(code));

    /// <inheritdoc />
    public override string ToString() => Code;
}
