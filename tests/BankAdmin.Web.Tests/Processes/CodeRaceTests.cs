using System.Globalization;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>One code, one use (spec quality.md §1), over two processes. Each round has a company and a token of its own.</summary>
public abstract class CodeRaceTests(EngineNodes all, DatabaseProvider engine) : ProcessTest(all, engine)
{
    private const int Drafts = 10;
    private const int Guesses = 40;
    private const int UntilStop = 5;
    private static int serials;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_twenty_executions_with_one_code_one_is_done()
    {
        for (var round = 0; round < ProcessCollection.Rounds(2); round++)
        {
            var serial = await OpenAsync();
            using var clerk = await UserClerk.LogInAsync(Nodes[round], $"ma{serial}");
            var forms = new List<RawForm>();
            for (var i = 0; i < Drafts; i++)
            {
                forms.Add(await clerk.ProposeRegistrationAsync(Nodes[i], $"u{i}{serial}"));
            }

            var code = Codes.At(A.TokenSecret, TimeProvider.System.GetUtcNow());
            var answers = await Task.WhenAll(Enumerable.Range(0, 2 * Drafts).Select(
                i => clerk.ExecuteAsync(Nodes[i], forms[i % Drafts].With("otp", code))));

            // Both posts of the one draft lead to its result, the second without using the code again.
            answers.Where(UserClerk.Succeeded).Select(answer => answer.Location).Distinct().ShouldHaveSingleItem();
            answers.Where(answer => !UserClerk.Succeeded(answer)).ShouldAllBe(answer => answer.Errors.SequenceEqual(UsedCode));
            (await CountAsync(serial)).ShouldBe((Users: 2, Executed: 1, Wrong: 0));
        }
    }

    [Fact]
    public async Task Of_forty_codes_at_once_at_most_five_are_judged()
    {
        var executed = 0;
        for (var round = 0; round < ProcessCollection.Rounds(2); round++)
        {
            var serial = await OpenAsync();
            using var clerk = await UserClerk.LogInAsync(Nodes[round], $"ma{serial}");
            var form = await clerk.ProposeRegistrationAsync(Nodes[round], $"u0{serial}");
            var now = TimeProvider.System.GetUtcNow();
            var right = Codes.At(A.TokenSecret, now);
            var near = Enumerable.Range(-3, 7).Select(step => Codes.At(A.TokenSecret, now + (step * Codes.Step))).ToHashSet();
            var typed = Enumerable.Range(0, Guesses * 2).Select(i => i.ToString("D6", CultureInfo.InvariantCulture))
                .Where(wrong => !near.Contains(wrong)).Take(Guesses - 1).Append(right)
                .OrderBy(code => HashCode.Combine(code, round)).ToList();

            var answers = await Task.WhenAll(typed.Select((code, i) => clerk.ExecuteAsync(Nodes[i], form.With("otp", code))));

            // A right one among the first five is executed, and entries are counted anew from there.
            var (users, done, _) = await CountAsync(serial);
            (users, done).ShouldBeOneOf((1, 0), (2, 1));
            answers.Count(answer => answer.Errors.SequenceEqual(UsedCode))
                .ShouldBeLessThanOrEqualTo(done == 0 ? UntilStop : UntilStop - 1 + UntilStop);
            executed += done;
        }

        ProcessCollection.Note($"the right one was among the judged {executed} times");
    }

    private static readonly string[] UsedCode = [ErrorCodes.CodeRefused];

    private async Task<string> OpenAsync()
    {
        var serial = Interlocked.Increment(ref serials).ToString("D5", CultureInfo.InvariantCulture);
        await Nodes.Bank.AddAsync(A.Company("92000" + serial).AskingForCodes().WithMaster($"ma{serial}").HoldingToken());
        return serial;
    }

    private async Task<(int Users, int Executed, int Wrong)> CountAsync(string serial)
    {
        await using var context = Nodes.Bank.OpenContext();
        var number = "92000" + serial;
        var company = await context.Companies.IgnoreAutoIncludes().Where(c => c.ContractNumber == number).Select(c => c.Id)
            .SingleAsync(Cancelled);
        var master = await context.Users.Where(u => u.CompanyId == company && u.LoginId == $"ma{serial}").Select(u => u.Id)
            .SingleAsync(Cancelled);
        return (
            await context.Users.CountAsync(user => user.CompanyId == company, Cancelled),
            await context.OperationRecords.CountAsync(
                r => r.ChainId == company && r.Code == OperationCatalogue.RegisterUser.Code && r.ReceiptNumber != null, Cancelled),
            await context.WrongEntries.Where(c => c.SubjectId == master && c.Kind == EntryKind.Code).SumAsync(c => c.Failures, Cancelled));
    }
}
