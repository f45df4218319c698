using BankAdmin.Domain;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Operations;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Testing;

/// <summary>The history as a test reads it.</summary>
public static class TestHistory
{
    /// <summary>The records of a chain that were written after the bank was opened; the newest last.</summary>
    /// <param name="bank">The bank.</param>
    /// <param name="contractNumber">Contract number; null: the bank's own chain.</param>
    public static async Task<IReadOnlyList<OperationRecord>> NewRecordsAsync(this TestBank bank, string? contractNumber = "1000000001")
    {
        await using var context = bank.OpenContext();
        var chain = contractNumber is null
            ? ChainHead.Bank
            : await context.Companies.IgnoreAutoIncludes().Where(c => c.ContractNumber == contractNumber).Select(c => c.Id).SingleAsync();
        return await context.OperationRecords.AsNoTracking()
            .Where(row => row.ChainId == chain && row.OccurredAtUtc >= bank.OpenedAtUtc && row.OperatorLoginId != Person.System.LoginName)
            .OrderBy(row => row.Sequence).ToListAsync();
    }

    /// <summary>The newest record of a chain.</summary>
    public static async Task<OperationRecord> LastRecordAsync(this TestBank bank, string? contractNumber = "1000000001") =>
        (await bank.NewRecordsAsync(contractNumber))[^1];

    /// <summary>What is wrong with the history, chain by chain; empty: nothing.</summary>
    public static async Task<IReadOnlyList<string>> HistoryFaultsAsync(this TestBank bank, Anchor? anchor = null)
    {
        await using var context = bank.OpenContext();
        var verdicts = await new OperationVerifier(context, new HistoryKeys(bank.KeyFolder))
            .VerifyAsync(null, anchor, CancellationToken.None);
        return verdicts.Where(verdict => verdict.Fault is not null).Select(verdict => $"{verdict.Name}: {verdict.Fault}").ToList();
    }

    /// <summary>The heads of all chains.</summary>
    public static async Task<Anchor> TakeAnchorAsync(this TestBank bank)
    {
        await using var context = bank.OpenContext();
        return await new OperationVerifier(context, new HistoryKeys(bank.KeyFolder))
            .TakeAnchorAsync(DateTime.UtcNow, CancellationToken.None);
    }
}
