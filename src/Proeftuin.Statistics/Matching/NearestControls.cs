// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Matching;

/// <summary>Controls in order of score, of which the nearest that is still free is found in almost constant time: taken ones are skipped by links that grow longer as more are taken.</summary>
internal sealed class NearestControls
{
    private readonly double[] scores;
    private readonly int[] units;
    private readonly int[] up;
    private readonly int[] down;
    private readonly TieRule ties;

    /// <param name="scores">By control.</param>
    /// <param name="units">By control its number in the data, ascending.</param>
    /// <param name="ties">Which of equally near controls is taken.</param>
    public NearestControls(double[] scores, int[] units, TieRule ties)
    {
        // equal scores stay in the order of the data
        var order = StableOrder.Of(scores);
        scores = Array.ConvertAll(order, i => scores[i]);
        units = Array.ConvertAll(order, i => units[i]);
        (this.scores, this.units, this.ties) = (scores, units, ties);
        // place 0 and the last stand for "nobody"
        up = new int[scores.Length + 2];
        for (var place = 0; place < up.Length; place++)
        {
            up[place] = place;
        }

        down = (int[])up.Clone();
    }

    /// <summary>The place of the nearest free control and its distance, leaving out those this unit has already; null when nobody is free.</summary>
    public (int Place, int Unit, double Distance)? Nearest(double score, int unit, List<int>? own)
    {
        var from = Before(score, unit);
        var lower = Free(down, from, own, -1);
        var upper = Free(up, from + 1, own, 1);
        if (lower < 1 && upper > scores.Length)
        {
            return null;
        }

        var below = lower < 1 ? double.PositiveInfinity : Math.Abs(scores[lower - 1] - score);
        var above = upper > scores.Length ? double.PositiveInfinity : Math.Abs(scores[upper - 1] - score);
        if (ties == TieRule.FirstInData)
        {
            return First(score, Math.Min(below, above), lower, upper, own);
        }

        var takeLower = below < above || (below.Equals(above) && units[lower - 1] < units[upper - 1]);
        var place = takeLower ? lower : upper;
        return (place, units[place - 1], Math.Min(below, above));
    }

    public void Take(int place)
    {
        up[place] = place + 1;
        down[place] = place - 1;
    }

    /// <summary>How many controls come before this unit in order of score and then of the data.</summary>
    private int Before(double score, int unit)
    {
        var (low, high) = (0, scores.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (scores[middle] < score || (scores[middle].Equals(score) && units[middle] < unit))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Of all free controls at exactly this distance, on either side, the first in the data.</summary>
    private (int Place, int Unit, double Distance) First(
        double score,
        double distance,
        int lower,
        int upper,
        List<int>? own
    )
    {
        var best = (Place: 0, Unit: int.MaxValue, Distance: distance);
        while (lower >= 1 && Math.Abs(scores[lower - 1] - score) <= distance)
        {
            best = units[lower - 1] < best.Unit ? (lower, units[lower - 1], distance) : best;
            lower = Free(down, lower - 1, own, -1);
        }

        while (upper <= scores.Length && Math.Abs(scores[upper - 1] - score) <= distance)
        {
            best = units[upper - 1] < best.Unit ? (upper, units[upper - 1], distance) : best;
            upper = Free(up, upper + 1, own, 1);
        }

        return best;
    }

    private int Free(int[] links, int place, List<int>? own, int step)
    {
        place = Follow(links, place);
        while (own is not null && place >= 1 && place <= scores.Length && own.Contains(units[place - 1]))
        {
            place = Follow(links, place + step);
        }

        return place;
    }

    private static int Follow(int[] links, int place)
    {
        var end = place;
        while (links[end] != end)
        {
            end = links[end];
        }

        while (links[place] != end && links[place] != place)
        {
            (links[place], place) = (end, links[place]);
        }

        return end;
    }
}
