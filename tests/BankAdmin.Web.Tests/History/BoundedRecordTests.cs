using BankAdmin.Infrastructure.Operations;
using BankAdmin.Testing;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using BankAdmin.Web.Tests.Users;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.History;

/// <summary>What a stranger can repeat without end is told once, and again each time the number has doubled.</summary>
public sealed class BoundedRecordTests : WebTest
{
    private const string Elsewhere = "203.0.113.9";

    private readonly InstantDelays delays = new();

    protected override TestApp StartApp() => new(Bank, services: services => services.AddSingleton<TimeProvider>(delays));

    [Theory]
    [InlineData("sakura01", "1000000001")]
    [InlineData("nobody01", null)]
    public async Task Entries_on_a_paused_ID_are_told_at_1_2_4_8(string loginId, string? chain)
    {
        for (var i = 0; i < 5; i++)
        {
            await NewBrowser().TryLogInAsync(loginId, "Wrong0001");
        }

        for (var i = 0; i < 9; i++)
        {
            (await NewBrowser().TryLogInAsync(loginId, "Wrong0001")).ErrorKeys.ShouldBe(["E-AUTH-002@"]);
        }

        await NewBrowser("http://localhost", Elsewhere).TryLogInAsync(loginId, "Wrong0001");

        var paused = (await Bank.NewRecordsAsync(chain)).Where(record => record.ErrorCodes == "E-AUTH-002").ToList();
        paused.Select(TimesOf).ShouldBe([1, 2, 4, 8, 1]);
        paused[^1].Terminal.ShouldBe(Elsewhere, "another source is told at once");
        OperationSentence.Tell(OperationPayload.Of(paused[2])).ShouldEndWith("（E-AUTH-002、4回目）。");
    }

    [Fact]
    public async Task A_new_pause_is_told_anew()
    {
        for (var pause = 0; pause < 2; pause++)
        {
            for (var i = 0; i < 7; i++)
            {
                await NewBrowser().TryLogInAsync("sakura01", "Wrong0001");
            }

            delays.Advance(TimeSpan.FromMinutes(31));
        }

        (await Bank.NewRecordsAsync()).Where(record => record.ErrorCodes == "E-AUTH-002").Select(TimesOf).ShouldBe([1, 2, 1, 2]);
    }

    [Fact]
    public async Task Who_asks_for_what_is_not_theirs_is_recorded_with_the_address()
    {
        var general = await LoggedInAsync("sakura03");
        for (var i = 0; i < 3; i++)
        {
            (await general.GetAsync("/companies/change-company/00000000-0000-0000-0000-00000000000" + i + "/edit")).Status.ShouldBe(403);
        }

        (await general.GetAsync("/users")).Status.ShouldBe(403);

        var told = (await Bank.NewRecordsAsync()).Where(record => record.Code == "auth.access").ToList();
        told.Select(record => (record.OperatorLoginId, record.ErrorCodes, OperationSentence.Tell(OperationPayload.Of(record)))).ShouldBe(
        [
            ("sakura03", "E-COM-012", "高橋　一郎（sakura03）によるGET /companies/change-company/{id:guid}/{step}の利用を拒否しました（E-COM-012）。"),
            ("sakura03", "E-COM-012", "高橋　一郎（sakura03）によるGET /companies/change-company/{id:guid}/{step}の利用を拒否しました（E-COM-012、2回目）。"),
            ("sakura03", "E-COM-012", "高橋　一郎（sakura03）によるGET /usersの利用を拒否しました（E-COM-012）。"),
        ]);
    }

    [Fact]
    public async Task A_forged_form_is_recorded()
    {
        var browser = await LoggedInAsync("sakura01");

        (await browser.PostAsync("/companies/change-company/start", [(Page.TokenField, "forged")])).Status.ShouldBe(400);

        var told = (await Bank.NewRecordsAsync()).Single(record => record.Code == "auth.access");
        OperationPayload.Of(told).Facts.GetProperty("reason").GetString().ShouldBe("forgedForm");
    }

    [Fact]
    public async Task From_the_21st_taken_ID_of_a_day_each_answer_is_slow_and_recorded()
    {
        var browser = await LoggedInAsync("sakura01");
        var basic = await browser.BeginRegistrationAsync();
        for (var i = 0; i < 22; i++)
        {
            basic = await basic.Fill("loginId", "midori01").Fill("loginIdAgain", "midori01").SubmitAsync("next");
            basic.ErrorKeys.ShouldContain("E-RSK-001@loginId");
        }

        (await Bank.NewRecordsAsync()).Where(record => record.Code == "user.probe-login-ids").Select(TimesOf).ShouldBe([21, 22]);
        delays.Passed.ShouldBe([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2)]);
    }

    private static int TimesOf(OperationRecord record) => OperationPayload.Of(record).Facts.GetProperty("times").GetInt32();

    // Delays pass at once and are noted; the services that do something now and then never come to it.
    private sealed class InstantDelays : TimeProvider
    {
        private readonly List<TimeSpan> passed = [];
        private TimeSpan shift;

        public IReadOnlyList<TimeSpan> Passed => passed;

        public void Advance(TimeSpan by) => shift += by;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime != TimeSpan.FromSeconds(2))
            {
                return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }

            passed.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
