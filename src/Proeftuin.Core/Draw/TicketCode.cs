// SPDX-License-Identifier: EUPL-1.2
using System.Text;

namespace Proeftuin.Core.Draw;

/// <summary>The pseudonym on a participant's letter: 20 characters of Crockford's alphabet (100 random bits), made for one draw and never used again.</summary>
public static class TicketCode
{
    public const int Length = 20;

    /// <summary>The random bytes one code needs.</summary>
    public const int RandomBytes = 13;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Makes the code of 13 random bytes; the last four bits are not used.</summary>
    public static string Of(ReadOnlySpan<byte> random)
    {
        if (random.Length != RandomBytes)
        {
            throw new ArgumentException("A ticket code takes 13 random bytes.", nameof(random));
        }

        var code = new StringBuilder(Length);
        var (bits, count, next) = (0, 0, 0);
        while (code.Length < Length)
        {
            if (count < 5)
            {
                bits = (bits << 8) | random[next++];
                count += 8;
            }

            count -= 5;
            code.Append(Alphabet[(bits >> count) & 31]);
            bits &= (1 << count) - 1;
        }

        return code.ToString();
    }

    /// <summary>In groups of four, as printed on a letter: "7K3M-Q9XT-0A2B-CDEF-GH45".</summary>
    public static string Grouped(string code) => string.Join('-', code.Chunk(4).Select(group => new string(group)));

    /// <summary>What someone typed, as the code it means: small letters, spaces and hyphens do not matter, O is 0 and I and L are 1. Null when it cannot be a code.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 60)
        {
            return null;
        }

        var code = new StringBuilder(Length);
        foreach (var c in typed.Where(c => c is not (' ' or '-')).Select(char.ToUpperInvariant))
        {
            var read = c switch
            {
                'O' => '0',
                'I' or 'L' => '1',
                _ => c,
            };
            if (!Alphabet.Contains(read, StringComparison.Ordinal))
            {
                return null;
            }

            code.Append(read);
        }

        return code.Length == Length ? code.ToString() : null;
    }
}
