// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;

namespace Proeftuin.App.Identity;

/// <summary>The keys behind cookies and antiforgery, shared by all web nodes through the database and unreadable there.</summary>
internal sealed class DataProtectionKeys(Database database, KeyRing keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = database.Open(Guid.Empty);
        return [.. db.Set<DataProtectionKeyRow>().AsNoTracking().OrderBy(k => k.Id).AsEnumerable().Select(Read)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = database.Open(Guid.Empty);
        var id = Guid.CreateVersion7();
        var xml = Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting));
        db.Add(new DataProtectionKeyRow { Id = id, Xml = keys.Encrypt(xml, Place(id)) });
        db.SaveChanges();
    }

    private XElement Read(DataProtectionKeyRow row) =>
        XElement.Parse(Encoding.UTF8.GetString(keys.Decrypt(row.Xml, Place(row.Id))));

    private static string Place(Guid id) => $"DataProtectionKey/Xml/{id:N}";
}
