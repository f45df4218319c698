using BankAdmin.Infrastructure.Mail;
using BankAdmin.Testing;
using BankAdmin.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Mail;

/// <summary>What arrives is what was written, by either way, and nothing that was written becomes a header or an address.</summary>
public sealed class MailMessageTests
{
    private const string Subject = "【青空銀行】利用者登録のお知らせ（髙橋﨑 様・𠮷野家）―とても長い件名でも折り返しても壊れないこと";
    private const string Body = "髙橋 様\n\n利用者が登録されました。\n.\n.点で始まる行\n終わり\n";

    [Fact]
    public async Task Japanese_arrives_intact_at_the_server()
    {
        await using var scene = await MailScene.OpenAsync();
        var mail = await scene.WriteAsync("a@example.jp", Subject, Body);

        (await scene.SendAsync()).ShouldBe(1);

        var received = scene.Server.Received.ShouldHaveSingleItem();
        ShouldBe(received.Message, mail);
        received.Source.ShouldAllBe(c => char.IsAscii(c));
        received.LogIn.ShouldBeNull();
    }

    [Fact]
    public async Task Japanese_arrives_intact_in_the_folder_and_nothing_else_is_left_there()
    {
        await using var scene = await MailScene.OpenAsync();
        var mail = await scene.WriteAsync("a@example.jp", Subject, Body);
        var folder = new MailFolder(scene.Folder, scene.Composer);

        (await scene.SendAsync(folder)).ShouldBe(1);
        await folder.DeliverAsync(mail, CancellationToken.None);

        var file = Directory.GetFileSystemEntries(scene.Folder).ShouldHaveSingleItem("delivered twice it is one file");
        file.ShouldEndWith($"{mail.Id:N}.eml");
        ShouldBe(await MimeMessage.LoadAsync(file), mail);
        (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\r\n").ShouldBe(await File.ReadAllTextAsync(file));
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(scene.Folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_a_server_that_is_away()
    {
        await using var scene = await MailScene.OpenAsync();
        await scene.WriteAsync("a@example.jp");

        (await scene.SendAsync(new MailFolder(scene.Bank.DatabaseFile, scene.Composer))).ShouldBe(0);

        (await scene.WaitingAsync()).ShouldHaveSingleItem().Attempts.ShouldBe(1);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n\r\n")]
    public async Task A_line_break_in_a_subject_begins_no_header_and_no_text(string lineBreak)
    {
        await using var scene = await MailScene.OpenAsync();
        await scene.WriteAsync("a@example.jp", $"お知らせ{lineBreak}Bcc: victim@example.jp{lineBreak}X-Made-Up: 1");
        await scene.WriteAsync("a@example.jp", $"Notice{lineBreak}Bcc: victim@example.jp{lineBreak}X-Made-Up: 1");

        (await scene.SendAsync()).ShouldBe(2);

        foreach (var received in scene.Server.Received)
        {
            received.Recipients.ShouldBe(["a@example.jp"]);
            received.Message.Headers.Select(header => header.Field).ShouldBe(
                ["Message-Id", "Date", "Subject", "From", "To", "Auto-Submitted", "MIME-Version"], ignoreOrder: true);
            received.Message.Body!.Headers.Select(header => header.Field)
                .ShouldBe(["Content-Type", "Content-Transfer-Encoding"], ignoreOrder: true);
            received.Message.Subject.ShouldEndWith("X-Made-Up: 1");
            received.Message.TextBody.ShouldBe("本文");
        }
    }

    [Theory]
    [InlineData("a..b.@docomo.ne.jp", "\"a..b.\"@docomo.ne.jp")] // only in quotes does the standard allow it
    [InlineData("a@xn--wgv71a119e.jp", "a@xn--wgv71a119e.jp")]
    [InlineData("a.b@example.jp", "a.b@example.jp")]
    public async Task A_mail_goes_to_the_mailbox_that_was_typed(string address, string recipient)
    {
        await using var scene = await MailScene.OpenAsync();
        await scene.WriteAsync(address);

        (await scene.SendAsync()).ShouldBe(1);

        scene.Server.Received.ShouldHaveSingleItem().Recipients.ShouldBe([recipient]);
    }

    [Theory]
    [InlineData("no-reply@localhost", true)]
    [InlineData("a.b+c_d@example.co.jp", true)]
    [InlineData("a..b.@docomo.ne.jp", true)]
    [InlineData("a@xn--wgv71a119e.jp", true)]
    [InlineData("\"a b\"@example.jp", false)]
    [InlineData("", false)]
    [InlineData("a", false)]
    [InlineData("a@", false)]
    [InlineData("@example.jp", false)]
    [InlineData("a b@example.jp", false)]
    [InlineData("a@example.jp, b@example.jp", false)]
    [InlineData("A <a@example.jp>", false)]
    [InlineData("a@example.jp\r\nBcc: b@example.jp", false)]
    [InlineData("a@example.jp>\r\nRCPT TO:<b@example.jp", false)]
    [InlineData("a@example.jp\n", false)]
    [InlineData("a@銀行.jp", false)]
    public void An_address_is_an_address_and_nothing_else(string text, bool isOne) => MailComposer.IsAddress(text).ShouldBe(isOne);

    [Fact]
    public async Task The_program_delivers_into_a_folder_below_its_data_unless_it_has_a_server()
    {
        await using var scene = await MailScene.OpenAsync();
        await using var app = new TestApp(scene.Bank);
        var mail = await scene.WriteAsync("a@example.jp", Subject);

        (await scene.SendAsync(app.Services.GetRequiredService<IMailDelivery>())).ShouldBe(1);

        var message = await MimeMessage.LoadAsync(Path.Combine(scene.Folder, $"{mail.Id:N}.eml"));
        message.From.Mailboxes.Select(from => (from.Name, from.Address)).ShouldBe([("青空銀行", "no-reply@localhost")]);
    }

    [Fact]
    public async Task The_program_sends_to_the_server_it_is_told_by_itself()
    {
        await using var scene = await MailScene.OpenAsync();
        var mail = await scene.WriteAsync("a@example.jp", Subject, Body);
        var settings = new Dictionary<string, string>
        {
            ["BankAdmin__Mail__Host"] = "127.0.0.1",
            ["BankAdmin__Mail__Port"] = scene.Server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["BankAdmin__Mail__Security"] = "none",
            ["BankAdmin__Mail__UserName"] = "bank",
            ["BankAdmin__Mail__Password"] = "geheim-秘密",
            ["BankAdmin__Mail__From"] = MailScene.From,
        };
        await using var server = await ServerProcess.StartAsync(scene.Bank.Folder, settings);

        (await scene.Server.WaitAsync(TimeSpan.FromSeconds(60))).ShouldBeTrue(server.Output);

        var received = scene.Server.Received.ShouldHaveSingleItem();
        ShouldBe(received.Message, mail);
        received.LogIn.ShouldBe("bank geheim-秘密");
        server.Output.ShouldNotContain("geheim");
        Directory.Exists(scene.Folder).ShouldBeFalse();
    }

    [Theory]
    [InlineData("StartTls", 587)]
    [InlineData("Tls", 465)]
    [InlineData("None", 25)]
    public void Each_protection_has_its_usual_port(string security, int port)
    {
        var settings = Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["BankAdmin:Mail:Host"] = "mail.example",
            ["BankAdmin:Mail:Security"] = security,
        }).Build());
        settings.Problems.ShouldBeEmpty();
        settings.MailServer!.Port.ShouldBe(port);
    }

    private static void ShouldBe(MimeMessage message, OutgoingMail mail)
    {
        message.Subject.ShouldBe(mail.Subject);
        message.TextBody!.ReplaceLineEndings("\n").ShouldBe(mail.Body);
        message.HtmlBody.ShouldBeNull();
        message.To.ToString().ShouldBe(mail.To);
        message.From.Mailboxes.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            from => from.Name.ShouldBe("青空銀行"), from => from.Address.ShouldBe(MailScene.From));
        message.MessageId.ShouldBe($"{mail.Id:N}@bank.example");
        message.Date.UtcDateTime.ShouldBe(mail.CreatedAtUtc, TimeSpan.FromSeconds(1));
        message.Headers[HeaderId.AutoSubmitted].ShouldBe("auto-generated");
    }
}
