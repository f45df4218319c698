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
    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<BankAdminDbContext>();
        return context.DataProtectionKeys.AsNoTracking().AsEnumerable().Select(key => XElement.Parse(key.Xml)).ToList();
    }

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<BankAdminDbContext>();
        context.Add(new DataProtectionKey { FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        context.SaveChanges();
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
