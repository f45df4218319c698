namespace Microsoft.SqlServer.Server;

/// <summary>Marks a class or struct that is registered as a server type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = true)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    /// <summary>How an instance is stored.</summary>
    public Format Format { get; } = format switch
    {
        Format.Native or Format.UserDefined => format,
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>The largest size of an instance in bytes; −1 means up to 2 GB.</summary>
    public int MaxByteSize { get; set; }

    /// <summary>Whether every instance has the largest size.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Whether stored bytes compare in the order of the values.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>The method that checks an instance read from bytes.</summary>
    public string? ValidationMethodName { get; set; }

    /// <summary>The name it is registered under.</summary>
    public string? Name { get; set; }
}
