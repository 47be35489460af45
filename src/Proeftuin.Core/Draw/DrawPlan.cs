// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Draw;

/// <summary>What will be drawn: the unit, the strata, how many are sampled and how the sampled units are divided over the arms. Arms keep the order in which they are written, because that order is part of the draw.</summary>
public sealed record DrawPlan
{
    private DrawPlan(DrawId id, UnitKind unit, IReadOnlyList<string> strata, Sample sample, Assignment assignment) =>
        (Id, Unit, Strata, Sample, Assignment) = (id, unit, strata, sample, assignment);

    public DrawId Id { get; }

    public UnitKind Unit { get; }

    /// <summary>The strata in ordinal order; only <c>-</c> when the frame is not stratified.</summary>
    public IReadOnlyList<string> Strata { get; }

    public Sample Sample { get; }

    public Assignment Assignment { get; }

    /// <summary>Refuses names that are not tokens, double or missing strata and arms, and numbers that do not add up.</summary>
    public static Outcome<DrawPlan> Of(
        DrawId id,
        UnitKind unit,
        IReadOnlyCollection<string> strata,
        Sample sample,
        Assignment assignment
    )
    {
        string[] sorted = strata.Count == 0 ? [Token.None] : [.. strata.Order(StringComparer.Ordinal)];
        var problems = new List<Refusal>();
        problems.AddRange(sorted.Where(s => !Token.Is(s)).Select(s => new NotAToken("De naam van het stratum", s)));
        if (FirstDouble(sorted) is { } stratum)
        {
            problems.Add(new PlanDoesNotAddUp($"Stratum '{stratum}' staat er twee keer in."));
        }

        problems.AddRange(sample.Problems(sorted));
        problems.AddRange(assignment.Problems(sample));
        return problems.Count > 0
            ? new Outcome<DrawPlan>.Refused(problems)
            : new DrawPlan(id, unit, sorted, sample, assignment);
    }

    /// <summary>The same plan under the name of the next attempt.</summary>
    public Outcome<DrawPlan> ForNextAttempt() =>
        Id.NextAttempt().Map(next => new DrawPlan(next, Unit, Strata, Sample, Assignment));

    /// <summary>What stands in the way of drawing this plan from a frame of these sizes; empty when it fits.</summary>
    public IReadOnlyList<Refusal> ProblemsWith(Frame frame)
    {
        var strange = frame.Counts.Select(c => c.Stratum).Where(s => !Strata.Contains(s, StringComparer.Ordinal));
        var problems = new List<Refusal>(strange.Select(s => new StratumNotInPlan(s)));
        problems.AddRange(Sample.ProblemsWith(frame));
        problems.AddRange(Assignment.ProblemsWith(Sample.SizeIn(frame)));
        return problems;
    }

    internal static string? FirstDouble(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return names.FirstOrDefault(name => !seen.Add(name));
    }
}

/// <summary>A number or name in the draw plan contradicts another.</summary>
public sealed record PlanDoesNotAddUp(string What) : Refusal
{
    public override string Message => $"Het lotingsplan klopt niet. {What}";
}

/// <summary>The frame holds a stratum that the plan does not name.</summary>
public sealed record StratumNotInPlan(string Stratum) : Refusal
{
    public override string Message =>
        $"De lijst heeft stratum '{Stratum}', maar het lotingsplan noemt dat niet. Voeg het toe aan het plan of verbeter de lijst.";
}

/// <summary>The frame is too small or too large for the numbers in the plan.</summary>
public sealed record PlanDoesNotFitFrame(string What) : Refusal
{
    public override string Message => $"Het lotingsplan past niet op de lijst. {What}";
}
