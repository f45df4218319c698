using System.Net;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Mail;
using BankAdmin.Testing;
using BankAdmin.Web.Tests.Commands;
using BankAdmin.Web.Tests.Mail;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>What the program writes is its user's alone, whoever makes the file: the program, SQLite or the writer of the logs.</summary>
[Collection(ProcessCollection.Name)]
public sealed class OwnFilesTests : IDisposable
{
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode File600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bankadmin-own-");

    [Fact]
    public async Task A_server_that_runs_leaves_nothing_open_in_a_folder_of_any_name()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions.");

        // A connection string takes the semicolon for its own unless it is built.
        var data = Path.Combine(folder.FullName, "data;Mode=Memory", "'\" =");
        await using var server = await ServerProcess.StartAsync(data);
        await LogALineAsync(server);

        ShouldBeTheOwners(data, "bankadmin.db", "bankadmin.db-wal", "bankadmin.db-shm", "keys", "logs");
        Directory.GetFiles(Path.Combine(data, "logs")).ShouldNotBeEmpty();
        Directory.GetFiles(Path.Combine(data, "keys")).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Nor_do_commands()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions.");
        var data = Path.Combine(folder.FullName, "a", "b");
        var settings = new Dictionary<string, string> { ["BankAdmin__DataFolder"] = data };

        foreach (var command in new[] { "keys create", "migrate", "seed demo", "audit verify" })
        {
            var run = await CommandRun.RunAsync(folder.FullName, "Development", settings, command.Split(' '));
            run.ExitCode.ShouldBe(0, run.All);
        }

        ShouldBeTheOwners(data, "bankadmin.db", "keys");
    }

    [Fact]
    public async Task A_database_that_others_could_read_is_closed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions.");
        using var bank = await TestBank.OpenAsync();
#pragma warning disable CA1416 // skipped there
        File.SetUnixFileMode(bank.DatabaseFile, File600 | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead);
#pragma warning restore CA1416

        (await CommandRun.RunAsync(bank.Folder, "audit", "verify")).ExitCode.ShouldBe(0);

        OwnerOnly.IsOpenToOthers(bank.DatabaseFile).ShouldBeFalse();
    }

    [Fact]
    public async Task A_mail_is_readable_by_its_owner()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions.");
        OwnerOnly.MakeAllNew();
        await using var scene = await MailScene.OpenAsync();
        await scene.WriteAsync("a@bank.example");

        (await scene.SendAsync(new MailFolder(scene.Folder, scene.Composer))).ShouldBe(1);

        ShouldBeTheOwners(scene.Folder);
        Directory.GetFiles(scene.Folder).ShouldHaveSingleItem();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static async Task LogALineAsync(ServerProcess server)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address);
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        (await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static void ShouldBeTheOwners(string place, params string[] names)
    {
        names.ShouldBeSubsetOf(Directory.GetFileSystemEntries(place).Select(entry => Path.GetFileName(entry)!));
        foreach (var entry in Directory.GetFileSystemEntries(place, "*", SearchOption.AllDirectories).Append(place))
        {
#pragma warning disable CA1416 // skipped there
            File.GetUnixFileMode(entry).ShouldBe(Directory.Exists(entry) ? Folder : File600, entry);
#pragma warning restore CA1416
        }
    }
}
