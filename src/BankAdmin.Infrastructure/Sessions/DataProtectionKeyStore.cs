using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BankAdmin.Infrastructure.Sessions;

/// <summary>Keeps the data-protection ring in the database, which all nodes share.</summary>
public sealed class DataProtectionKeyStore(IServiceScopeFactory scopes) : IXmlRepository
{
    // The first key has this place: two nodes that begin the ring at once would else not read each other's cookies for a day.
    internal static readonly Guid First = new("00000000-0000-0000-0000-000000000001");

    // As the framework last saw the ring: from an empty one it concludes that it has to begin one.
    private volatile bool foundEmpty;

    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<BankAdminDbContext>();
        var ring = context.DataProtectionKeys.AsNoTracking().AsEnumerable().Select(key => XElement.Parse(key.Xml)).ToList();
        foundEmpty = ring.Count == 0;
        return ring;
    }

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<BankAdminDbContext>();
        var id = foundEmpty ? First : Guid.CreateVersion7();
        context.Add(new DataProtectionKey { Id = id, FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        try
        {
            context.SaveChanges();
        }
        catch (DbUpdateException taken) when (id == First && taken.InnerException is DbException refused && Engine.IsDuplicate(refused))
        {
            // The other node's key is there; the framework reads the ring again after this and takes it.
        }
    }
}

/// <summary>Encrypts the ring's keys under the master key (AES-256-GCM), so that the database alone opens no cookie.</summary>
public sealed class MasterKeyXmlEncryptor(MasterKeys keys) : IXmlEncryptor
{
    /// <inheritdoc />
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var box = SecretBox.Lock(keys.Current, Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
        return new EncryptedXmlInfo(
            new XElement("masterKey", new XAttribute("id", keys.Current.Id), Convert.ToBase64String(box)),
            typeof(MasterKeyXmlDecryptor));
    }
}

/// <summary>Reverses <see cref="MasterKeyXmlEncryptor"/>; the framework makes it by its type name.</summary>
public sealed class MasterKeyXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc />
    public XElement Decrypt(XElement encryptedElement)
    {
        var id = encryptedElement.Attribute("id")?.Value ?? "";
        var key = services.GetRequiredService<MasterKeys>().Find(id)
            ?? throw new CryptographicException($"Master key '{id}' is not in the key folder.");
        return XElement.Parse(Encoding.UTF8.GetString(SecretBox.Unlock(key, Convert.FromBase64String(encryptedElement.Value))));
    }
}
