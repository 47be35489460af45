// SPDX-License-Identifier: EUPL-1.2
using System.Buffers;
using System.Globalization;
using System.Text;

namespace Proeftuin.Core.Draw;

/// <summary>Writes JSON in the one spelling of RFC 8785, with whole numbers only: keys in order, no spaces, no line end. Keys given out of order mean a broken program.</summary>
public sealed class CanonicalWriter
{
    private const long LargestInteger = 9_007_199_254_740_991;

    private readonly ArrayBufferWriter<byte> buffer = new(1024);
    private readonly Stack<string?> keys = new();
    private bool comma;

    public CanonicalWriter Object(string? key = null) => Open(key, (byte)'{', "");

    public CanonicalWriter Array(string? key = null) => Open(key, (byte)'[', null);

    public CanonicalWriter EndObject() => Close((byte)'}');

    public CanonicalWriter EndArray() => Close((byte)']');

    public CanonicalWriter Text(string key, string value)
    {
        Key(key);
        Quote(value);
        comma = true;
        return this;
    }

    /// <summary>A string inside an array.</summary>
    public CanonicalWriter Item(string value)
    {
        Separate();
        Quote(value);
        comma = true;
        return this;
    }

    public CanonicalWriter Integer(string key, long value)
    {
        if (value is > LargestInteger or < -LargestInteger)
        {
            throw new ArgumentOutOfRangeException(nameof(value), "Not every program reads integers this large alike.");
        }

        Key(key);
        Span<byte> digits = stackalloc byte[20];
        value.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        buffer.Write(digits[..length]);
        comma = true;
        return this;
    }

    public byte[] ToBytes() => buffer.WrittenSpan.ToArray();

    private CanonicalWriter Open(string? key, byte bracket, string? firstKey)
    {
        if (key is null)
        {
            Separate();
        }
        else
        {
            Key(key);
        }

        Put(bracket);
        keys.Push(firstKey);
        comma = false;
        return this;
    }

    private CanonicalWriter Close(byte bracket)
    {
        keys.Pop();
        Put(bracket);
        comma = true;
        return this;
    }

    private void Key(string key)
    {
        if (keys.Pop() is not { } previous || string.CompareOrdinal(previous, key) >= 0)
        {
            throw new InvalidOperationException($"Key '{key}' is out of order.");
        }

        keys.Push(key);
        Separate();
        Quote(key);
        Put((byte)':');
    }

    private void Separate()
    {
        if (comma)
        {
            Put((byte)',');
        }

        comma = false;
    }

    private void Quote(string text)
    {
        Put((byte)'"');
        if (text.All(c => c is >= ' ' and < (char)127 and not '"' and not '\\'))
        {
            buffer.Advance(Encoding.ASCII.GetBytes(text, buffer.GetSpan(text.Length)));
        }
        else
        {
            var escaped = new StringBuilder(text.Length + 8);
            foreach (var c in text)
            {
                escaped.Append(Escape(c));
            }

            buffer.Write(Encoding.UTF8.GetBytes(escaped.ToString()));
        }

        Put((byte)'"');
    }

    private static string Escape(char c) =>
        c switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\b' => "\\b",
            '\t' => "\\t",
            '\n' => "\\n",
            '\f' => "\\f",
            '\r' => "\\r",
            < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
            _ => c.ToString(),
        };

    private void Put(byte b)
    {
        buffer.GetSpan(1)[0] = b;
        buffer.Advance(1);
    }
}
