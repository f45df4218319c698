using System.Reflection;
using System.Text.RegularExpressions;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Architecture.Tests.SqlServer;

/// <summary>The methods of the program that send a query, read from the compiled code so that none is forgotten.</summary>
internal static partial class QueryMethods
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Assembly[] Ours = [typeof(BankAdminDbContext).Assembly, typeof(Program).Assembly];

    /// <summary>Those of the whole program.</summary>
    public static IReadOnlyList<string> All() => Ours.SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.Namespace?.Contains("Migrations", StringComparison.Ordinal) != true)
        .SelectMany(In).Distinct().Order().ToList();

    public static IEnumerable<string> In(Type type) => type.GetMethods(Own).Where(SendsQuery).Select(NameOf);

    public static bool IsOurs(MethodBase method) => method.DeclaringType is { } type && Ours.Contains(type.Assembly);

    /// <summary>The name a person gave it: lambdas and asynchronous methods are types and methods of the compiler's making.</summary>
    public static string NameOf(MethodBase method)
    {
        var (type, name) = (method.DeclaringType!, method.Name);
        while (type.DeclaringType is { } outer && type.Name.Contains('<', StringComparison.Ordinal))
        {
            name = Given().Match(type.Name) is { Success: true } given ? given.Groups[1].Value : name;
            type = outer;
        }

        return $"{type.Name.Split('`')[0]}.{(Given().Match(name) is { Success: true } inner ? inner.Groups[1].Value : name)}";
    }

    private static bool SendsQuery(MethodInfo method) => IlCode.Called(method).Any(called =>
        (called.DeclaringType == typeof(EntityFrameworkQueryableExtensions)
            && (called.Name.EndsWith("Async", StringComparison.Ordinal) || called.Name.StartsWith("Execute", StringComparison.Ordinal)))
        || (called.DeclaringType == typeof(EntityFrameworkQueryableExtensions) && called.Name == "AsAsyncEnumerable")
        || (called.DeclaringType == typeof(RelationalDatabaseFacadeExtensions)
            && called.Name.StartsWith("ExecuteSql", StringComparison.Ordinal))
        || (called.DeclaringType == typeof(Enumerable) && called.Name == "AsEnumerable"));

    [GeneratedRegex(@"<([A-Za-z]\w*)>")]
    private static partial Regex Given();
}
