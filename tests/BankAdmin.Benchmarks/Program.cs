using System.Globalization;
using BankAdmin.Benchmarks;
using BankAdmin.Benchmarks.Ceiling;
using BankAdmin.Benchmarks.Flood;
using BankAdmin.Benchmarks.History;
using BankAdmin.Benchmarks.Pages;
using BenchmarkDotNet.Running;

switch (args)
{
    case ["pages"]:
        await PagesRun.RunAsync();
        break;
    case ["pages", var word]:
        await PagesRun.RunAsync(word);
        break;
    case ["history"]:
        await HistoryRun.RunAsync(HistoryRun.Usual);
        break;
    case ["history", var records]:
        await HistoryRun.RunAsync(long.Parse(records, CultureInfo.InvariantCulture));
        break;
    case ["flood"]:
        await FloodRun.RunAsync();
        break;
    case [CeilingApp.Word, .. var rest]:
        await CeilingApp.ServeAsync(rest);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(FeeBenchmarks).Assembly).Run(args);
        break;
}
