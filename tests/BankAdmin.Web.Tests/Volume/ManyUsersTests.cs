using BankAdmin.Testing.Pages;
using BankAdmin.Testing.Volume;
using BankAdmin.Web.Tests.Users;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Volume;

/// <summary>利用者一覧, 停止・解除 and 権限一覧 of a company with 1,000 users.</summary>
[Collection(VolumeCollection.Name)]
public sealed class ManyUsersTests(VolumeBanks banks)
{
    private const int LargestPage = 150_000;
    private const double AsMuch = 2;
    private const string Stopped = "サービス利用停止";

    public static TheoryData<string> Screens => ["BRSK005", "BRSK016", "BRSK040"];

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_list_of_1000_users_is_no_larger_than_a_page_may_be(string screen)
    {
        using var browser = await LoggedInAsync(VolumeSize.User(1));

        var page = await browser.OpenUsersAsync(screen);

        page.Screen.ShouldBe(screen);
        page.Bytes.Count.ShouldBeLessThan(LargestPage);
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_list_of_1000_users_asks_once_more_than_one_of_20_for_it_is_counted_and_tracks_nobody(string screen)
    {
        var many = await WorkOfAsync(VolumeSize.User(1), screen);
        var few = await WorkOfAsync(VolumeSize.FewUser(1), screen);

        many.Statements.Count.ShouldBe(few.Statements.Count + 1);
        many.Looked.ShouldBeLessThanOrEqualTo(few.Looked);
    }

    [Fact]
    public async Task The_last_page_of_1000_users_can_be_reached_and_searched()
    {
        using var browser = await LoggedInAsync(VolumeSize.User(1));
        var list = await browser.OpenUsersAsync();
        list.Text("count").ShouldBe("1,000");

        var last = await browser.GetAsync("/users?page=50");
        last.KeysBeginning("row:").ShouldBe(Enumerable.Range(981, 20).Select(number => $"row:{VolumeSize.User(number)}"));
        (await list.Fill("q", VolumeSize.User(777)).SubmitAsync("search")).KeysBeginning("row:").ShouldBe([$"row:{VolumeSize.User(777)}"]);
        (await browser.WithUserAsync(VolumeSize.User(1_000), "inquire")).Screen.ShouldBe("BRSK023");
    }

    [Fact]
    public async Task One_of_1000_is_stopped_and_released()
    {
        var person = VolumeSize.User(2); // stands on the first page
        using var browser = await LoggedInAsync(VolumeSize.User(1));

        (await browser.SuspendAsync(VolumeSize.User(1), person, "Stop")).Screen.ShouldBe("BRSK017");
        (await StateAsync(browser, person)).ShouldContain(Stopped);
        (await browser.SuspendAsync(VolumeSize.User(1), person, "Release")).Screen.ShouldBe("BRSK017");
        (await StateAsync(browser, person)).ShouldNotContain(Stopped);
    }

    [Fact]
    public async Task What_stopping_one_posts_does_not_grow_with_the_users()
    {
        using var many = await LoggedInAsync(VolumeSize.User(1));
        using var few = await LoggedInAsync(VolumeSize.FewUser(1));

        var posted = (await many.OpenUsersAsync("BRSK016")).FormOf("search").Fields.Count;

        ((double)posted).ShouldBeLessThanOrEqualTo(AsMuch * (await few.OpenUsersAsync("BRSK016")).FormOf("search").Fields.Count);
    }

    [Fact]
    public async Task The_rights_of_1000_users_are_all_in_the_file_and_can_be_printed()
    {
        using var browser = await LoggedInAsync(VolumeSize.User(1));
        var matrix = await browser.OpenUsersAsync("BRSK040");

        var file = await matrix.ClickAsync("csv");
        var text = file.Body;
        Enumerable.Range(1, VolumeSize.ManyUsers).ShouldAllBe(number => text.Contains(VolumeSize.User(number), StringComparison.Ordinal));
        var printed = await matrix.ClickAsync("print");
        (printed.Status, printed.ContentType).ShouldBe((200, "application/pdf"));
    }

    private async Task<Work> WorkOfAsync(string loginId, string screen)
    {
        using var browser = await LoggedInAsync(loginId);
        (await browser.OpenUsersAsync(screen)).Screen.ShouldBe(screen);
        return (await banks.OpenAsync()).Counter.Last;
    }

    private async Task<PageClient> LoggedInAsync(string loginId)
    {
        var browser = (await banks.OpenAsync()).App.NewBrowser();
        await browser.LogInAsync(loginId);
        return browser;
    }

    private static async Task<string> StateAsync(PageClient browser, string loginId) =>
        (await browser.GetAsync($"/users?q={loginId}")).Text($"row:{loginId}");
}
