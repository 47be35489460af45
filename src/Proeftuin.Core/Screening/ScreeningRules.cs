// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;

namespace Proeftuin.Core.Screening;

/// <summary>What a protocol says about who may be drawn: the unit, the grounds that exclude, and the period in which the experiment runs. Refuses a doubled letter and a ground that lacks its age or months.</summary>
public sealed record ScreeningRules
{
    private ScreeningRules(UnitKind unit, IReadOnlyList<ExclusionGround> grounds, Period run) =>
        (Unit, Grounds, Run) = (unit, grounds, run);

    public UnitKind Unit { get; }

    public IReadOnlyList<ExclusionGround> Grounds { get; }

    public Period Run { get; }

    public static Outcome<ScreeningRules> Of(UnitKind unit, IReadOnlyList<ExclusionGround> grounds, Period run)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var ground in grounds)
        {
            if (!codes.Add(ground.Code))
            {
                return new GroundTwice(ground.Code);
            }

            if (NeedsNumber(ground.Rule) && ground.Number is null or < 0)
            {
                return new GroundLacksNumber(ground.Code);
            }

            if (ground.Rule == ExclusionRule.ReachesStatePensionAge && run.Before is null)
            {
                return new GroundNeedsEndDate(ground.Code);
            }
        }

        return new ScreeningRules(unit, [.. grounds], run);
    }

    private static bool NeedsNumber(ExclusionRule rule) =>
        rule is ExclusionRule.YoungerThan or ExclusionRule.BenefitShorterThanMonths;
}

/// <summary>Two grounds bear the same letter.</summary>
public sealed record GroundTwice(string Code) : Refusal
{
    public override string Message =>
        $"Uitsluitingsgrond {Code} staat twee keer in het protocol. Geef elke grond een eigen letter.";
}

/// <summary>A ground needs an age or a number of months and has none.</summary>
public sealed record GroundLacksNumber(string Code) : Refusal
{
    public override string Message =>
        $"Bij uitsluitingsgrond {Code} ontbreekt de leeftijd of het aantal maanden in het protocol.";
}

/// <summary>Reaching the state pension age during the experiment cannot be judged without an end date.</summary>
public sealed record GroundNeedsEndDate(string Code) : Refusal
{
    public override string Message =>
        $"Uitsluitingsgrond {Code} kijkt naar de looptijd, maar het protocol noemt geen einddatum.";
}

/// <summary>The protocol's source does not state its exclusions, so nobody can be screened with it.</summary>
public sealed record ExclusionsUnknown(string Source, string Why) : Refusal
{
    public override string Message =>
        $"Met dit protocol kan niet worden gescreend: de uitsluitingen zijn onbekend. Bron: {Source}; {Why}. Vul ze aan in het protocol, met de bron.";
}
