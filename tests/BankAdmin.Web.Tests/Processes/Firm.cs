using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Drafts;
using BankAdmin.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>A company of a test's own, with a Master and administrators, and what the database says of it.</summary>
public sealed class Firm(TestBank bank, Guid id, string serial)
{
    public const string LoginPassword = "Login001";
    public const string ConfirmationPassword = "Confirm01";

    private const long Ceiling = 999_999_999_999;
    private const string FirstName = "株式会社はじめ";
    private static readonly TimeSpan LongWhile = TimeSpan.FromSeconds(30);
    private static int serials;

    public Guid Id => id;

    public TestBank Bank => bank;

    public static async Task<Firm> OpenAsync(TestBank bank, int users = 1)
    {
        var serial = Interlocked.Increment(ref serials).ToString("D6", CultureInfo.InvariantCulture);
        var limits = new { total = 1, adHoc = 1, preRegistered = 1 };
        var document = new
        {
            companies = new[]
            {
                new
                {
                    number = "9000" + serial,
                    name = FirstName,
                    accounts = new[]
                    {
                        new
                        {
                            branch = "081",
                            number = "0" + serial,
                            ceilings = new { total = Ceiling, adHoc = Ceiling, preRegistered = Ceiling },
                            limits,
                        },
                    },
                    companyCeilings = new { bulkTransfer = Ceiling, salary = Ceiling, bonus = Ceiling, directDebit = Ceiling },
                    companyLimits = new { bulkTransfer = 1, salary = 1, bonus = 1, directDebit = 1 },
                    approval = new { transfer = "None" },
                    users = Enumerable.Range(0, users).Select(i => new
                    {
                        loginId = LoginId(serial, i),
                        role = i == 0 ? "Master" : "Administrator",
                        loginPassword = LoginPassword,
                        confirmationPassword = ConfirmationPassword,
                    }),
                },
            },
        };
        await bank.AddAsync(JsonSerializer.Serialize(document));
        await using var context = bank.OpenContext();
        var number = "9000" + serial;
        return new Firm(bank, await context.Companies.IgnoreAutoIncludes()
            .Where(c => c.ContractNumber == number).Select(c => c.Id).SingleAsync(), serial);
    }

    public static async Task<IReadOnlyList<Firm>> OpenManyAsync(TestBank bank, int count)
    {
        var firms = new List<Firm>();
        for (var i = 0; i < count; i++)
        {
            firms.Add(await OpenAsync(bank));
        }

        return firms;
    }

    public string UserLoginId(int user = 0) => LoginId(serial, user);

    public async Task<Guid> UserIdAsync(int user = 0)
    {
        await using var context = bank.OpenContext();
        var loginId = UserLoginId(user);
        return await context.Users.Where(u => u.LoginId == loginId).Select(u => u.Id).SingleAsync();
    }

    /// <summary>What 企業情報変更 was done or refused, in order.</summary>
    public async Task<IReadOnlyList<Change>> ChangesAsync()
    {
        await using var context = bank.OpenContext();
        return await context.OperationRecords.AsNoTracking()
            .Where(r => r.ChainId == id
                && r.Code == OperationCatalogue.ChangeCompany.Code && (r.ReceiptNumber != null || r.Outcome == OperationOutcome.Refused))
            .OrderBy(r => r.Sequence)
            .Select(r => new Change(r.Outcome, r.ReceiptNumber, r.ErrorCodes)).ToListAsync();
    }

    /// <summary>How much its history holds.</summary>
    public async Task<int> RecordsAsync()
    {
        await using var context = bank.OpenContext();
        return await context.OperationRecords.CountAsync(record => record.ChainId == id);
    }

    /// <summary>Waits until there are so many, or for a long while: inquiries are written beside the requests.</summary>
    public async Task<int> AwaitRecordsAsync(int expected)
    {
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var started = Stopwatch.GetTimestamp();
        int found;
        while ((found = await RecordsAsync()) < expected && Stopwatch.GetElapsedTime(started) < LongWhile)
        {
            await poll.WaitForNextTickAsync();
        }

        return found;
    }

    public async Task<WizardDraft> DraftAsync(string basePath)
    {
        var draftId = Guid.Parse(basePath[(basePath.LastIndexOf('/') + 1)..]);
        await using var context = bank.OpenContext();
        return await context.Drafts.AsNoTracking().SingleAsync(draft => draft.Id == draftId);
    }

    /// <summary>Every field is of the first state (null) or of one <see cref="Proposal"/>; which, and how many changes it took.</summary>
    public async Task<(int? Proposal, long Changes)> StateAsync()
    {
        await using var context = bank.OpenContext();
        var company = await context.Companies.AsNoTracking().SingleAsync(c => c.Id == id);
        var total = company.Limits.BulkTransfer.Amount;
        int? proposal = total == 1 ? null : (int)(total - Proposal.Base);
        var amount = new Yen(total);
        company.Name.ShouldBe(proposal is { } number ? Proposal.NameOf(number) : FirstName, "half a change");
        company.Information.Modes[BankingService.Transfer].Code.ShouldBe(proposal is null ? "None" : "Single", "half a change");
        new[] { company.Limits.Salary, company.Limits.Bonus, company.Limits.DirectDebit }.ShouldAllBe(
            limit => limit == amount, "half a change");
        var account = company.Accounts.ShouldHaveSingleItem().Limits;
        new[] { account.Total, account.AdHoc, account.PreRegistered }.ShouldAllBe(limit => limit == amount, "half a change");
        return (proposal, company.Version - 1);
    }

    /// <summary>Exactly one change is in the company, in the history and in the draft, and the chain holds.</summary>
    public async Task ShouldHaveChangedOnceAsync(int proposal, string? receiptNumber = null)
    {
        (await StateAsync()).ShouldBe((proposal, 1L));
        var done = (await ChangesAsync()).Where(change => change.Outcome == OperationOutcome.Succeeded).ShouldHaveSingleItem();
        done.ReceiptNumber.ShouldNotBeNull();
        done.ReceiptNumber.ShouldBe(receiptNumber ?? done.ReceiptNumber);
        await Proofs.ShouldVerifyAsync(bank, id);
    }

    private static string LoginId(string serial, int user) => $"p{serial}u{user}";
}

/// <summary>One 企業情報変更 in the history.</summary>
public sealed record Change(OperationOutcome Outcome, string? ReceiptNumber, string ErrorCodes);

/// <summary>A change of name, approval and every limit that carries its number in each, so that a mixture shows.</summary>
public static class Proposal
{
    public const long Base = 1_000_000;

    public static string NameOf(int number) =>
        "株式会社" + string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('０' + digit - '0')));

    public static RawForm Fill(RawForm form, int number)
    {
        var amount = (Base + number).ToString(CultureInfo.InvariantCulture);
        form = form.With("companyName", NameOf(number)).With("approval.transfer", "Single");
        return form.Names.Keys.Where(key => key.Contains("Limits", StringComparison.Ordinal))
            .Aggregate(form, (filled, key) => filled.With(key, amount));
    }
}
