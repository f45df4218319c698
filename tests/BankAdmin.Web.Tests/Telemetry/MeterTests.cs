using System.Globalization;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Web.Tests.Mail;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Telemetry;

/// <summary>The program's own meters count what happened, once.</summary>
[Collection(MeterCollection.Name)]
public sealed class MeterTests : WebTest, IDisposable
{
    private const string HashQueue = "bankadmin.hash.queue";

    private readonly Measured measured = new();

    public void Dispose() => measured.Dispose();

    [Fact]
    public async Task Logins_are_counted_and_refused_ones_by_their_error()
    {
        await NewBrowser().TryLogInAsync("sakura01", "Wrong0001");
        await LoggedInAsync("sakura01");

        measured.Of("bankadmin.logins").ShouldBe(["bankadmin.logins 1 E-AUTH-001", "bankadmin.logins 1"]);
    }

    [Fact]
    public async Task A_change_is_counted_once_and_so_is_its_refusal()
    {
        var browser = NewBrowser();
        var input = await browser.LogInAndOpenAsync("sakura01", "BKGK002");
        var confirm = await input.Fill("companyLimits.bonus", "1").SubmitAsync("change");

        await confirm.ExecuteAsync("Wrong0001");
        await confirm.ExecuteAsync("Confirm01");
        await confirm.ExecuteAsync("Confirm01");

        measured.Of("bankadmin.refusals").ShouldBe(["bankadmin.refusals 1 company.change E-AUTH-011"]);
        measured.Of("bankadmin.commits").ShouldBe(["bankadmin.commits 1 company.change"], "pressed again it was done before");
    }

    [Fact]
    public async Task Passwords_wait_to_be_hashed_and_leave_the_queue_also_by_giving_up()
    {
        using var hashing = new PasswordHashing(PasswordHashing.ProductionRounds);
        await Should.ThrowAsync<OperationCanceledException>(() => hashing.HashAsync("Login001", new CancellationToken(canceled: true)));
        await Task.WhenAll(Enumerable.Range(0, 2 * Environment.ProcessorCount)
            .Select(_ => hashing.HashAsync("Login001", CancellationToken.None)));

        var steps = measured.Of(HashQueue).Select(line => int.Parse(line[HashQueue.Length..], CultureInfo.InvariantCulture)).ToList();
        steps.Count(step => step == 1).ShouldBe(1 + (2 * Environment.ProcessorCount));
        steps.Sum().ShouldBe(0);
    }

    [Fact]
    public async Task Mails_that_wait_are_measured_whenever_a_node_looks()
    {
        await using var scene = await MailScene.OpenAsync();
        await scene.WriteAsync("a@example.jp");
        await scene.WriteAsync("b@example.jp");

        await scene.SendAsync();
        await scene.SendAsync();

        measured.Of("bankadmin.mail.queue").ShouldBe(["bankadmin.mail.queue 2", "bankadmin.mail.queue 0"]);
    }
}
