using System.Net;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>Fifty parallel guesses count as fifty (spec quality.md §2), over two processes.</summary>
[Collection(ProcessCollection.Name)]
public sealed class GuessingTests(TwoNodes nodes)
{
    private const int Guesses = 50;
    private const int UntilPause = 5;
    private const string Wrong = "Wrong001";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_fifty_guesses_at_a_confirmation_password_five_are_judged_and_then_even_the_right_one_is_refused()
    {
        var firm = await Firm.OpenAsync(nodes.Bank);
        using var person = await Administrator.LogInAsync(nodes[0], firm);
        var confirm = await person.ProposeAsync(nodes[0], 1);

        var codes = await GuessAsync(i => person.ExecuteAsync(nodes[i], confirm.WithPassword(Wrong)));

        codes.Count(code => code == ErrorCodes.ConfirmationRefused).ShouldBe(UntilPause);
        codes.Count(code => code == ErrorCodes.ConfirmationStopped).ShouldBe(Guesses - UntilPause);
        var late = await person.ExecuteAsync(nodes[1], confirm);
        late.Errors.ShouldBe([ErrorCodes.ConfirmationStopped]);
        (await CountAsync(nodes.Bank, await firm.UserIdAsync(), EntryKind.Confirmation)).ShouldSatisfyAllConditions(
            count => count.Pauses.ShouldBe(1), count => count.Failures.ShouldBe(0), count => count.PausedUntilUtc.ShouldNotBeNull());
        (await firm.StateAsync()).ShouldBe((null, 0L));
        (await firm.ChangesAsync()).Count(change => change.Outcome == OperationOutcome.Refused).ShouldBe(Guesses + 1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_fifty_guesses_at_a_login_five_are_judged_whether_the_id_is_known_or_not(bool known)
    {
        var firm = await Firm.OpenAsync(nodes.Bank);
        var loginId = known ? firm.UserLoginId() : "nobody0001";

        var codes = await GuessLoginsAsync(nodes, loginId);

        codes.Count(code => code == ErrorCodes.SignInRefused).ShouldBe(UntilPause);
        codes.Count(code => code == ErrorCodes.SignInPaused).ShouldBe(Guesses - UntilPause);
        using var late = new RawBrowser();
        var right = await Administrator.LogInAsync(late, nodes[1], loginId, Firm.LoginPassword);
        right.Errors.ShouldBe([ErrorCodes.SignInPaused]);
        (await late.GetAsync(nodes[0], "/", Cancelled)).Screen.ShouldBe("BLGI001");
        (await CountAsync(nodes.Bank, await SubjectAsync(firm, known), EntryKind.Login)).Pauses.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_pause_exactly_fifty_failures_are_counted()
    {
        await using var patient = await TwoNodes.StartAsync("BankAdmin__Bank__EntriesUntilPause", "1000");
        var firm = await Firm.OpenAsync(patient.Bank);
        using var person = await Administrator.LogInAsync(patient[0], firm);
        var confirm = await person.ProposeAsync(patient[0], 1);

        (await GuessAsync(i => person.ExecuteAsync(patient[i], confirm.WithPassword(Wrong)))).ShouldAllBe(code => code == ErrorCodes.ConfirmationRefused);
        (await GuessLoginsAsync(patient, firm.UserLoginId())).ShouldAllBe(code => code == ErrorCodes.SignInRefused);
        (await GuessLoginsAsync(patient, "nobody0001")).ShouldAllBe(code => code == ErrorCodes.SignInRefused);

        (await CountAsync(patient.Bank, await firm.UserIdAsync(), EntryKind.Confirmation)).Failures.ShouldBe(Guesses);
        (await CountAsync(patient.Bank, await firm.UserIdAsync(), EntryKind.Login)).Failures.ShouldBe(Guesses);
        (await CountAsync(patient.Bank, await SubjectAsync(firm, known: false), EntryKind.Login)).Failures.ShouldBe(Guesses);
        (await firm.StateAsync()).ShouldBe((null, 0L));
        await Proofs.ShouldVerifyAsync(patient.Bank.Folder);
    }

    [Fact]
    public async Task A_wrong_password_stays_wrong_when_its_refusal_cannot_be_recorded()
    {
        var firm = await Firm.OpenAsync(nodes.Bank);
        using var person = await Administrator.LogInAsync(nodes[0], firm);
        var confirm = await person.ProposeAsync(nodes[0], 1);
        await using var context = nodes.Bank.OpenContext();
        await context.Database.ExecuteSqlRawAsync(
            $"CREATE TRIGGER \"Broken\" BEFORE INSERT ON \"OperationRecords\" WHEN NEW.\"ErrorCodes\" = '{ErrorCodes.ConfirmationRefused}' BEGIN SELECT RAISE(ABORT, 'broken'); END",
            Cancelled);
        try
        {
            var answer = await person.ExecuteAsync(nodes[0], confirm.WithPassword(Wrong));
            answer.Status.ShouldNotBe(HttpStatusCode.SeeOther);
        }
        finally
        {
            await context.Database.ExecuteSqlRawAsync("DROP TRIGGER \"Broken\"", CancellationToken.None);
        }

        (await firm.StateAsync()).ShouldBe((null, 0L));
        (await CountAsync(nodes.Bank, await firm.UserIdAsync(), EntryKind.Confirmation)).Failures.ShouldBe(1, "one entry counts once, however often its save is tried");
    }

    private static async Task<IReadOnlyList<string>> GuessLoginsAsync(TwoNodes nodes, string loginId)
    {
        using var stranger = new RawBrowser();
        var form = (await stranger.GetAsync(nodes[0], "/", Cancelled)).Form("login").With("loginId", loginId).With("password", Wrong);
        return await GuessAsync(i => stranger.PostAsync(nodes[i], form, Cancelled));
    }

    private static async Task<IReadOnlyList<string>> GuessAsync(Func<int, Task<RawPage>> guess)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, Guesses).Select(guess));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.UnprocessableEntity, string.Join('\n', answers.Select(a => a.ToString())));
        return answers.Select(answer => answer.Errors.ShouldHaveSingleItem()).ToList();
    }

    private static async Task<Guid> SubjectAsync(Firm firm, bool known) =>
        known ? await firm.UserIdAsync() : EntryCounters.KeyForUnknown(LoginId.Key("nobody0001"));

    private static async Task<EntryCount> CountAsync(TestBank bank, Guid subject, EntryKind kind)
    {
        await using var context = bank.OpenContext();
        return (await context.EntryCounters.AsNoTracking().SingleAsync(c => c.SubjectId == subject && c.Kind == kind)).Count;
    }
}
