namespace Microsoft.SqlServer.Server;

/// <summary>Marks a class or struct that is registered as a server aggregate.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = false)]
public sealed class SqlUserDefinedAggregateAttribute(Format format) : Attribute
{
    /// <summary>The largest size in bytes that can be stated; −1 means up to 2 GB.</summary>
    public const int MaxByteSizeValue = 8000;

    private int maxByteSize;

    /// <summary>How the state of the aggregate is stored.</summary>
    public Format Format { get; } = format switch
    {
        Format.Native or Format.UserDefined => format,
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>The largest size in bytes: −1, or 0 to <see cref="MaxByteSizeValue"/>.</summary>
    public int MaxByteSize
    {
        get => maxByteSize;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, -1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxByteSizeValue);
            maxByteSize = value;
        }
    }

    /// <summary>Whether equal values count once.</summary>
    public bool IsInvariantToDuplicates { get; set; }

    /// <summary>Whether nulls change nothing.</summary>
    public bool IsInvariantToNulls { get; set; }

    /// <summary>Whether the order of the values changes nothing.</summary>
    public bool IsInvariantToOrder { get; set; }

    /// <summary>Whether no value at all gives null.</summary>
    public bool IsNullIfEmpty { get; set; }

    /// <summary>The name it is registered under.</summary>
    public string? Name { get; set; }
}
