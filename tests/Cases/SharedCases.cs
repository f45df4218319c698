using System.Text.Json;

namespace BankAdmin.Tests.Cases;

/// <summary>What somebody types as an amount, and what it is: an amount as it is shown, or the code of the error.</summary>
public sealed record AmountCase(string Typed, string? Amount, string? Code);

/// <summary>Cases that the domain and the pages' script are both held to.</summary>
public static class SharedCases
{
    public static IReadOnlyList<AmountCase> Amounts { get; } = Read<AmountCase>("amounts.json");

    private static List<T> Read<T>(string name)
    {
        using var stream = typeof(SharedCases).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<List<T>>(stream, JsonSerializerOptions.Web)!;
    }
}
