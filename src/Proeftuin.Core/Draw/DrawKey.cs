// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using System.Text;

namespace Proeftuin.Core.Draw;

/// <summary>The key of one draw, made of the secret, the name of the draw, the frozen list and the public value. Whoever changes one of these gets another draw.</summary>
public sealed class DrawKey
{
    private readonly byte[] key;

    private DrawKey(byte[] key) => this.key = key;

    /// <summary><c>HMAC-SHA256(secret, "proeftuin-draw-v1|" + id + "|" + manifest_sha256 + "|" + entropy)</c>.</summary>
    public static DrawKey Of(ReadOnlySpan<byte> secret, string drawId, Hash256 manifest, string entropy) =>
        new(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"proeftuin-draw-v1|{drawId}|{manifest}|{entropy}")));

    public string ToHex() => Convert.ToHexStringLower(key);

    /// <summary>The key is not shown by accident.</summary>
    public override string ToString() => "lotingssleutel";

    /// <summary>A hasher with this key that is used for one text after the other.</summary>
    internal Hasher Open() => new(key);

    /// <summary>One HMAC instance, reused: making a new one for every unit costs more than the hashing itself.</summary>
    internal sealed class Hasher(byte[] key) : IDisposable
    {
        private readonly HMACSHA256 hmac = new(key);
        private readonly byte[] text = new byte[4 * Token.MaxLength];

        public Hash256 Ticket(FrameUnit unit) => Hash("ticket|", unit.Stratum, unit.Pseudonym, 1);

        /// <summary>The key of slot <paramref name="number"/> (from 1) of an arm in a stratum.</summary>
        public Hash256 Slot(string stratum, string arm, int number) => Hash("arm|", stratum, arm, number);

        private Hash256 Hash(string kind, string stratum, string name, int number)
        {
            var length = Encoding.ASCII.GetBytes(kind, text);
            length += Encoding.ASCII.GetBytes(stratum, text.AsSpan(length));
            text[length++] = (byte)'|';
            length += Encoding.ASCII.GetBytes(name, text.AsSpan(length));
            if (number > 1)
            {
                text[length++] = (byte)'|';
                number.TryFormat(
                    text.AsSpan(length),
                    out var digits,
                    default,
                    System.Globalization.CultureInfo.InvariantCulture
                );
                length += digits;
            }

            Span<byte> hash = stackalloc byte[32];
            hmac.TryComputeHash(text.AsSpan(0, length), hash, out _);
            return Hash256.FromBytes(hash);
        }

        public void Dispose() => hmac.Dispose();
    }
}
