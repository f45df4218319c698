using System.Globalization;
using System.Net;
using BankAdmin.Domain;
using BankAdmin.Domain.Approvals;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>What must hold over many users of a company, when many people change them at once over two processes.</summary>
public abstract class UserRaceTests(EngineNodes all, DatabaseProvider engine) : ProcessTest(all, engine)
{
    private const int Registrations = 20;
    private static int serials;

    /// <summary>
    /// Two acts that each leave enough approvers and together do not: the mode, and how many approvers there are beside the Master.
    /// </summary>
    public static TheoryData<string, string, string, int> Takings => new()
    {
        { "delete", "delete", "DoubleUnordered", 2 },
        { "delete", "right", "DoubleOrdered", 2 },
        { "right", "right", "DoubleOrdered", 2 },
        { "delete", "raise", "Single", 1 },
        { "right", "raise", "Single", 1 },
    };

    [Fact]
    public async Task Of_twenty_registrations_at_once_as_many_succeed_as_there_are_places()
    {
        for (var round = 0; round < ProcessCollection.Rounds(2); round++)
        {
            var serial = NextSerial();
            var free = round % 4;
            var number = "91" + serial;
            await Nodes.Bank.AddAsync(
                A.Company(number).With("userMaximum", 2 + free).WithMaster($"ma{serial}").WithAdministrator($"ad{serial}"));
            using var master = await UserClerk.LogInAsync(Nodes[0], $"ma{serial}");
            using var administrator = await UserClerk.LogInAsync(Nodes[1], $"ad{serial}");
            var clerks = new[] { master, administrator };
            if (free == 0)
            {
                (await master.PressAsync(Nodes[0], "create")).Errors.ShouldBe([ErrorCodes.UserMaximumReached]);
                continue;
            }

            var forms = new List<RawForm>();
            for (var i = 0; i < Registrations; i++)
            {
                forms.Add(await clerks[i % 2].ProposeRegistrationAsync(Nodes[i], $"u{i:D2}{serial}"));
            }

            var answers = await Task.WhenAll(forms.Select((form, i) => clerks[i % 2].ExecuteAsync(Nodes[i / 2], form)));

            var told = string.Join('\n', answers.Select(answer => answer.ToString()));
            answers.Count(UserClerk.Succeeded).ShouldBe(free, told);
            answers.Where(answer => !UserClerk.Succeeded(answer)).ShouldAllBe(
                answer => answer.Status == HttpStatusCode.UnprocessableEntity
                    && answer.Errors.Single() == ErrorCodes.UserMaximumReached, told);
            (await UsersAsync(number)).Count.ShouldBe(2 + free);
        }

        await Proofs.ShouldVerifyAsync(Nodes.Bank);
    }

    [Fact]
    public async Task Of_two_companies_that_register_one_login_id_at_once_exactly_one_gets_it()
    {
        for (var round = 0; round < ProcessCollection.Rounds(3); round++)
        {
            var serial = NextSerial();
            await Nodes.Bank.AddAsync(
                A.Company("91" + serial).WithMaster($"ma{serial}"), A.Company("92" + serial).WithMaster($"mb{serial}"));
            using var one = await UserClerk.LogInAsync(Nodes[0], $"ma{serial}");
            using var two = await UserClerk.LogInAsync(Nodes[1], $"mb{serial}");
            var forms = new[]
            {
                await one.ProposeRegistrationAsync(Nodes[0], $"new{serial}"),
                await two.ProposeRegistrationAsync(Nodes[1], $"NEW{serial}"),
            };

            var answers = await Task.WhenAll(one.ExecuteAsync(Nodes[round], forms[0]), two.ExecuteAsync(Nodes[round + 1], forms[1]));

            var told = string.Join('\n', answers.Select(answer => answer.ToString()));
            answers.Where(UserClerk.Succeeded).ShouldHaveSingleItem(told);
            var loser = answers.Single(answer => !UserClerk.Succeeded(answer));
            loser.Errors.ShouldBe([ErrorCodes.LoginIdTaken], told);
            loser.Screen.ShouldBe("BRSK006", "where it can be mended");
            ((await UsersAsync("91" + serial)).Count + (await UsersAsync("92" + serial)).Count).ShouldBe(3);
        }
    }

    [Theory]
    [MemberData(nameof(Takings))]
    public async Task Approvers_that_a_mode_needs_are_never_taken_by_two_at_once(string first, string second, string mode, int approvers)
    {
        var firstWon = 0;
        var rounds = ProcessCollection.Rounds(2);
        for (var round = 0; round < rounds; round++)
        {
            var (number, answers) = await RaceAsync(first, second, mode, approvers, round);

            var told = string.Join('\n', answers.Select(answer => answer.ToString()));
            answers.Where(UserClerk.Succeeded).ShouldHaveSingleItem(told);
            firstWon += UserClerk.Succeeded(answers[0]) ? 1 : 0;
            var loser = answers.Single(answer => !UserClerk.Succeeded(answer));
            loser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, told);
            loser.Errors.ShouldBe(
                [second == "raise" && loser == answers[1] ? ErrorCodes.TooFewApprovers : ErrorCodes.ApproversNeeded], told);
            await ShouldHaveApproversAsync(number, told);
        }

        ProcessCollection.Note($"{first} and {second}: the first won {firstWon} of {rounds}");
    }

    /// <summary>停止 is the emergency brake: nothing that races with it makes it fail for want of approvers.</summary>
    [Theory]
    [InlineData("stop", "stop", "DoubleUnordered", 2)]
    [InlineData("stop", "delete", "DoubleOrdered", 2)]
    [InlineData("stopMaster", "right", "Single", 1)]
    [InlineData("stop", "raise", "Single", 1)]
    public async Task A_stop_is_never_refused_for_the_approvers_that_remain(string stop, string other, string mode, int approvers)
    {
        for (var round = 0; round < ProcessCollection.Rounds(2); round++)
        {
            var (number, answers) = await RaceAsync(stop, other, mode, approvers, round);

            UserClerk.Succeeded(answers[0]).ShouldBeTrue(string.Join('\n', answers.Select(answer => answer.ToString())));
            (await UsersAsync(number)).ShouldContain(user => user.Suspended);
        }
    }

    [Theory]
    [InlineData("stop", "stop")]
    [InlineData("delete", "delete")]
    [InlineData("demote", "demote")]
    [InlineData("stop", "demote")]
    [InlineData("delete", "stop")]
    public async Task Of_two_administrators_who_take_each_others_power_at_once_one_keeps_it(string first, string second)
    {
        for (var round = 0; round < ProcessCollection.Rounds(2); round++)
        {
            var serial = NextSerial();
            var (ad, ae) = ($"ad{serial}", $"ae{serial}");
            await Nodes.Bank.AddAsync(A.Company("91" + serial).WithMaster($"ma{serial}")
                .WithAdministrator(ad, Permission.Balance).WithAdministrator(ae, Permission.Balance));
            using var one = await UserClerk.LogInAsync(Nodes[0], ad);
            using var two = await UserClerk.LogInAsync(Nodes[1], ae);
            var forms = new[] { await one.ProposeAsync(Nodes[0], first, ae, serial), await two.ProposeAsync(Nodes[1], second, ad, serial) };

            var answers = await Task.WhenAll(one.ExecuteAsync(Nodes[round], forms[0]), two.ExecuteAsync(Nodes[round + 1], forms[1]));

            var told = string.Join('\n', answers.Select(answer => answer.ToString()));
            var users = await UsersAsync("91" + serial);
            var powerful = users.Where(user => user.Role == UserRole.Administrator && !user.Suspended)
                .Select(user => user.LoginId).ToList();
            powerful.ShouldHaveSingleItem(told);
            // Who stopped somebody is answered with the result itself where that was themselves, else sent there; the other never.
            UserClerk.Succeeded(answers[powerful[0] == ad ? 0 : 1]).ShouldBeTrue(told);
            UserClerk.Succeeded(answers[powerful[0] == ad ? 1 : 0]).ShouldBeFalse(told);
        }
    }

    /// <summary>The headers are there, the end of the form is not: meanwhile the sender loses their power on the other node.</summary>
    [Theory]
    [InlineData("stop")]
    [InlineData("demote")]
    [InlineData("delete")]
    public async Task A_request_that_was_under_way_when_its_sender_lost_their_power_changes_nothing(string act)
    {
        var serial = NextSerial();
        var (number, ad) = ("91" + serial, $"ad{serial}");
        await Nodes.Bank.AddAsync(A.Company(number).WithMaster($"ma{serial}").WithAdministrator(ad, Permission.Balance));
        using var clerk = await UserClerk.LogInAsync(Nodes[0], ad);
        using var master = await UserClerk.LogInAsync(Nodes[1], $"ma{serial}");
        var registration = await clerk.ProposeRegistrationAsync(Nodes[0], $"new{serial}");
        var taking = await master.ProposeAsync(Nodes[1], act, ad, serial);
        var gate = new TaskCompletionSource();
        var held = clerk.Browser.PostHeldAsync(Nodes[0], registration, gate.Task, TestContext.Current.CancellationToken);

        UserClerk.Succeeded(await master.ExecuteAsync(Nodes[1], taking)).ShouldBeTrue();
        gate.SetResult();

        var answer = await held;
        UserClerk.Succeeded(answer).ShouldBeFalse(answer.ToString());
        answer.Status.ShouldBeOneOf([HttpStatusCode.SeeOther, HttpStatusCode.Forbidden], answer.ToString());
        (await UsersAsync(number)).ShouldNotContain(user => user.LoginId == $"new{serial}");
    }

    // Two administrators do two things at once, on two Nodes.
    private async Task<(string Number, RawPage[] Answers)> RaceAsync(
        string first, string second, string mode, int approvers, int round)
    {
        var serial = NextSerial();
        var number = "91" + serial;
        var company = A.Company(number).Contracting(BankingService.Payroll)
            .Approving(BankingService.Payroll, ApprovalMode.FromCode(mode)).WithMaster($"ma{serial}")
            .WithAdministrator($"ad{serial}", Permission.Balance).WithAdministrator($"ae{serial}", Permission.Balance);
        foreach (var i in Enumerable.Range(0, approvers))
        {
            company.WithUser($"p{i}{serial}", UserRole.General, Permission.ApprovePayroll);
        }

        await Nodes.Bank.AddAsync(company);
        using var one = await UserClerk.LogInAsync(Nodes[0], $"ad{serial}");
        using var two = await UserClerk.LogInAsync(Nodes[1], $"ae{serial}");
        var forms = new[]
        {
            await one.ProposeAsync(Nodes[0], first, $"p0{serial}", serial),
            await two.ProposeAsync(Nodes[1], second, $"p{approvers - 1}{serial}", serial),
        };

        var answers = await Task.WhenAll(one.ExecuteAsync(Nodes[round], forms[0]), two.ExecuteAsync(Nodes[round + 1], forms[1]));
        return (number, answers);
    }

    private static string NextSerial() => Interlocked.Increment(ref serials).ToString("D8", CultureInfo.InvariantCulture);

    private async Task<List<User>> UsersAsync(string number)
    {
        await using var context = Nodes.Bank.OpenContext();
        var company = await context.Companies.IgnoreAutoIncludes().Where(c => c.ContractNumber == number).Select(c => c.Id).SingleAsync();
        return await context.Users.AsNoTracking().Where(user => user.CompanyId == company).ToListAsync();
    }

    private async Task ShouldHaveApproversAsync(string number, string told)
    {
        var users = await UsersAsync(number);
        await using var context = Nodes.Bank.OpenContext();
        var company = await context.Companies.AsNoTracking().SingleAsync(c => c.ContractNumber == number);
        foreach (var contracted in company.Services)
        {
            users.Count(user => user.Approves(contracted.Service))
                .ShouldBeGreaterThanOrEqualTo(contracted.Mode.Approvers, $"{contracted.Service}\n{told}");
        }

        await Proofs.ShouldVerifyAsync(Nodes.Bank, company.Id);
    }
}
