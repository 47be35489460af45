// SPDX-License-Identifier: EUPL-1.2
using System.Text;

namespace Proeftuin.Core.Draw;

/// <summary>One unit that takes part in the draw: its pseudonym (ticket code) and the stratum it belongs to. No personal data.</summary>
public readonly record struct FrameUnit(string Pseudonym, string Stratum);

/// <summary>The frozen list of units, sorted by pseudonym (manifest order). The order in which it was delivered makes no difference.</summary>
public sealed class Frame
{
    private readonly Dictionary<string, int> sizes;

    private Frame(FrameUnit[] units)
    {
        Units = units;
        sizes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var unit in units)
        {
            sizes[unit.Stratum] = sizes.GetValueOrDefault(unit.Stratum) + 1;
        }

        Counts =
        [
            .. sizes.Select(s => new StratumSize(s.Key, s.Value)).OrderBy(s => s.Stratum, StringComparer.Ordinal),
        ];
        ManifestSha256 = Hash256.Of(Manifest());
    }

    public IReadOnlyList<FrameUnit> Units { get; }

    /// <summary>The number of units per stratum, strata in ordinal order.</summary>
    public IReadOnlyList<StratumSize> Counts { get; }

    public Hash256 ManifestSha256 { get; }

    /// <summary>Refuses an empty frame, names that are not tokens and a pseudonym that occurs twice, also when only the case differs.</summary>
    public static Outcome<Frame> Of(IEnumerable<FrameUnit> units)
    {
        var sorted = units.ToArray();
        if (sorted.Length == 0)
        {
            return new FrameIsEmpty();
        }

        var seen = new HashSet<string>(sorted.Length, StringComparer.OrdinalIgnoreCase);
        foreach (var unit in sorted)
        {
            if (!Token.Is(unit.Pseudonym))
            {
                return new NotAToken("Het pseudoniem", unit.Pseudonym);
            }

            if (!Token.Is(unit.Stratum))
            {
                return new NotAToken("De naam van het stratum", unit.Stratum);
            }

            if (!seen.Add(unit.Pseudonym))
            {
                return new PseudonymTwice(unit.Pseudonym);
            }
        }

        Array.Sort(sorted, static (x, y) => string.CompareOrdinal(x.Pseudonym, y.Pseudonym));
        return new Frame(sorted);
    }

    public int CountOf(string stratum) => sizes.GetValueOrDefault(stratum);

    /// <summary>The canonical manifest: lines <c>pseudonym;stratum\n</c> in UTF-8, sorted by pseudonym, without a header.</summary>
    public byte[] Manifest() => Lines(Units.Count, i => (Units[i].Pseudonym, Units[i].Stratum));

    internal static byte[] Lines(int count, Func<int, (string, string)> line)
    {
        var text = new StringBuilder(count * 24);
        for (var i = 0; i < count; i++)
        {
            var (left, right) = line(i);
            text.Append(left).Append(';').Append(right).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}

/// <summary>There is nobody to draw.</summary>
public sealed record FrameIsEmpty : Refusal
{
    public override string Message => "De lijst is leeg. Er is niemand om te loten.";
}

/// <summary>A pseudonym occurs twice.</summary>
public sealed record PseudonymTwice(string Pseudonym) : Refusal
{
    public override string Message =>
        $"Pseudoniem '{Pseudonym}' staat twee keer op de lijst (hoofdletters en kleine letters tellen als gelijk).";
}
