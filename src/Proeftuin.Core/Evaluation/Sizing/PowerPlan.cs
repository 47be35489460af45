// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Evaluation.Sizing;

/// <summary>
/// What a project leader expects of an experiment with equal groups before it begins. Everything people fill in as a percentage is a percentage here
/// (8 is 8%); differences are percentage points. The defaults are those of Groningen's plan: 100 people per group, and 700 as the ideal.
/// </summary>
public sealed record PowerPlan
{
    /// <summary>People drawn into each group.</summary>
    public int PerGroup { get; init; } = 100;

    /// <summary>Groups that are drawn, the control group included.</summary>
    public int Groups { get; init; } = 5;

    /// <summary>People who can be drawn; null when not known.</summary>
    public int? Population { get; init; }

    /// <summary>Expected outcome (exit to work) in the control group.</summary>
    public decimal Expected { get; init; } = 8;

    /// <summary>The difference that a group that takes part makes; negative when the outcome falls.</summary>
    public decimal Difference { get; init; } = 5;

    /// <summary>How many of those drawn take part; who does not has no effect and stays in the analysis.</summary>
    public decimal TakeUp { get; init; } = 100;

    /// <summary>How many outcomes will be missing.</summary>
    public decimal DropOut { get; init; }

    /// <summary>Comparisons that share the level (Bonferroni).</summary>
    public int Comparisons { get; init; } = 1;

    /// <summary>Confidence level: 90, 95, 99.</summary>
    public decimal Level { get; init; } = 95;

    /// <summary>The power that is wanted.</summary>
    public decimal Wanted { get; init; } = 80;

    /// <summary>The plan when every number is possible; else every number that is not, by name.</summary>
    public Outcome<PowerPlan> Checked()
    {
        Refusal?[] problems =
        [
            Within("Mensen per groep", PerGroup, 2, 1_000_000),
            Within("Aantal groepen", Groups, 2, 50),
            Population is { } p ? Within("Mensen die kunnen worden geloot", p, 2, 100_000_000) : null,
            Within("Verwachte uitkomst zonder experiment", Expected, 0, 100),
            Within("Verschil", Difference, -100, 100),
            Difference == 0
                ? new PowerNumberOutside("Verschil", "mag niet nul zijn: zonder verschil valt er niets te vinden")
                : null,
            Within("Verwachte uitkomst met het verschil erbij", Expected + Difference, 0, 100),
            Within("Deelname", TakeUp, 1, 100),
            Within("Uitval", DropOut, 0, 99),
            Within("Vergelijkingen", Comparisons, 1, 100),
            Within("Betrouwbaarheid", Level, 50, 99.9m),
            Within("Gewenst onderscheidingsvermogen", Wanted, 1, 99.9m),
        ];
        Refusal[] found = [.. problems.OfType<Refusal>()];
        return found.Length == 0 ? this : new Outcome<PowerPlan>.Refused(found);
    }

    /// <summary>More people are needed than there are.</summary>
    public bool NeedsMoreThanThereAre => Population is { } people && (long)PerGroup * Groups > people;

    private static PowerNumberOutside? Within(string what, decimal value, decimal least, decimal most) =>
        value >= least && value <= most
            ? null
            : new PowerNumberOutside(what, $"moet liggen tussen {Written(least)} en {Written(most)}");

    private static string Written(decimal number) => number.ToString("#,##0.##", Dutch.Numbers);
}

/// <summary>A number of the plan is not possible.</summary>
public sealed record PowerNumberOutside(string What, string Range) : Refusal
{
    public override string Message => $"{What} {Range}.";
}
