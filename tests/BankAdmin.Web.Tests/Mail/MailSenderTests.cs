using System.Net;
using System.Net.Sockets;
using BankAdmin.Infrastructure.Mail;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing.Engines;
using BankAdmin.Web.Tests.Processes;
using BankAdmin.Web.Tests.Wizards;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Mail;

/// <summary>Every mail goes out, once where nothing fails, and nothing that fails stops the others.</summary>
public abstract class MailSenderTests(DatabaseProvider engine)
{
    [Fact]
    public async Task A_mail_goes_out_once_and_is_deleted()
    {
        await using var scene = await OpenAsync();
        await scene.WriteAsync("a@example.jp");

        (await scene.SendAsync()).ShouldBe(1);
        (await scene.SendAsync()).ShouldBe(0);

        scene.Server.Received.ShouldHaveSingleItem().Recipients.ShouldBe(["a@example.jp"]);
        (await scene.WaitingAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mail_exists_with_its_change_and_belongs_to_its_company()
    {
        await using var scene = await OpenAsync();
        var (mine, other) = (await scene.CompanyIdAsync("1000000001"), await scene.CompanyIdAsync("1000000002"));
        await using (var context = scene.OpenFor(mine))
        {
            context.Add(scene.NewMail(other, "a@example.jp"));
            (await Should.ThrowAsync<InvalidOperationException>(() => context.SaveChangesAsync())).Message.ShouldContain("another company");
            context.ChangeTracker.Clear();
            context.Add(scene.NewMail(mine, "a@example.jp"));
            context.RequireAfterRows(_ => Task.FromResult(false));
            context.Record(new Domain.SignIn.LoggedOut(Domain.Operations.OperationSubject.Of(Domain.Person.System)));
            await Should.ThrowAsync<DbUpdateException>(() => context.SaveChangesAsync());
        }

        (await scene.WaitingAsync()).ShouldBeEmpty("the change was not stored");
        await scene.WriteAsync("a@example.jp");
        await using var elsewhere = scene.OpenFor(other);
        (await elsewhere.OutgoingMails.AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Of_two_nodes_that_see_the_same_mails_one_sends_each()
    {
        const int Mails = 5;
        await using var scene = await OpenAsync();
        for (var round = 0; round < ProcessCollection.Rounds(4); round++)
        {
            for (var i = 0; i < Mails; i++)
            {
                await scene.WriteAsync($"to{round}-{i}@example.jp");
            }

            var claims = Enumerable.Range(0, Mails).Select(_ => new MeetingPoint(2)).ToList();
            var sent = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
                Task.Run(() => scene.NewSender(interceptors: new ClaimsAtOnce(claims)).SendDueAsync(CancellationToken.None))));

            sent.Sum().ShouldBe(Mails);
            scene.Server.Received.SelectMany(mail => mail.Recipients)
                .Where(to => to.StartsWith($"to{round}-", StringComparison.Ordinal)).Order()
                .ShouldBe(Enumerable.Range(0, Mails).Select(i => $"to{round}-{i}@example.jp"));
            (await scene.WaitingAsync()).ShouldBeEmpty();
            ProcessCollection.Note($"round {round}: {sent[0]} and {sent[1]}");
        }
    }

    [Fact]
    public async Task Whatever_a_look_for_mails_runs_into_the_next_is_taken()
    {
        await using var scene = await OpenAsync();
        await scene.WriteAsync("a@example.jp");
        using var sender = scene.NewSender(clock: new HastyClock(), interceptors: new TroubleAtFirst(TestEngine.Of(engine).Locked()));

        await sender.StartAsync(CancellationToken.None);

        (await scene.Server.WaitAsync(TimeSpan.FromSeconds(60))).ShouldBeTrue(scene.Log);
        await sender.StopAsync(CancellationToken.None);
        scene.Log.ShouldContain("MailSender waits until the database is back.");
        scene.Log.ShouldContain("MailSender failed and tries again.");
    }

    [Fact]
    public async Task While_the_server_is_away_mails_wait_and_go_out_when_it_is_back()
    {
        await using var scene = await OpenAsync();
        await scene.WriteAsync("a@example.jp");
        await scene.WriteAsync("b@example.jp");

        scene.Server.HangsUpAt = "EHLO";
        (await scene.SendAsync()).ShouldBe(0);
        (await scene.WaitingAsync()).ConvertAll(mail => mail.Attempts).ShouldBe([0, 1], "one is enough to find out");
        scene.Server.HangsUpAt = null;
        (await scene.SendAsync()).ShouldBe(1, "the other is not due yet");
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        (await scene.SendAsync()).ShouldBe(1);

        scene.Server.Received.Count.ShouldBe(2);
        (await scene.WaitingAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_a_server_that_is_away()
    {
        await using var scene = await OpenAsync();
        await scene.WriteAsync("a@example.jp");
        using var nobody = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        nobody.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        (await scene.SendAsync(scene.SmtpAt(((IPEndPoint)nobody.LocalEndPoint!).Port))).ShouldBe(0);

        (await scene.WaitingAsync()).ShouldHaveSingleItem().Attempts.ShouldBe(1);
        scene.Log.ShouldContain(nameof(SocketError.ConnectionRefused));
    }

    [Fact]
    public async Task A_refused_recipient_does_not_hold_up_the_others()
    {
        await using var scene = await OpenAsync();
        foreach (var to in new[] { "a@example.jp", "gone@example.jp", "at-no-address", "b@example.jp" })
        {
            await scene.WriteAsync(to);
        }

        scene.Server.Refused = "gone@example.jp";
        (await scene.SendAsync()).ShouldBe(2);

        scene.Server.Received.SelectMany(mail => mail.Recipients).Order().ShouldBe(["a@example.jp", "b@example.jp"]);
        (await scene.WaitingAsync()).Select(mail => (mail.To, mail.Attempts))
            .ShouldBe([("gone@example.jp", 1), ("at-no-address", 1)], ignoreOrder: true);
    }

    [Fact]
    public async Task Pauses_grow_to_an_hour_and_after_three_days_it_is_given_up()
    {
        await using var scene = await OpenAsync();
        var mail = await scene.WriteAsync("a@example.jp");
        var pauses = new List<double>();
        while ((await scene.WaitingAsync()).SingleOrDefault() is { } waiting)
        {
            pauses.Count.ShouldBe(waiting.Attempts);
            scene.Clock.Advance(waiting.DueAtUtc - scene.Clock.GetUtcNow().UtcDateTime);
            pauses.Add(Math.Round((waiting.DueAtUtc - mail.CreatedAtUtc).TotalMinutes));
            (await scene.SendAsync(new Unwilling())).ShouldBe(0);
        }

        pauses.Take(9).Zip(pauses.Skip(1), (before, after) => after - before).ShouldBe([1, 2, 4, 8, 16, 32, 60, 60, 60], tolerance: 1.1);
        pauses[^1].ShouldBeInRange(72 * 60, 73 * 60 + 1);
        scene.Log.ShouldContain($"Mail {mail.Id} is given up");
    }

    [Fact]
    public async Task What_a_dead_node_had_begun_another_takes_over_after_a_while()
    {
        await using var scene = await OpenAsync();
        var mail = await scene.WriteAsync("a@example.jp");
        using var end = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => scene.NewSender(new Dying(scene.Smtp, end)).SendDueAsync(end.Token));

        (await scene.SendAsync()).ShouldBe(0, "it may still be at it");
        scene.Clock.Advance(MailSender.Lease - TimeSpan.FromMinutes(1));
        (await scene.SendAsync()).ShouldBe(0);
        (await scene.WaitingAsync()).ShouldHaveSingleItem().Attempts.ShouldBe(1);
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        (await scene.SendAsync()).ShouldBe(1);

        scene.Server.Received.Select(received => received.Message.MessageId)
            .ShouldBe([$"{mail.Id:N}@bank.example", $"{mail.Id:N}@bank.example"], "by this they are one");
        scene.Server.Received[0].Source.ShouldBe(scene.Server.Received[1].Source);
    }

    [Fact]
    public async Task Who_hangs_up_after_taking_a_mail_is_not_sent_it_again()
    {
        await using var scene = await OpenAsync();
        await scene.WriteAsync("a@example.jp");
        scene.Server.HangsUpAt = "QUIT";

        (await scene.SendAsync()).ShouldBe(1);

        (await scene.WaitingAsync()).ShouldBeEmpty();
        scene.Server.Received.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Nothing_of_a_mail_stands_in_the_log_but_its_id()
    {
        await using var scene = await OpenAsync();
        var mail = await scene.WriteAsync("canary@example.jp", "canary subject", "canary body");
        foreach (var word in new[] { "EHLO", "MAIL", "RCPT", "DATA" })
        {
            scene.Server.HangsUpAt = word;
            (await scene.SendAsync()).ShouldBe(0);
            scene.Clock.Advance(TimeSpan.FromHours(1));
        }

        (scene.Server.HangsUpAt, scene.Server.Refused) = (null, "canary@example.jp");
        (await scene.SendAsync()).ShouldBe(0);
        scene.Log.ShouldContain("SMTP 550");
        scene.Clock.Advance(MailSender.LongestWait);
        (await scene.SendAsync()).ShouldBe(0);

        scene.Log.ShouldContain($"Mail {mail.Id} is given up");
        scene.Log.ShouldNotContain("canary");
        (await scene.WaitingAsync()).ShouldBeEmpty();
    }

    private Task<MailScene> OpenAsync()
    {
        TestEngine.SkipIfAbsent(engine);
        return MailScene.OpenAsync(engine);
    }
}

public sealed class MailSenderOnSqliteTests() : MailSenderTests(DatabaseProvider.Sqlite);

public sealed class MailSenderOnPostgresTests() : MailSenderTests(DatabaseProvider.Postgres);
