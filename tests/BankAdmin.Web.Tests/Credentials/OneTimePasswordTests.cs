using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Credentials;

/// <summary>TOTP itself, and the keys its secrets are kept under.</summary>
public sealed class OneTimePasswordTests : TokenScene
{
    /// <summary>RFC 6238, appendix B, SHA-1: the last six of its eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(1_111_111_111, "050471")]
    [InlineData(1_234_567_890, "005924")]
    [InlineData(2_000_000_000, "279037")]
    [InlineData(20_000_000_000, "353130")]
    public void The_vectors_of_the_standard_are_right(long second, string code)
    {
        using var context = Bank.OpenContext();
        var clock = new FixedClock(DateTimeOffset.FromUnixTimeSeconds(second));
        var codes = new OneTimePasswords(context, new EntryGatekeeper(context, clock, new()), new MasterKeys(Bank.KeyFolder), clock);

        // "12345678901234567890" in Base32
        codes.StepOf("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", code).ShouldBe(second / OneTimePasswords.StepSeconds);
        codes.StepOf("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "000000").ShouldBeNull();
    }

    [Fact]
    public async Task The_codes_of_another_program_are_accepted()
    {
        Programs.SkipWithout("oathtool");
        var code = await Programs.RunAsync("oathtool", ["--totp", "-b", A.TokenSecret], TimeSpan.FromSeconds(30));
        var confirm = await ProposeAsync(await LoggedInAsync(Master), "外部商事");

        (await confirm.ExecuteAsync(A.ConfirmationPassword, code.Trim())).Screen.ShouldBe("BKGK004");
    }

    [Fact]
    public async Task A_new_master_key_reads_what_was_kept_under_the_old_one_and_a_node_that_runs_reads_the_new()
    {
        var before = new MasterKeys(Bank.KeyFolder);
        KeyFiles.Create(Bank.KeyFolder, MasterKeys.Purpose, TimeProvider.System.GetUtcNow().AddHours(1));
        var after = new MasterKeys(Bank.KeyFolder);
        after.Current.Id.ShouldNotBe(before.Current.Id);

        byte[] owner = [1];
        SecretBox.UnlockText(before, SecretBox.LockText(after.Current, [7], owner), owner).ShouldBe([7]);
        await using var node = new TestApp(Bank, App.Clock);
        using var browser = node.NewBrowser();
        await browser.LogInAsync(Master);
        (await (await ProposeAsync(browser, "更新商事")).ExecuteAsync(A.ConfirmationPassword, NewCode)).Screen.ShouldBe("BKGK004");
    }

    [Fact]
    public void A_key_of_a_clock_that_goes_ahead_is_not_overtaken()
    {
        KeyFiles.Create(Bank.KeyFolder, MasterKeys.Purpose, TimeProvider.System.GetUtcNow().AddHours(1));
        Should.Throw<BankAdmin.Infrastructure.CannotGoOnException>(
            () => KeyFiles.Create(Bank.KeyFolder, MasterKeys.Purpose, TimeProvider.System.GetUtcNow()));
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
