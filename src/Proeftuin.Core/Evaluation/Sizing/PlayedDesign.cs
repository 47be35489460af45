// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;
using Proeftuin.Statistics.Multiplicity;
using Proeftuin.Statistics.Power;

namespace Proeftuin.Core.Evaluation.Sizing;

/// <summary>
/// A protocol's own design played many times: its arms with their own sizes, places that run out, take-up and drop-out; every arm that is approached is
/// compared with the control group by Fisher's exact test, everybody drawn counted in the arm of the lot (intention-to-treat).
/// </summary>
public sealed record PlayedDesign
{
    /// <summary>Any fixed number: the same question gives the same answer.</summary>
    public const ulong Seed = 7;

    public required string Control { get; init; }

    /// <summary>The arms compared with the control group, in the order of the protocol, with the people drawn into each.</summary>
    public required IReadOnlyList<(string Arm, int Drawn, int? Places)> Compared { get; init; }

    public required int ControlDrawn { get; init; }

    /// <summary>Refuses a protocol without draw, without control group, or whose sizes are not known.</summary>
    public static Outcome<PlayedDesign> Of(Protocol protocol)
    {
        if (protocol.Draw is not { } draw)
        {
            return new NothingToPlay("in dit experiment wordt niet geloot");
        }

        return draw
            .Assignment.OrRefuse("hoe groot de groepen zijn")
            .Then(assignment => Sizes(draw, assignment))
            .Then(sizes => Of(protocol, draw, sizes));
    }

    /// <summary>The same design so many times as large: every group and every number of places, rounded, at least two people in a group.</summary>
    public PlayedDesign Times(decimal times)
    {
        int Larger(int people, int least) => Math.Max(least, (int)Math.Round(people * times));
        return this with
        {
            ControlDrawn = Larger(ControlDrawn, 2),
            Compared =
            [
                .. Compared.Select(c =>
                    (c.Arm, Larger(c.Drawn, 2), c.Places is { } places ? Larger(places, 1) : (int?)null)
                ),
            ],
        };
    }

    /// <summary>One difference (percentage points) played; with the plan's other numbers.</summary>
    public Outcome<PlayedDifference> Play(PowerPlan plan, decimal difference, int replicates)
    {
        var treated = plan.Expected + difference;
        if (treated is < 0 or > 100)
        {
            return new PowerNumberOutside("Verwachte uitkomst met het verschil erbij", "moet liggen tussen 0 en 100");
        }

        var trial = new SimulatedTrial
        {
            Arms =
            [
                Arm(plan, ControlDrawn, null, plan.Expected),
                .. Compared.Select(c => Arm(plan, c.Drawn, c.Places, treated)),
            ],
            Comparisons = [.. Compared.Select((_, i) => (0, i + 1))],
            Tests = [TwoArmTest.Fisher],
            Alpha = PowerAnswer.Part(100 - plan.Level),
            Correction = plan.Comparisons > 1 ? Correction.Bonferroni : Correction.None,
        };
        return TrialSimulation
            .Run(trial, replicates, Seed)
            .Named(found => new PlayedDifference(
                difference,
                [.. found.Where(f => f.Comparison is not null).Select(f => f.Power)],
                found.Single(f => f.Comparison is null).Power,
                found.Max(f => f.MonteCarloError),
                replicates
            ));
    }

    private static SimulatedArm Arm(PowerPlan plan, int drawn, int? places, decimal treated) =>
        new()
        {
            Drawn = drawn,
            Untreated = PowerAnswer.Part(plan.Expected),
            Treated = PowerAnswer.Part(treated),
            TakeUp = PowerAnswer.Part(plan.TakeUp),
            DropOut = PowerAnswer.Part(plan.DropOut),
            Places = places,
        };

    private static Outcome<PlayedDesign> Of(Protocol protocol, DrawDesign draw, IReadOnlyList<ArmShare> sizes)
    {
        if (sizes.FirstOrDefault(s => protocol.ArmOf(s.Arm).Kind == ArmKind.Control) is not { } control)
        {
            return new NothingToPlay("er is geen controlegroep");
        }

        int? Places(string arm) =>
            draw.PlacesLotteries.FirstOrDefault(p => string.Equals(p.Arm, arm, StringComparison.Ordinal))?.Maximum;
        return new PlayedDesign
        {
            Control = protocol.ArmOf(control.Arm).Name,
            ControlDrawn = control.Number,
            Compared =
            [
                .. sizes
                    .Where(s => s != control && protocol.ArmOf(s.Arm) is { TakesPart: true, Approached: true })
                    .Select(s => (protocol.ArmOf(s.Arm).Name, s.Number, Places(s.Arm))),
            ],
        };
    }

    private static Outcome<IReadOnlyList<ArmShare>> Sizes(DrawDesign draw, Assignment assignment) =>
        assignment.Match(
            bySize => Done(bySize.Sizes),
            byWeight =>
                (draw.Sample ?? draw.Population)
                    .OrRefuse("hoeveel mensen worden geloot")
                    .Then(people => Done(Divide(people, byWeight.Weights)))
        );

    private static IReadOnlyList<ArmShare> Divide(int people, IReadOnlyList<ArmShare> weights)
    {
        var all = weights.Sum(w => w.Number);
        return [.. weights.Select(w => w with { Number = (int)((long)people * w.Number / all) })];
    }

    private static Outcome<IReadOnlyList<ArmShare>> Done(IReadOnlyList<ArmShare> sizes) =>
        new Outcome<IReadOnlyList<ArmShare>>.Done(sizes);
}

/// <summary>How often each comparison, and at least one of them, was found when the design was played with one true difference; with the largest Monte Carlo error.</summary>
public sealed record PlayedDifference(
    decimal Difference,
    IReadOnlyList<double> PerArm,
    double AtLeastOne,
    double MonteCarloError,
    int Replicates
)
{
    /// <summary>The chance of the group in which the difference is hardest to find.</summary>
    public double Smallest => PerArm.Count == 0 ? AtLeastOne : PerArm.Min();
}

/// <summary>This protocol's design cannot be played.</summary>
public sealed record NothingToPlay(string Why) : Refusal
{
    public override string Message => $"Dit protocol kan niet worden nagespeeld: {Why}.";
}
