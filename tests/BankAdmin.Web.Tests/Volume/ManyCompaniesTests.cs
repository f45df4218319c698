using BankAdmin.Testing;
using BankAdmin.Testing.Volume;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Volume;

/// <summary>A company among many, and a long history: neither is read from end to end to find what is one's own.</summary>
[Collection(VolumeCollection.Name)]
public sealed class ManyCompaniesTests(VolumeBanks banks)
{
    // A tree over ten or a thousand times as many rows is some steps higher; a scan is ten or a thousand times as long.
    private const double HardlyMore = 1.3;

    public static TheoryData<Scale> Scales => VolumeBanks.Scales;

    [Theory]
    [MemberData(nameof(Scales))]
    public async Task A_company_is_looked_up_by_an_index(Scale scale)
    {
        var (bank, _, _) = await banks.OpenAsync(scale);

        var (_, work) = await LookUpAsync(bank);

        (await bank.ScansAsync(work.Statements)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Scales))]
    public async Task Among_more_companies_a_look_up_finds_the_same_for_the_same_work(Scale scale)
    {
        using var small = await TestBank.OpenAsync(VolumeSize.Tenth);
        var (few, workAmongFew) = await LookUpAsync(small);

        var (many, workAmongMany) = await LookUpAsync((await banks.OpenAsync(scale)).Bank);

        many.ShouldBe(few);
        ((double)workAmongMany.Steps).ShouldBeLessThan(HardlyMore * workAmongFew.Steps);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/administration")]
    [InlineData("/companies")]
    [InlineData("/companies/information")]
    [InlineData("/users")]
    [InlineData("/users/menu")]
    [InlineData("/users/rights")]
    public async Task No_page_of_a_company_scans_what_belongs_to_all(string path)
    {
        var (bank, app, counter) = await banks.OpenAsync();
        using var browser = app.NewBrowser();
        await browser.LogInAsync(VolumeSize.FewUser(1));

        (await browser.GetAsync(path)).Status.ShouldBe(200);

        (await bank.ScansAsync(counter.Last.Statements)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Scales))]
    public async Task A_long_history_does_not_slow_the_top_page_of_its_company(Scale scale)
    {
        var (_, app, counter) = await banks.OpenAsync(scale);
        var steps = new Dictionary<string, long>();
        foreach (var master in new[] { VolumeSize.SmallMaster, VolumeSize.HistoryMaster })
        {
            for (var login = 0; login < 4; login++)
            {
                using var browser = app.NewBrowser();
                await browser.LogInAsync(master); // both have three last logins to show then
            }

            steps[master] = counter.Last.Steps;
        }

        ((double)steps[VolumeSize.HistoryMaster]).ShouldBeLessThan(HardlyMore * steps[VolumeSize.SmallMaster]);
    }

    [Theory]
    [MemberData(nameof(Scales))]
    public async Task A_long_history_holds(Scale scale)
    {
        var (bank, _, _) = await banks.OpenAsync(scale);

        (await bank.HistoryFaultsAsync()).ShouldBeEmpty();
        (await bank.TakeAnchorAsync()).Chains.Single(chain => chain.Name == VolumeSize.History).Sequence
            .ShouldBeGreaterThanOrEqualTo(VolumeSize.Of(scale).Records);
    }

    private static async Task<(IReadOnlyList<string> Found, Work Work)> LookUpAsync(TestBank bank)
    {
        var counter = new WorkCounter();
        var database = bank.Database(counter.Interceptors);
        var operation = await database.ActForAsync(VolumeSize.Few);
        await database.LookUpAsync(operation); // the first reads the schema too
        var work = counter.Begin();
        return (await database.LookUpAsync(operation), work);
    }
}
