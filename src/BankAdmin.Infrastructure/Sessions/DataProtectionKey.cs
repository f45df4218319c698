namespace BankAdmin.Infrastructure.Sessions;

/// <summary>One key of the data-protection ring, encrypted under the master key.</summary>
public sealed class DataProtectionKey
{
    /// <summary>Internal key (UUIDv7).</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Name the framework gave it.</summary>
    public string FriendlyName { get; init; } = "";

    /// <summary>The framework's XML with the secret encrypted.</summary>
    public string Xml { get; init; } = "";
}
