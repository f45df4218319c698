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
        var held = Fill(App.Services.GetRequiredService<LogInLane>());

        var refused = await login.SubmitAsync("login");

        (refused.Status, refused.Screen, refused.Headers["Retry-After"]).ShouldBe((503, "error-503", "5"));
        refused.MainText.ShouldContain("ログインはまだ行われていません。");
        (await master.ChangeCompanyAsync("sakura01", "companyLimits.bonus", "1")).Screen.ShouldBe("BKGK004");
        held.ForEach(place => place.Dispose());
        (await outside.LogInAsync("sakura02")).Screen.ShouldBe("BTOP001");
    }

    [Fact]
    public void However_many_are_turned_away_the_log_has_a_line_a_minute()
    {
        var logs = new LogCollector();
        using var lane = new LogInLane(App.Clock, LoggerFactory.Create(builder => builder.AddProvider(logs)).CreateLogger<LogInLane>());
        Fill(lane);

        for (var i = 0; i < 100; i++)
        {
            lane.TryEnter().ShouldBeNull();
        }

        App.Clock.Advance(TimeSpan.FromMinutes(1));
        lane.TryEnter().ShouldBeNull();
        (logs.Text.Split("turned away").Length - 1).ShouldBe(2);
    }

    private static List<IDisposable> Fill(LogInLane lane)
    {
        var held = new List<IDisposable>();
        while (lane.TryEnter() is { } place)
        {
            held.Add(place);
        }

        return held;
    }
}
