namespace Microsoft.SqlServer.Server;

/// <summary>Marks a method or property of a user-defined type that statements can call.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public sealed class SqlMethodAttribute : SqlFunctionAttribute
{
    /// <summary>Whether it is called when an argument is null.</summary>
    public bool OnNullCall { get; set; } = true;

    /// <summary>Whether it changes the instance.</summary>
    public bool IsMutator { get; set; }

    /// <summary>Whether it is called on a null instance.</summary>
    public bool InvokeIfReceiverIsNull { get; set; }
}
