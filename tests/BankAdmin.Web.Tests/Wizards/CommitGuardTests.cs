using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using BankAdmin.Web.Tests.Scenes;
using BankAdmin.Web.Wizards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Wizards;

/// <summary>
/// Three guards stand in one save, and each alone must hold: with all in place a missing one does not show. So each is
/// tested where the others cannot help.
/// </summary>
public sealed class CommitGuardTests : WebTest
{
    [Fact]
    public async Task The_revision_of_the_draft_alone_lets_one_of_two_through()
    {
        // Nothing but the draft is changed: no version of an aggregate can collide, and the chain lets both in, one after the other.
        var meeting = new MeetingPoint(2);
        await using var one = await SeatAsync(changesCompany: false);
        await using var two = await SeatAsync(changesCompany: false);
        var draft = await one.StartAsync("after");
        one.Wizard.BeforeApply = two.Wizard.BeforeApply = meeting.ArriveAsync;

        var outcomes = await Task.WhenAll(one.CommitAsync(draft), two.CommitAsync(draft));

        outcomes.ShouldBe([CommitOutcome.Completed, CommitOutcome.Completed], "both are told of the one result");
        (await WrittenAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_version_of_the_company_alone_lets_one_of_two_through()
    {
        // Two drafts, each with its own revision: only the company is shared.
        var meeting = new MeetingPoint(2);
        await using var one = await SeatAsync(changesCompany: true);
        await using var two = await SeatAsync(changesCompany: true);
        var (draftOne, draftTwo) = (await one.StartAsync("one"), await two.StartAsync("two"));
        one.Wizard.BeforeApply = two.Wizard.BeforeApply = meeting.ArriveAsync;

        var outcomes = await Task.WhenAll(one.CommitAsync(draftOne), two.CommitAsync(draftTwo));

        outcomes.ShouldBe([CommitOutcome.Completed, CommitOutcome.SubjectChangedElsewhere], ignoreOrder: true);
        (await WrittenAsync()).ShouldBe(1);
        var winner = outcomes[0] == CommitOutcome.Completed ? "one" : "two";
        (await Bank.CompanyAsync()).Accounts[0].Memo.ShouldBe(winner);
    }

    [Fact]
    public async Task The_place_in_the_chain_alone_refuses_a_second_row()
    {
        var last = await Bank.WithDatabaseAsync(
            context => context.OperationRecords.AsNoTracking().OrderBy(row => row.ChainId).ThenBy(row => row.Sequence).LastAsync());
        var fork = new OperationRecord
        {
            ChainId = last.ChainId,
            Sequence = last.Sequence,
            Code = last.Code,
            PreviousSeal = last.PreviousSeal,
            Seal = last.Seal,
        };

        await Should.ThrowAsync<DbUpdateException>(() => Bank.WithDatabaseAsync(async context =>
        {
            context.Add(fork);
            return await context.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task Many_at_once_make_one_chain_without_gaps()
    {
        var company = (await Bank.CompanyAsync()).Id;
        var before = await HeadAsync(company);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => Bank.WithDatabaseAsync(async context =>
        {
            context.Record(new SheetPrinted(new OperationSubject(SubjectKind.Receipt, $"{i}", "")), Person.System, company);
            return await context.SaveChangesAsync();
        }))));

        (await HeadAsync(company)).ShouldBe(before + 20);
        (await Bank.HistoryFaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_loser_is_not_told_of_a_conflict_with_its_own_success()
    {
        // The slow one has read the open draft; before it looks at the company, the fast one has committed the same draft.
        await using var fast = await SeatAsync(changesCompany: true);
        await using var slow = await SeatAsync(changesCompany: true);
        var draft = await fast.StartAsync("after");
        CommitOutcome? first = null;
        slow.Wizard.BeforeLoad = async () => first ??= await fast.CommitAsync(draft);

        var second = await slow.CommitAsync(draft);

        first.ShouldBe(CommitOutcome.Completed);
        second.ShouldBe(CommitOutcome.Completed);
        (await WrittenAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task An_older_revision_is_not_committed()
    {
        await using var seat = await SeatAsync(changesCompany: true);
        var draft = await seat.StartAsync("after");

        (await seat.CommitAsync((draft.Id, draft.Revision - 1))).ShouldBe(CommitOutcome.DraftChangedElsewhere);
        (await WrittenAsync()).ShouldBe(0);
    }

    /// <summary>
    /// What happens to the person between the request's arrival and its commit, at either place where others can come between.
    /// </summary>
    [Theory]
    [InlineData("UPDATE SignInSessions SET EndedAtUtc = StartedAtUtc, EndReason = 'Ended'", false)]
    [InlineData("UPDATE SignInSessions SET EndedAtUtc = StartedAtUtc, EndReason = 'Ended'", true)]
    [InlineData("UPDATE SignInSessions SET LastSeenAtUtc = '2020-01-01 00:00:00'", true)]
    [InlineData("UPDATE Users SET Suspended = 1 WHERE LoginId = 'sakura01'", true)]
    [InlineData("UPDATE Users SET Role = 'General' WHERE LoginId = 'sakura01'", true)]
    [InlineData("UPDATE Users SET DeletedAtUtc = '2026-01-01 00:00:00' WHERE LoginId = 'sakura01'", true)]
    [InlineData("UPDATE Companies SET Stopped = 1", true)]
    public async Task Who_lost_their_power_while_the_request_was_under_way_commits_nothing(string what, bool late)
    {
        await using var seat = await SeatAsync(changesCompany: true);
        var draft = await seat.StartAsync("after");
        seat.Wizard.BeforeLoad = late ? seat.Wizard.BeforeLoad : () => Bank.ExecuteAsync(what);
        seat.Wizard.BeforeApply = late ? () => Bank.ExecuteAsync(what) : seat.Wizard.BeforeApply;

        (await seat.CommitAsync(draft)).ShouldBe(CommitOutcome.ActorChanged);

        (await WrittenAsync()).ShouldBe(0);
        var refused = (await Bank.NewRecordsAsync()).Last();
        (refused.Code, refused.ErrorCodes).ShouldBe((OperationCatalogue.ChangeAccountMemos.Code, "E-COM-012"));
    }

    [Fact]
    public async Task Nobody_is_told_of_a_conflict_with_their_own_success()
    {
        await using var one = await SeatAsync(changesCompany: true);
        await using var two = await SeatAsync(changesCompany: true);
        var draft = await one.StartAsync("after");
        var readBefore = await two.FindAsync(draft.Id);
        (await one.CommitAsync(draft)).ShouldBe(CommitOutcome.Completed);

        (await two.RebaseAsync(readBefore)).ShouldBeFalse("the draft has moved on");
    }

    /// <summary>What is told at last answers guesses only to somebody whose other guesses are stored.</summary>
    [Theory]
    [InlineData(null, CommitOutcome.NoLongerValid)]
    [InlineData("UPDATE SignInSessions SET EndedAtUtc = StartedAtUtc, EndReason = 'LoggedOut'", CommitOutcome.ActorChanged)]
    [InlineData("UPDATE Companies SET Version = Version + 1", CommitOutcome.SubjectChangedElsewhere)]
    public async Task A_verdict_at_last_is_not_told_to_somebody_whose_commit_would_not_have_been_stored(
        string? meanwhile, CommitOutcome outcome)
    {
        await using var seat = await SeatAsync(changesCompany: true);
        var draft = await seat.StartAsync("after");
        seat.Wizard.AtLast = [new Violation(ErrorCodes.PasswordRepeats, "text")];
        seat.Wizard.BeforeApply = () => meanwhile is null ? Task.CompletedTask : Bank.ExecuteAsync(meanwhile);

        (await seat.CommitAsync(draft)).ShouldBe(outcome);

        (await WrittenAsync()).ShouldBe(0);
        (await Bank.NewRecordsAsync()).Last().ErrorCodes.ShouldBe(outcome switch
        {
            CommitOutcome.NoLongerValid => "E-RSK-002",
            CommitOutcome.ActorChanged => "E-COM-012",
            _ => "E-COM-004",
        });
    }

    [Fact]
    public async Task A_change_that_recorded_nothing_cannot_be_saved()
    {
        var failure = await Should.ThrowAsync<InvalidOperationException>(() => Bank.WithDatabaseAsync(async context =>
        {
            var company = await context.Companies.FirstAsync();
            context.Entry(company).Property(c => c.Name).CurrentValue = "無記録";
            return await context.SaveChangesAsync();
        }));

        failure.Message.ShouldContain("recorded nothing");
    }

    [Fact]
    public async Task Another_companys_data_cannot_be_saved()
    {
        await using var seat = await SeatAsync(changesCompany: true);
        var context = seat.Services.GetRequiredService<BankAdminDbContext>();
        (await context.Companies.CountAsync()).ShouldBe(1, "it is not even seen");
        var other = await context.Companies.IgnoreQueryFilters().SingleAsync(company => company.ContractNumber == "1000000002");
        other.ChangeAccountMemos(["x"]);

        var failure = await Should.ThrowAsync<InvalidOperationException>(() => context.SaveChangesAsync());

        failure.Message.ShouldContain("another company");
    }

    private Task<long> HeadAsync(Guid chain) =>
        Bank.WithDatabaseAsync(
            context => context.ChainHeads.Where(head => head.ChainId == chain).Select(head => head.Sequence).SingleAsync());

    private async Task<int> WrittenAsync() =>
        (await Bank.NewRecordsAsync())
            .Count(record => record.Code == OperationCatalogue.ChangeAccountMemos.Code && record.ReceiptNumber is not null);

    private async Task<Seat> SeatAsync(bool changesCompany)
    {
        var user = await Bank.WithDatabaseAsync(context => context.Users.AsNoTracking().SingleAsync(u => u.LoginIdKey == "sakura01"));
        var scope = App.Services.CreateAsyncScope();
        var session = await Bank.WithDatabaseAsync(context =>
            context.Sessions.Where(s => s.UserId == user.Id && s.EndedAtUtc == null).Select(s => (Guid?)s.Id).SingleOrDefaultAsync())
            ?? await scope.ServiceProvider.GetRequiredService<CompanyPeople>()
                .BeginAsync(user, new LogIn(LogInWay.Password, user.LoginId, "", ""), CancellationToken.None);
        var person = Person.Of(user, "", session);
        scope.ServiceProvider.GetRequiredService<CurrentSession>().SignedIn = new SignedIn(
            person, "", null, MustSetPasswords: false, SeesAllHistory: true,
            new Contract(new HashSet<BankingService>(), LoginMethod.Password, false, 100));
        scope.ServiceProvider.GetRequiredService<OperationContext>().ActAs(person);
        return new Seat(scope, changesCompany);
    }
}
