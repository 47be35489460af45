// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Draw;

/// <summary>How many units are sampled from the frame: the lowest tickets. Units that are not sampled get arm <c>-</c> and keep their rank, which is the reserve list.</summary>
public abstract record Sample
{
    private Sample() { }

    /// <summary>Every unit of the frame.</summary>
    public sealed record All : Sample;

    /// <summary>The <paramref name="Size"/> lowest tickets of the whole frame.</summary>
    public sealed record Overall(int Size) : Sample;

    /// <summary>Within every stratum its own number of lowest tickets.</summary>
    public sealed record PerStratum(IReadOnlyList<StratumSize> Sizes) : Sample;

    /// <summary>The number sampled where the plan fixes it; null when it is the whole frame.</summary>
    public long? Fixed =>
        this switch
        {
            Overall o => o.Size,
            PerStratum p => p.Sizes.Sum(s => (long)s.Size),
            _ => null,
        };

    internal long SizeIn(Frame frame) => Fixed ?? frame.Units.Count;

    internal IEnumerable<Refusal> Problems(string[] strata)
    {
        switch (this)
        {
            case Overall { Size: < 1 }:
                yield return new PlanDoesNotAddUp("De steekproef moet minstens 1 zijn.");
                break;
            case PerStratum p:
                foreach (var s in p.Sizes.Where(s => s.Size < 0))
                {
                    yield return new PlanDoesNotAddUp($"De steekproef in stratum '{s.Stratum}' is negatief.");
                }

                if (
                    !p
                        .Sizes.Select(s => s.Stratum)
                        .Order(StringComparer.Ordinal)
                        .SequenceEqual(strata, StringComparer.Ordinal)
                )
                {
                    yield return new PlanDoesNotAddUp(
                        "Noem voor ieder stratum precies één keer hoeveel er worden geloot."
                    );
                }

                break;
        }
    }

    internal IEnumerable<Refusal> ProblemsWith(Frame frame) =>
        this switch
        {
            Overall o when o.Size > frame.Units.Count =>
            [
                new PlanDoesNotFitFrame(
                    $"De steekproef is {Dutch.Count(o.Size)}, maar de lijst telt {Dutch.Count(frame.Units.Count)}."
                ),
            ],
            PerStratum p => p
                .Sizes.Where(s => s.Size > frame.CountOf(s.Stratum))
                .Select(s => new PlanDoesNotFitFrame(
                    $"Uit stratum '{s.Stratum}' moeten er {Dutch.Count(s.Size)} komen, maar er zijn er {Dutch.Count(frame.CountOf(s.Stratum))}."
                )),
            _ => [],
        };
}

/// <summary>A number of units in one stratum.</summary>
public sealed record StratumSize(string Stratum, int Size);
