namespace Microsoft.SqlServer.Server;

/// <summary>Marks a method that is registered as a server function.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public class SqlFunctionAttribute : Attribute
{
    /// <summary>Whether equal arguments and data always give an equal result.</summary>
    public bool IsDeterministic { get; set; }

    /// <summary>Whether the function reads user data.</summary>
    public DataAccessKind DataAccess { get; set; } = DataAccessKind.None;

    /// <summary>Whether the function reads the server's system tables.</summary>
    public SystemDataAccessKind SystemDataAccess { get; set; } = SystemDataAccessKind.None;

    /// <summary>Whether the function computes without floating point.</summary>
    public bool IsPrecise { get; set; }

    /// <summary>The name it is registered under.</summary>
    public string? Name { get; set; }

    /// <summary>The columns of the result of a table-valued function.</summary>
    public string? TableDefinition { get; set; }

    /// <summary>The method that fills one row of a table-valued function.</summary>
    public string? FillRowMethodName { get; set; }
}
