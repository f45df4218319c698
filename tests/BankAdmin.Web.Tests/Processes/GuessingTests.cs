using System.Net;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>Fifty parallel guesses count as fifty (spec quality.md §2), over two processes.</summary>
public abstract class GuessingTests(EngineNodes all, DatabaseProvider engine) : ProcessTest(all, engine)
{
    private const int Guesses = 50;
    private const int UntilPause = 5;
    private const string Wrong = "Wrong001";
    private const string Nobody = "nobody0001";
    private const string Busy = "503";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_fifty_guesses_at_a_confirmation_password_five_are_judged_and_then_even_the_right_one_is_refused()
    {
        var firm = await Firm.OpenAsync(Nodes.Bank);
        using var person = await Administrator.LogInAsync(Nodes[0], firm);
        var confirm = await person.ProposeAsync(Nodes[0], 1);

        await ShouldJudgeFiveAsync(
            i => person.ExecuteAsync(Nodes[i], confirm.WithPassword(Wrong)),
            ErrorCodes.ConfirmationRefused, ErrorCodes.ConfirmationStopped);

        var late = await person.ExecuteAsync(Nodes[1], confirm);
        late.Errors.ShouldBe([ErrorCodes.ConfirmationStopped]);
        (await CountAsync(Nodes.Bank, await firm.UserIdAsync(), EntryKind.Confirmation)).ShouldSatisfyAllConditions(
            count => count.Pauses.ShouldBe(1), count => count.Failures.ShouldBe(0), count => count.PausedUntilUtc.ShouldNotBeNull());
        (await firm.StateAsync()).ShouldBe((null, 0L));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_fifty_guesses_at_a_login_five_are_judged_whether_the_id_is_known_or_not(bool known)
    {
        var firm = await Firm.OpenAsync(Nodes.Bank);
        var loginId = known ? firm.UserLoginId() : Nobody;

        using var stranger = new RawBrowser();
        await ShouldJudgeFiveAsync(await LoginGuessAsync(stranger, Nodes, loginId), ErrorCodes.SignInRefused, ErrorCodes.SignInPaused);

        using var late = new RawBrowser();
        var right = await Administrator.LogInAsync(late, Nodes[1], loginId, Firm.LoginPassword);
        right.Errors.ShouldBe([ErrorCodes.SignInPaused]);
        (await late.GetAsync(Nodes[0], "/", Cancelled)).Screen.ShouldBe("BLGI001");
        (await CountAsync(Nodes.Bank, await SubjectAsync(firm, known), EntryKind.Login)).Pauses.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_pause_exactly_fifty_failures_are_counted()
    {
        await using var patient = await TwoNodes.StartAsync(
            Engine, new Dictionary<string, string> { ["BankAdmin__Bank__EntriesUntilPause"] = "1000" });
        var firm = await Firm.OpenAsync(patient.Bank);
        using var person = await Administrator.LogInAsync(patient[0], firm);
        var confirm = await person.ProposeAsync(patient[0], 1);

        using var stranger = new RawBrowser();

        await ShouldCountEachAsync(
            i => person.ExecuteAsync(patient[i], confirm.WithPassword(Wrong)),
            patient.Bank, await firm.UserIdAsync(), EntryKind.Confirmation);
        foreach (var known in new[] { true, false })
        {
            var guess = await LoginGuessAsync(stranger, patient, known ? firm.UserLoginId() : Nobody);
            await ShouldCountEachAsync(guess, patient.Bank, await SubjectAsync(firm, known), EntryKind.Login);
        }

        (await firm.StateAsync()).ShouldBe((null, 0L));
        await Proofs.ShouldVerifyAsync(patient.Bank);
    }

    [Fact]
    public async Task A_wrong_password_stays_wrong_when_its_refusal_cannot_be_recorded()
    {
        var firm = await Firm.OpenAsync(Nodes.Bank);
        using var person = await Administrator.LogInAsync(Nodes[0], firm);
        var confirm = await person.ProposeAsync(Nodes[0], 1);
        await using (await Nodes.Bank.BreakRecordsOfAsync(ErrorCodes.ConfirmationRefused))
        {
            var answer = await person.ExecuteAsync(Nodes[0], confirm.WithPassword(Wrong));
            answer.Status.ShouldNotBe(HttpStatusCode.SeeOther);
        }

        (await firm.StateAsync()).ShouldBe((null, 0L));
        (await CountAsync(Nodes.Bank, await firm.UserIdAsync(), EntryKind.Confirmation)).Failures.ShouldBe(
            1, "one entry counts once, however often its save is tried");
    }

    private static async Task<Func<int, Task<RawPage>>> LoginGuessAsync(RawBrowser stranger, TwoNodes nodes, string loginId)
    {
        var form = (await stranger.GetAsync(nodes[0], "/", Cancelled)).Form("login").With("loginId", loginId).With("password", Wrong);
        return i => stranger.PostAsync(nodes[i], form, Cancelled);
    }

    // However many are sent, and however busy the machine: five verdicts, then the pause.
    private static async Task ShouldJudgeFiveAsync(Func<int, Task<RawPage>> guess, string refused, string paused)
    {
        var codes = await GuessAsync(guess);
        while (!codes.Contains(paused))
        {
            codes.Count.ShouldBeLessThan(2 * Guesses, "never paused");
            codes = [.. codes, CodeOf(await guess(codes.Count))];
        }

        codes.Count(code => code == refused).ShouldBeLessThanOrEqualTo(UntilPause);
        if (!codes.Contains(Busy))
        {
            codes.Count(code => code == refused).ShouldBe(UntilPause);
            codes.Count(code => code == paused).ShouldBe(Guesses - UntilPause);
        }
    }

    private static async Task ShouldCountEachAsync(Func<int, Task<RawPage>> guess, TestBank bank, Guid subject, EntryKind kind)
    {
        var codes = await GuessAsync(guess);
        var judged = codes.Count(code => code is ErrorCodes.ConfirmationRefused or ErrorCodes.SignInRefused);
        judged.ShouldBe(Guesses - codes.Count(code => code == Busy));
        (await CountAsync(bank, subject, kind)).Failures.ShouldBeInRange(judged, Guesses);
    }

    private static async Task<IReadOnlyList<string>> GuessAsync(Func<int, Task<RawPage>> guess) =>
        (await Task.WhenAll(Enumerable.Range(0, Guesses).Select(guess))).Select(CodeOf).ToList();

    // An overloaded machine may answer 503 instead of a verdict; such a guess tells nothing, and may be counted or not.
    private static string CodeOf(RawPage answer)
    {
        if (answer.Status == HttpStatusCode.ServiceUnavailable)
        {
            ProcessCollection.Note(answer.ToString());
            return Busy;
        }

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, answer.ToString());
        return answer.Errors.ShouldHaveSingleItem();
    }

    private async Task<Guid> SubjectAsync(Firm firm, bool known) =>
        known ? await firm.UserIdAsync() : new UnknownIds(new MasterKeys(Nodes.Bank.KeyFolder)).KeyOf(LoginId.Key(Nobody));

    private static async Task<WrongEntries> CountAsync(TestBank bank, Guid subject, EntryKind kind)
    {
        await using var context = bank.OpenContext();
        return (await context.WrongEntries.AsNoTracking().SingleAsync(c => c.SubjectId == subject && c.Kind == kind)).Count;
    }
}
