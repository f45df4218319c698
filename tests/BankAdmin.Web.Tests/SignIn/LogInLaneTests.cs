using BankAdmin.Web.Security;
using BankAdmin.Web.Tests.Scenes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.SignIn;

/// <summary>A flood of logins is turned away at once, and people at work never wait behind it.</summary>
public sealed class LogInLaneTests : WebTest
{
    [Fact]
    public async Task A_full_lane_answers_503_at_once_and_people_at_work_execute_all_the_same()
    {
        var master = await LoggedInAsync("sakura01");
        var outside = NewBrowser();
        var login = (await outside.GetAsync("/")).Fill("loginId", "sakura02").Fill("password", "Login002");
        var gate = new TaskCompletionSource<bool>();
        var held = Fill(App.Services.GetRequiredService<LogInLane>(), gate.Task);

        var refused = await login.SubmitAsync("login");

        (refused.Status, refused.Screen, refused.Headers["Retry-After"]).ShouldBe((503, "error-503", "5"));
        refused.MainText.ShouldContain("ログインはまだ行われていません。");
        (await master.ChangeCompanyAsync("sakura01", "companyLimits.bonus", "1")).Screen.ShouldBe("BKGK004");
        gate.SetResult(true);
        await Task.WhenAll(held);
        (await outside.LogInAsync("sakura02")).Screen.ShouldBe("BTOP001");
    }

    [Fact]
    public async Task However_many_are_turned_away_the_log_has_a_line_a_minute()
    {
        var logs = new LogCollector();
        using var lane = new LogInLane(App.Clock, LoggerFactory.Create(builder => builder.AddProvider(logs)).CreateLogger<LogInLane>());
        var gate = new TaskCompletionSource<bool>();
        var held = Fill(lane, gate.Task);

        for (var i = 0; i < 100; i++)
        {
            lane.Pass(() => gate.Task, CancellationToken.None).ShouldBeNull();
        }

        App.Clock.Advance(TimeSpan.FromMinutes(1));
        lane.Pass(() => gate.Task, CancellationToken.None).ShouldBeNull();
        (logs.Text.Split("turned away").Length - 1).ShouldBe(2);
        gate.SetResult(true);
        await Task.WhenAll(held);
    }

    private static List<Task<bool>> Fill(LogInLane lane, Task<bool> until)
    {
        var held = new List<Task<bool>>();
        while (lane.Pass(() => until, CancellationToken.None) is { } waiting)
        {
            held.Add(waiting);
        }

        return held;
    }
}
