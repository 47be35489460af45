// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core;

/// <summary>A part of a whole as two counts, so that the denominator is never lost. Refuses a negative count, a part above its whole and a whole of zero.</summary>
public readonly record struct Share
{
    private Share(long part, long whole) => (Part, Whole) = (part, whole);

    public long Part { get; }

    public long Whole { get; }

    public static Outcome<Share> Of(long part, long whole) =>
        whole <= 0 ? new NoWhole()
        : part < 0 || part > whole ? new PartOutsideWhole(part, whole)
        : new Share(part, whole);

    /// <summary>Per cent with one decimal, halves away from zero: 38 of 382 is "9,9%".</summary>
    public override string ToString()
    {
        if (Whole == 0)
        {
            return "-";
        }

        var tenths = checked((Part * 2000 + Whole) / (2 * Whole));
        return $"{(tenths / 10).ToString(Dutch.Numbers)},{(tenths % 10).ToString(Dutch.Numbers)}%";
    }
}

/// <summary>A percentage of nothing was asked.</summary>
public sealed record NoWhole : Refusal
{
    public override string Message => "Het totaal is nul; een percentage van niets bestaat niet.";
}

/// <summary>The part does not lie within its whole.</summary>
public sealed record PartOutsideWhole(long Part, long Whole) : Refusal
{
    public override string Message => $"Het deel ({Dutch.Count(Part)}) past niet in het totaal ({Dutch.Count(Whole)}).";
}
