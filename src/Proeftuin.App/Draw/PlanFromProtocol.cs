// SPDX-License-Identifier: EUPL-1.2
using System.Numerics;
using System.Text.RegularExpressions;
using Proeftuin.Core;
using Proeftuin.Core.Design;
using Proeftuin.Core.Draw;
using DrawAssignment = Proeftuin.Core.Draw.Assignment;

namespace Proeftuin.App.Draw;

/// <summary>The draw plan as the protocol prescribes it: nobody types sizes or arms again. What the protocol leaves open is refused with its place.</summary>
public static partial class PlanFromProtocol
{
    private const string Municipality = "gemeente";

    /// <summary>The cohort draw: the sample and the division of the protocol. Of a later cohort the sizes are proportions, because nobody knows how many will come.</summary>
    public static Outcome<DrawPlan> Cohort(Protocol protocol, int year, int number)
    {
        if (protocol.Draw is not { } design)
        {
            return new NothingToDraw(protocol.Name);
        }

        return DrawId
            .OfCohort(TrialOf(protocol.Slug), year, number)
            .Then(id =>
                protocol
                    .Unit.OrRefuse("of huishoudens of personen worden geloot")
                    .Then(unit =>
                        design
                            .Strata.OrRefuse("of de loting gestratificeerd is")
                            .Then(strata => StrataOf(protocol, strata))
                            .Then(strata =>
                                design
                                    .Assignment.OrRefuse("hoe over de groepen wordt verdeeld")
                                    .Then(division =>
                                        Stages(design, division, first: number == 1)
                                            .Then(stages =>
                                                DrawPlan.Of(id, unit, strata, stages.Sample, stages.Assignment)
                                            )
                                    )
                            )
                    )
            );
    }

    /// <summary>The lottery for the places of an arm that more people want than it can hold.</summary>
    public static Outcome<DrawPlan> Places(Protocol protocol, DrawPlan parent, string arm) =>
        protocol.Draw?.PlacesLotteries.FirstOrDefault(l => l.Arm == arm) is { } lottery
            ? parent
                .Id.ForPlacesIn(arm)
                .Then(id =>
                    DrawPlan.Of(
                        id,
                        parent.Unit,
                        [.. parent.Strata],
                        new Sample.All(),
                        new DrawAssignment.Lottery(lottery.Maximum)
                    )
                )
            : new NoPlacesLottery(arm);

    /// <summary>"groningen-2017" is trial GRONINGEN; the year is that of the draw.</summary>
    public static string TrialOf(string slug) => Year().Replace(slug, "").ToUpperInvariant();

    /// <summary>The name of a municipality as a stratum: letters, digits and hyphens.</summary>
    public static string StratumOf(string name) => NoToken().Replace(name, "-");

    private static Outcome<(Sample Sample, DrawAssignment Assignment)> Stages(
        DrawDesign design,
        Core.Design.Assignment division,
        bool first
    )
    {
        if (!first)
        {
            return (new Sample.All(), Weighted(division.Match(s => s.Sizes, w => w.Weights)));
        }

        var assignment = division.Match<DrawAssignment>(
            sizes => new DrawAssignment.Complete([.. sizes.Sizes.Select(s => new ArmSize(s.Arm, s.Number))]),
            weights => Weighted(weights.Weights)
        );
        return design.Sample is null
            ? (new Sample.All(), assignment)
            : design
                .Sample.OrRefuse("hoeveel er worden geloot")
                .Map(size => ((Sample)new Sample.Overall(size), assignment));
    }

    private static DrawAssignment.Weighted Weighted(IReadOnlyList<ArmShare> shares)
    {
        var divisor = (int)shares.Aggregate(BigInteger.Zero, (g, s) => BigInteger.GreatestCommonDivisor(g, s.Number));
        return new([.. shares.Select(s => new ArmWeight(s.Arm, s.Number / Math.Max(1, divisor)))]);
    }

    private static Outcome<IReadOnlyCollection<string>> StrataOf(
        Protocol protocol,
        IReadOnlyList<string> characteristics
    ) =>
        characteristics switch
        {
            [] => new Outcome<IReadOnlyCollection<string>>.Done([]),
            [Municipality] => new Outcome<IReadOnlyCollection<string>>.Done([
                .. protocol.Municipalities.Select(m => StratumOf(m.Name)).Distinct(StringComparer.Ordinal),
            ]),
            _ => new StrataNotAvailable(string.Join(", ", characteristics)),
        };

    [GeneratedRegex("-[0-9]{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex("[^A-Za-z0-9._-]+", RegexOptions.CultureInvariant)]
    private static partial Regex NoToken();
}

/// <summary>Nobody is drawn in this project.</summary>
public sealed record NothingToDraw(string Name) : Refusal
{
    public override string Message => $"Volgens het protocol van {Name} wordt niemand geloot.";
}

/// <summary>The protocol has no lottery for places in this arm.</summary>
public sealed record NoPlacesLottery(string Arm) : Refusal
{
    public override string Message => $"Volgens het protocol wordt voor groep '{Arm}' niet om plaatsen geloot.";
}

/// <summary>The register does not hold these strata yet.</summary>
public sealed record StrataNotAvailable(string What) : Refusal
{
    public override string Message =>
        $"Het protocol verdeelt naar {What}. Op dit moment kan alleen naar 'gemeente' worden verdeeld.";
}
