using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;
using BankAdmin.Testing.Volume;

namespace BankAdmin.Benchmarks.Pages;

/// <summary>What there is to measure on: processes, and two banks.</summary>
/// <param name="Ceiling">The ceiling's page.</param>
/// <param name="Nodes">The product, on <paramref name="AmongFew"/> unless a work asks for others.</param>
/// <param name="AmongFew">A bank of <see cref="VolumeSize.Everyday"/>.</param>
/// <param name="AmongMany">A bank of <see cref="VolumeSize.Long"/>.</param>
internal sealed record Turn(ServerProcess Ceiling, IReadOnlyList<ServerProcess> Nodes, TestBank AmongFew, TestBank AmongMany)
{
    /// <summary>The node that a person comes to.</summary>
    public ServerProcess Node(int person) => Nodes[person % Nodes.Count];
}

/// <summary>Something that can be measured again and again.</summary>
/// <param name="Name">What it is.</param>
/// <param name="TakeAsync">Measures it once.</param>
internal sealed record Measure(string Name, Func<Turn, Task<Sample>> TakeAsync);

/// <summary>One line of the report. A new one is an entry in <see cref="All"/>.</summary>
/// <param name="Work">What is measured.</param>
/// <param name="Against">A ceiling, or less of the same work; measured in turn with it.</param>
/// <param name="Goal">What the ratio should be.</param>
/// <param name="Ratio">The ratio of the two.</param>
internal sealed record Line(Measure Work, Measure Against, string Goal, Func<Sample, Sample, double> Ratio)
{
    public const int Clients = 8;

    private const string HalfOfPage = "throughput ≥ 0.5";
    private const string NearHash = "throughput ≥ 0.8";
    private const string NearBoth = "p95 ≤ 1.25";
    private const string TwiceAsLong = "time ≤ 2";

    public static readonly IReadOnlyList<Line> All =
    [
        new(Works.Page("利用者一覧 (BRSK005)", "/users"), Ceilings.Page, HalfOfPage, Throughput),
        new(Works.Page("企業情報照会 (BKGK005)", "/companies/information"), Ceilings.Page, HalfOfPage, Throughput),
        new(Works.Page("企業管理 menu (BKGK001)", "/companies"), Ceilings.Page, HalfOfPage, Throughput),
        new(Works.Page("利用者管理 menu (BRSK001)", "/users/menu"), Ceilings.Page, HalfOfPage, Throughput),
        new(Works.Page("top page (BTOP001)", "/"), Ceilings.Page, HalfOfPage, Throughput),
        new(Works.ManyUsers("利用者一覧", "/users"), Works.FewUsers("利用者一覧", "/users"), TwiceAsLong, Duration),
        new(Works.ManyUsers("停止・解除", Works.Suspension), Works.FewUsers("停止・解除", Works.Suspension), TwiceAsLong, Duration),
        new(Works.ManyUsers("権限一覧", "/users/rights"), Works.FewUsers("権限一覧", "/users/rights"), TwiceAsLong, Duration),
        new(Works.LogIn(Clients), Ceilings.Hash, NearHash, Throughput),
        new(Works.LogIn(1), Ceilings.HashAndCommit, NearBoth, P95),
        new(Works.Execute(Clients), Ceilings.Hash, NearHash, Throughput),
        new(Works.Execute(1), Ceilings.HashAndCommit, NearBoth, P95),
        new(Postgres.Page("利用者一覧 (BRSK005)", "/users"), Ceilings.Page, HalfOfPage, Throughput),
        new(Postgres.Page("企業情報照会 (BKGK005)", "/companies/information"), Ceilings.Page, HalfOfPage, Throughput),
        new(Postgres.LogIn(Clients), Ceilings.Hash, NearHash, Throughput),
        new(Postgres.Execute(Clients), Ceilings.Hash, NearHash, Throughput),
        new(Postgres.TwoNodes, Postgres.OneNode, "throughput ≥ 1.3 with cores to spare", Throughput),
        new(Commits.On(DatabaseProvider.Sqlite), Ceilings.Commit, "worst ≤ 100 ms", Throughput),
        new(Commits.On(DatabaseProvider.Postgres), Ceilings.Commit, "none", Throughput),
        new(Commits.On(DatabaseProvider.Postgres), Commits.WithoutNumber(DatabaseProvider.Postgres), "throughput ≥ 0.95", Throughput),
        new(Works.Pdf, Ceilings.Page, "p95 ≤ 20 ms", P95),
        new(Works.Verification, Ceilings.Scan, "throughput ≥ 0.5", Throughput),
        new(Works.Start(VolumeSize.Long), Works.Start(VolumeSize.Everyday), "time near 1, ≤ 10 s", Duration),
        new(Works.LookUp(VolumeSize.Long), Works.LookUp(VolumeSize.Everyday), "time near 1", Duration),
        new(Works.Seed(400), Works.Seed(100), "time near 4", Duration),
    ];

    public static double Throughput(Sample work, Sample other) => work.PerSecond / other.PerSecond;

    public static double Duration(Sample work, Sample other) => other.PerSecond / work.PerSecond;

    public static double P95(Sample work, Sample other) => work.P95 / other.P95;
}
