namespace Microsoft.SqlServer.Server;

/// <summary>Whether a CLR method reads user data through its server connection.</summary>
public enum DataAccessKind
{
    /// <summary>The method reads no user data.</summary>
    None = 0,

    /// <summary>The method reads user data.</summary>
    Read = 1,
}

/// <summary>Whether a CLR method reads the server's system tables.</summary>
public enum SystemDataAccessKind
{
    /// <summary>The method reads no system data.</summary>
    None = 0,

    /// <summary>The method reads system data.</summary>
    Read = 1,
}
