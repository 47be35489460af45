// SPDX-License-Identifier: EUPL-1.2
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Proeftuin.App.Ledger;

namespace Proeftuin.App.Storage;

/// <summary>SHA-256 over many values, each with its length before it (-1 for null), so that no two lists of values look alike.</summary>
internal sealed class ContentHash : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] waiting = new byte[64 * 1024];
    private int used;

    public void Append(object? value)
    {
        switch (value)
        {
            case null:
                Length(-1);
                break;
            case byte[] bytes:
                Length(bytes.Length);
                Bytes(bytes);
                break;
            default:
                Text(value as string ?? RowChange.TextOf(value));
                break;
        }
    }

    /// <summary>64 hexadecimal digits.</summary>
    public string Finish()
    {
        Flush();
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public void Dispose() => hash.Dispose();

    private void Text(string text)
    {
        if (Encoding.UTF8.GetMaxByteCount(text.Length) + sizeof(int) > waiting.Length)
        {
            Append(Encoding.UTF8.GetBytes(text));
            return;
        }

        Length(Encoding.UTF8.GetByteCount(text));
        Room(Encoding.UTF8.GetMaxByteCount(text.Length));
        used += Encoding.UTF8.GetBytes(text, waiting.AsSpan(used));
    }

    private void Length(int length)
    {
        Room(sizeof(int));
        BinaryPrimitives.WriteInt32LittleEndian(waiting.AsSpan(used), length);
        used += sizeof(int);
    }

    private void Bytes(byte[] bytes)
    {
        if (bytes.Length > waiting.Length)
        {
            Flush();
            hash.AppendData(bytes);
            return;
        }

        Room(bytes.Length);
        bytes.CopyTo(waiting.AsSpan(used));
        used += bytes.Length;
    }

    private void Room(int needed)
    {
        if (used + needed > waiting.Length)
        {
            Flush();
        }
    }

    private void Flush()
    {
        hash.AppendData(waiting, 0, used);
        used = 0;
    }
}
