// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using System.Text.Unicode;

namespace Proeftuin.Core.Draw;

/// <summary>
/// Reads a document of which every field is known, and keeps the first thing that is wrong. It reads only what it is asked for; the caller
/// writes what was read back in canonical form and compares the bytes, so that an unknown field, a double key, a fraction or a space is found too.
/// </summary>
internal sealed class StrictJson
{
    public Refusal? Problem { get; private set; }

    public static Outcome<T> Read<T>(
        ReadOnlyMemory<byte> document,
        Func<StrictJson, JsonElement, T?> read,
        Func<T, byte[]> write
    )
        where T : class
    {
        if (!Utf8.IsValid(document.Span))
        {
            return new DocumentUnreadable("Het bestand is geen UTF-8.");
        }

        try
        {
            using var json = JsonDocument.Parse(document);
            var strict = new StrictJson();
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return new DocumentUnreadable("Het moet een groep velden zijn, tussen accolades.");
            }

            var value = read(strict, json.RootElement);
            if (strict.Problem is { } problem || value is null)
            {
                return strict.Problem ?? new DocumentUnreadable("Er ontbreekt een onderdeel.");
            }

            var canonical = write(value);
            return document.Span.SequenceEqual(canonical)
                ? value
                : new NotCanonical(document.Span.CommonPrefixLength(canonical) + 1);
        }
        catch (JsonException e)
        {
            return new DocumentUnreadable(
                $"Het is geen JSON (regel {e.LineNumber + 1}, teken {e.BytePositionInLine + 1})."
            );
        }
    }

    public JsonElement Object(JsonElement parent, string name) =>
        Field(parent, name, JsonValueKind.Object, "een groep velden");

    public IReadOnlyList<JsonElement> Array(JsonElement parent, string name) =>
        Field(parent, name, JsonValueKind.Array, "een lijst") is { ValueKind: JsonValueKind.Array } array
            ? [.. array.EnumerateArray()]
            : [];

    public string Text(JsonElement parent, string name) =>
        Field(parent, name, JsonValueKind.String, "een tekst") is { ValueKind: JsonValueKind.String } text
            ? Value(text, name)
            : "";

    public string Item(JsonElement item, string name)
    {
        if (item.ValueKind == JsonValueKind.String)
        {
            return Value(item, name);
        }

        Fail(new FieldWrong(name, "moet een tekst zijn"));
        return "";
    }

    public int Integer(JsonElement parent, string name)
    {
        var field = Field(parent, name, JsonValueKind.Number, "een geheel getal");
        if (field.ValueKind == JsonValueKind.Number && field.TryGetInt32(out var value))
        {
            return value;
        }

        Fail(new FieldWrong(name, "moet een geheel getal zijn"));
        return 0;
    }

    public Hash256 Hash(JsonElement parent, string name)
    {
        if (Hash256.TryParse(Text(parent, name), out var hash))
        {
            return hash;
        }

        Fail(new FieldWrong(name, "moet 64 tekens 0-9 en a-f zijn"));
        return Hash256.Zero;
    }

    /// <summary>A field that can hold only one value, because it follows from the rest.</summary>
    public void Fixed(JsonElement parent, string name, string value)
    {
        if (Text(parent, name) != value)
        {
            Fail(new FieldWrong(name, $"moet '{value}' zijn"));
        }
    }

    /// <summary>The value of an outcome; its first refusal becomes the problem.</summary>
    public T? Take<T>(Outcome<T> outcome)
        where T : class =>
        outcome.Match<T?>(
            value => value,
            why =>
            {
                Fail(why[0]);
                return null;
            }
        );

    public void Fail(Refusal problem) => Problem ??= problem;

    private JsonElement Field(JsonElement parent, string name, JsonValueKind kind, string expected)
    {
        if (
            parent.ValueKind == JsonValueKind.Object
            && parent.TryGetProperty(name, out var field)
            && field.ValueKind == kind
        )
        {
            return field;
        }

        Fail(new FieldWrong(name, $"ontbreekt of is niet {expected}"));
        return default;
    }

    private string Value(JsonElement text, string name)
    {
        try
        {
            return text.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // half a surrogate pair written as an escape
            Fail(new FieldWrong(name, "is geen geldige tekst"));
            return "";
        }
    }
}

/// <summary>The document is not JSON, or a part is missing.</summary>
public sealed record DocumentUnreadable(string What) : Refusal
{
    public override string Message => $"Het bestand kan niet worden gelezen. {What}";
}

/// <summary>One field of the document is missing or has the wrong form.</summary>
public sealed record FieldWrong(string Field, string What) : Refusal
{
    public override string Message => $"Veld '{Field}' {What}.";
}

/// <summary>The document is not written in the one agreed spelling, or holds something that does not belong there.</summary>
public sealed record NotCanonical(int At) : Refusal
{
    public override string Message =>
        $"Het bestand is niet in de vaste schrijfwijze (RFC 8785), of er staat iets in dat er niet hoort. De eerste afwijking is bij teken {Dutch.Count(At)}.";
}
