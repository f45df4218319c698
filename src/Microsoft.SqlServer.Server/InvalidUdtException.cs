namespace Microsoft.SqlServer.Server;

/// <summary>Thrown for a type that does not keep the rules of a user-defined type.</summary>
public sealed class InvalidUdtException : SystemException
{
    // The documented HRESULT; callers of the real package may test for it.
    private const int InvalidUdt = unchecked((int)0x80131937);

    private InvalidUdtException(string message) : base(message) => HResult = InvalidUdt;

    /// <summary>Makes the exception for a type; the database client calls it.</summary>
    /// <param name="udtType">The refused type.</param>
    /// <param name="resourceReason">Why it is refused.</param>
    public static InvalidUdtException Create(Type udtType, string resourceReason)
    {
        ArgumentNullException.ThrowIfNull(udtType);
        return new($"'{udtType.FullName}' is an invalid user defined type, reason: {resourceReason}.");
    }
}
