using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BankAdmin.Infrastructure.Persistence;

/// <summary>
/// Enums as their exact names. A word that is none, damaged or of a newer version, becomes a value without a name and goes back as it
/// came: one such row does not take the others with it, and no other word passes for a sealed one.
/// </summary>
/// <typeparam name="T">An enum on <see cref="int"/>.</typeparam>
public sealed class EnumText<T>() : ValueConverter<T, string>(value => Write(value), text => Read(text))
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Known = Enum.GetValues<T>().ToDictionary(value => value.ToString());
    private static readonly ConcurrentDictionary<string, T> Unknown = new();

    internal static T Read(string text) => Known.TryGetValue(text, out var value) ? value : Unknown.GetOrAdd(text, _ => Next());

    private static string Write(T value) =>
        Enum.IsDefined(value) ? value.ToString()
        : Unknown.FirstOrDefault(unknown => unknown.Value.Equals(value)).Key
            ?? throw new ArgumentOutOfRangeException(nameof(value), $"No {typeof(T).Name} has the value {value}.");

    // Two at once may take one number; the dictionary keeps one of them, the other was never given out for another word.
    private static T Next()
    {
        var number = Interlocked.Decrement(ref last);
        return Unsafe.As<int, T>(ref number);
    }

    private static int last;
}
