// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Randomness;

namespace Proeftuin.Statistics.Randomisation;

/// <summary>
/// One assignment of a declared design from a named stream: the arm of every unit, or <see cref="Declaration.NotDrawn"/>. The same seed gives the
/// same assignment on every machine. For simulation; a lottery about people must be verifiable and is drawn elsewhere. Not estimable when the
/// declaration cannot be drawn.
/// </summary>
public static class Assignment
{
    /// <summary>Draws with the streams of <paramref name="number"/> of <paramref name="seed"/>, on any number of threads.</summary>
    public static Answer<int[]> Draw(Declaration declaration, ulong seed, ulong number = 0)
    {
        switch (declaration)
        {
            case Declaration.Complete complete when LabelDeal.Fits(complete.Units, complete.Sizes):
                var labels = new byte[complete.Units];
                LabelDeal.Deal(labels, 0, labels.Length, complete.Sizes, new(seed, number, 0));
                return Arms(labels);
            case Declaration.Blocked blocked when BlockPlaces.Of(blocked) is { } places:
                return places.Deal(seed, number);
            default:
                if (Reading.Of(declaration) is not { } lots)
                {
                    return Obstacle.DesignDoesNotFit;
                }

                var arms = new int[lots.Units];
                lots.Redraw(Xoshiro256.Stream(seed, number), arms);
                return arms;
        }
    }

    private static int[] Arms(byte[] labels)
    {
        var arms = GC.AllocateUninitializedArray<int>(labels.Length);
        LabelDeal.InPieces(
            arms.Length,
            (_, from, upTo) =>
            {
                for (var i = from; i < upTo; i++)
                {
                    arms[i] = labels[i] + Declaration.NotDrawn;
                }
            }
        );
        return arms;
    }
}
