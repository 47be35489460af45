// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Demo;

namespace Proeftuin.App.Rehearsal;

/// <summary>
/// The chance of a made story: every person has a row of numbers of their own, so that nobody's life depends on how many others there
/// are. Never used for a draw; in a rehearsal too the lots fall by secrets and dice.
/// </summary>
internal static class Chances
{
    /// <summary>The numbers for the <paramref name="number"/>th of a group under this seed.</summary>
    public static SeededRandom For(long seed, string group, int number)
    {
        // FNV-1a over the text: the same on every machine, unlike the hash code of a string.
        var hash = 14695981039346656037UL;
        foreach (var c in group)
        {
            hash = unchecked((hash ^ c) * 1099511628211UL);
        }

        return new SeededRandom(unchecked((long)(hash ^ ((ulong)seed * 0x9E3779B97F4A7C15) ^ ((ulong)number << 20))));
    }

    /// <summary>Whether something that happens to so many tenths of a per cent a year happens this month, with an effect in per cent.</summary>
    public static bool ThisMonth(this SeededRandom random, int perYear, int effect = AssumedArm.NoEffect) =>
        random.Below(12 * 1000 * 100) < perYear * effect;
}
