// SPDX-License-Identifier: EUPL-1.2
using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Proeftuin.App.Storage;

namespace Proeftuin.App.Ledger;

/// <summary>One field that changed. A secret has no values here; a personal value never enters the chain.</summary>
internal sealed record FieldChange(string Name, object? Before, object? After, bool IsPersonal, bool IsSecret);

/// <summary>One row that was added, changed or removed, with the fields that differ; or a bulk insert with its count and content hash.</summary>
internal sealed record RowChange(
    string Table,
    string Key,
    string Kind,
    IReadOnlyList<FieldChange> Fields,
    long? Count = null
)
{
    private const int LongestText = 1000;

    /// <summary>Null when nothing really differs.</summary>
    public static RowChange? Of(EntityEntry entry)
    {
        var fields = entry
            .Properties.Where(p =>
                !string.Equals(p.Metadata.Name, nameof(IVersioned.Version), StringComparison.Ordinal)
            )
            .Select(p => FieldOf(entry.State, p))
            .OfType<FieldChange>()
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .ToList();
        return fields.Count == 0
            ? null
            : new RowChange(entry.Metadata.GetTableName()!, KeyOf(entry), KindOf(entry.State), fields);
    }

    public static bool IsMarked<TAttribute>(IProperty property)
        where TAttribute : Attribute => property.PropertyInfo?.GetCustomAttribute<TAttribute>() is not null;

    public void Write(Utf8JsonWriter json, bool personal)
    {
        json.WriteStartObject();
        json.WriteString("tabel", Table);
        json.WriteString("soort", Kind);
        if (Key.Length > 0)
        {
            json.WriteString("sleutel", Key);
        }

        if (Count is { } count)
        {
            json.WriteNumber("aantal", count);
        }

        json.WriteStartObject("velden");
        foreach (var field in Fields.Where(f => !personal || f.IsPersonal))
        {
            json.WriteStartObject(field.Name);
            if (field.IsSecret || (field.IsPersonal && !personal))
            {
                json.WriteBoolean(field.IsSecret ? "geheim" : "persoonlijk", true);
            }
            else
            {
                json.WritePropertyName("voor");
                WriteValue(json, field.Before, personal);
                json.WritePropertyName("na");
                WriteValue(json, field.After, personal);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static FieldChange? FieldOf(EntityState state, PropertyEntry property)
    {
        var before = state == EntityState.Added ? null : property.OriginalValue;
        var after = state == EntityState.Deleted ? null : property.CurrentValue;
        return property.Metadata.GetValueComparer().Equals(before, after) || (before is null && after is null)
            ? null
            : new FieldChange(
                property.Metadata.Name,
                before,
                after,
                IsMarked<PersonalAttribute>(property.Metadata),
                IsMarked<SecretAttribute>(property.Metadata)
            );
    }

    private static string KeyOf(EntityEntry entry) =>
        string.Join(
            '/',
            entry
                .Metadata.FindPrimaryKey()!
                .Properties.Select(p =>
                    Convert.ToString(entry.Property(p.Name).CurrentValue, CultureInfo.InvariantCulture)
                )
        );

    private static string KindOf(EntityState state) =>
        state switch
        {
            EntityState.Added => "nieuw",
            EntityState.Deleted => "verwijderd",
            _ => "gewijzigd",
        };

    /// <summary>Long texts and bytes stand in the chain by their hash; the payload keeps them whole.</summary>
    private static void WriteValue(Utf8JsonWriter json, object? value, bool whole)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case long or int or short or byte:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case byte[] bytes when whole:
                json.WriteBase64StringValue(bytes);
                break;
            case byte[] bytes:
                json.WriteStringValue(Sha(bytes));
                break;
            case string text when !whole && text.Length > LongestText:
                json.WriteStringValue(Sha(Encoding.UTF8.GetBytes(text)));
                break;
            case IEnumerable list and not string:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    WriteValue(json, item, whole);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(TextOf(value));
                break;
        }
    }

    internal static string TextOf(object value) =>
        value switch
        {
            DateTimeOffset time => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };

    private static string Sha(byte[] bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));
}
