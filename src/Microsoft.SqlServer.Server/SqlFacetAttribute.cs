namespace Microsoft.SqlServer.Server;

/// <summary>What a CLR type alone does not say about a SQL value: size, precision, nullability.</summary>
[AttributeUsage(
    AttributeTargets.Field | AttributeTargets.ReturnValue | AttributeTargets.Property | AttributeTargets.Parameter,
    AllowMultiple = false,
    Inherited = false)]
public class SqlFacetAttribute : Attribute
{
    /// <summary>Whether every value has the same length.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>The largest size: bytes of a binary, characters of a text; −1 for the largest there is.</summary>
    public int MaxSize { get; set; }

    /// <summary>The number of digits.</summary>
    public int Precision { get; set; }

    /// <summary>The number of digits behind the decimal point.</summary>
    public int Scale { get; set; }

    /// <summary>Whether the value can be null.</summary>
    public bool IsNullable { get; set; }
}
