namespace Microsoft.SqlServer.Server;

/// <summary>How a CLR type or aggregate is stored on the server.</summary>
public enum Format
{
    /// <summary>Not determined.</summary>
    Unknown = 0,

    /// <summary>The server's own binary form; only fixed-size value fields can have it.</summary>
    Native = 1,

    /// <summary>The type writes and reads itself by <see cref="IBinarySerialize"/>.</summary>
    UserDefined = 2,
}
