using System.Globalization;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Volume;

namespace BankAdmin.Benchmarks.Pages;

/// <summary>The same work on PostgreSQL, by one node or two; the server shares the cores, too.</summary>
internal static class Postgres
{
    private const int Companies = 40;
    private const int QuickRounds = TestBank.PasswordRounds;

    /// <summary>With a hash that costs nothing, so that it is the nodes and the database that are measured.</summary>
    public static Measure OneNode { get; } = With(1, QuickRounds, Works.Execute(Line.Clients), "quick hash");

    /// <inheritdoc cref="OneNode" />
    public static Measure TwoNodes { get; } = With(2, QuickRounds, Works.Execute(Line.Clients), "quick hash");

    public static Measure Page(string name, string path) => With(1, PasswordHashing.ProductionRounds, Works.Page(name, path));

    public static Measure LogIn(int clients) => With(1, PasswordHashing.ProductionRounds, Works.LogIn(clients));

    public static Measure Execute(int clients) => With(1, PasswordHashing.ProductionRounds, Works.Execute(clients));

    private static Measure With(int nodes, int rounds, Measure work, string what = "") =>
        new($"{work.Name}, PostgreSQL{(what.Length > 0 ? $", {what}, {nodes} {(nodes == 1 ? "node" : "nodes")}" : "")}", async turn =>
        {
            using var bank = await TestBank.OpenAsync(DatabaseProvider.Postgres);
            await bank.AddAsync(A.Fixture(Fixtures()), rounds);
            var settings = new Dictionary<string, string>
            {
                ["BankAdmin__Security__PasswordRounds"] = rounds.ToString(CultureInfo.InvariantCulture),
                ["DOTNET_TieredPGO"] = "1",
            };
            var servers = await Task.WhenAll(Enumerable.Range(0, nodes).Select(_ => ServerProcess.StartAsync(bank, settings)));
            try
            {
                await work.TakeAsync(turn with { Nodes = servers });
                return await work.TakeAsync(turn with { Nodes = servers });
            }
            finally
            {
                await Task.WhenAll(servers.Select(server => server.DisposeAsync().AsTask()));
            }
        });

    private static CompanyBuilder[] Fixtures()
    {
        var few = A.Company(VolumeSize.Few).WithMaster(VolumeSize.FewUser(1));
        for (var i = 2; i <= VolumeSize.FewUsers; i++)
        {
            few.WithUser(VolumeSize.FewUser(i), i <= Line.Clients ? UserRole.Administrator : UserRole.General, Permission.Balance);
        }

        return [few, .. Enumerable.Range(1, Companies).Select(i => A.Company($"90000001{i:D2}").WithMaster(VolumeSize.Master(i)))];
    }
}
