using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using BankAdmin.Benchmarks.Pages;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Testing;
using BankAdmin.Testing.Volume;

namespace BankAdmin.Benchmarks.Flood;

/// <summary>
/// How long 実行 of people at work takes while strangers post logins as fast as they are answered, each time with another unknown ID.
/// Prints a row for each number of strangers; it asserts nothing.
/// </summary>
internal static class FloodRun
{
    private const int Executions = 24;
    private static readonly int[] Strangers = [0, 100, 200];

    public static async Task RunAsync()
    {
        var settings = new Dictionary<string, string>
        {
            ["BankAdmin__Security__PasswordRounds"] = PasswordHashing.ProductionRounds.ToString(CultureInfo.InvariantCulture),
        };
        using var bank = await TestBank.OpenAsync(VolumeSize.Everyday with { PasswordRounds = PasswordHashing.ProductionRounds });
        await using var product = await ServerProcess.StartAsync(bank, settings);
        await ExecuteAsync(product, round: 0); // compiled step by step
        Console.WriteLine("| strangers | 実行 median | p95 | failed | logins judged | turned away |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var (round, strangers) in Strangers.Index())
        {
            Console.WriteLine(await MeasureAsync(product, round + 1, strangers));
        }
    }

    private static async Task<string> MeasureAsync(ServerProcess product, int round, int strangers)
    {
        var answers = new ConcurrentDictionary<HttpStatusCode, int>();
        using var over = new CancellationTokenSource();
        var forms = await PrepareAsync(product, round);
        var flood = Enumerable.Range(0, strangers)
            .Select(i => Task.Run(() => PostLoginsAsync(product, round, i, answers, over.Token))).ToList();
        var (times, failed) = await PostAllAsync(product, forms);
        await over.CancelAsync();
        await Task.WhenAll(flood);
        Array.Sort(times);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {strangers} | {times[times.Length / 2]:F0} ms | {times[(int)(times.Length * 0.95)]:F0} ms | {failed} of {times.Length} "
            + $"| {answers.GetValueOrDefault(HttpStatusCode.UnprocessableEntity)} "
            + $"| {answers.GetValueOrDefault(HttpStatusCode.ServiceUnavailable)} |");
    }

    private static async Task ExecuteAsync(ServerProcess product, int round) =>
        await PostAllAsync(product, await PrepareAsync(product, round));

    private static async Task<List<(RawBrowser Browser, RawForm Form)>> PrepareAsync(ServerProcess product, int round)
    {
        var forms = new List<(RawBrowser Browser, RawForm Form)>();
        for (var i = 1; i <= Executions; i++)
        {
            var person = await Person.LogInAsync(product, "/", VolumeSize.Master((round * Executions) + i));
            forms.Add((person.Browser, await person.ProposeAsync($"測定{Guid.CreateVersion7():N}")));
        }

        return forms;
    }

    private static async Task<(double[] Times, int Failed)> PostAllAsync(
        ServerProcess product, IReadOnlyList<(RawBrowser Browser, RawForm Form)> forms)
    {
        var (times, failed) = (new double[forms.Count], 0);
        foreach (var (i, (browser, form)) in forms.Index())
        {
            var started = Stopwatch.GetTimestamp();
            failed += (await browser.PostAsync(product, form)).Status == HttpStatusCode.SeeOther ? 0 : 1;
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            browser.Dispose();
        }

        return (times, failed);
    }

    private static async Task PostLoginsAsync(
        ServerProcess product, int round, int stranger, ConcurrentDictionary<HttpStatusCode, int> answers, CancellationToken over)
    {
        using var browser = new RawBrowser();
        var form = (await browser.GetAsync(product, "/", CancellationToken.None)).Form("login").With("password", "Wrong0001");
        for (var i = 0; !over.IsCancellationRequested; i++)
        {
            var loginId = string.Create(CultureInfo.InvariantCulture, $"x{round}{stranger:D3}{i:D6}");
            var answer = await browser.PostAsync(product, form.With("loginId", loginId), CancellationToken.None);
            answers.AddOrUpdate(answer.Status, 1, (_, count) => count + 1);
        }
    }
}
