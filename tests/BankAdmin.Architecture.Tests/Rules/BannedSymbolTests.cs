using System.Reflection;
using System.Transactions;
using BankAdmin.Testing;

namespace BankAdmin.Architecture.Tests.Rules;

/// <summary>The compiler refuses what src/BannedSymbols.txt names (RS0030), in views too; a misspelt line refuses nothing.</summary>
public sealed class BannedSymbolTests
{
    private static readonly Assembly[] Assemblies = [typeof(object).Assembly, typeof(TransactionScope).Assembly];

    [Fact]
    public void Every_banned_symbol_exists()
    {
        var symbols = File.ReadLines(Path.Combine(Repository.Root, "src", "BannedSymbols.txt")).Select(line => line.Split(';')[0]).ToList();
        symbols.Count.ShouldBeGreaterThan(10);
        symbols.Where(symbol => !Exists(symbol)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_of_src_is_under_the_one_file_that_bans_them() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "Directory.Build.props", SearchOption.AllDirectories)
            .ShouldHaveSingleItem();

    [Theory]
    [InlineData("T:System.Transactions.TransactionsScope")]
    [InlineData("P:System.DateTime.Tomorrow")]
    [InlineData("M:System.Threading.Thread.Sleep(System.Int64)")]
    [InlineData("M:System.Threading.Thread.Sleep(System.Int32,System.Int32)")]
    public void Counter_examples_are_found(string symbol) => Exists(symbol).ShouldBeFalse();

    private static bool Exists(string symbol)
    {
        var name = symbol[2..].Split('(')[0];
        if (symbol[0] == 'T')
        {
            return Find(name) is not null;
        }

        var dot = name.LastIndexOf('.');
        var members = Find(name[..dot])?.GetMember(name[(dot + 1)..].Replace('#', '.')) ?? [];
        return members.Any(member => symbol == (member is MethodBase method ? $"M:{name}({Parameters(method)})" : $"P:{name}"));
    }

    private static string Parameters(MethodBase method) =>
        string.Join(',', method.GetParameters().Select(parameter => parameter.ParameterType.FullName));

    private static Type? Find(string name) =>
        Assemblies.Select(assembly => assembly.GetType(name)).FirstOrDefault(type => type is not null);
}
