// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Screening;

/// <summary>One person who receives the household's benefit, under a pseudonym: no BSN, name or address.</summary>
public sealed record RegisterPerson
{
    /// <summary>Pseudonym, the same in every delivery.</summary>
    public required string Id { get; init; }

    /// <summary>Place within the household: 1 or 2.</summary>
    public required int Number { get; init; }

    /// <summary>Null when the register does not know the birth date.</summary>
    public DateOnly? Born { get; init; }

    /// <summary>Tijdelijke ontheffing, art. 9 lid 2.</summary>
    public Answer ExemptArticle9Lid2 { get; init; }

    /// <summary>Volledig en duurzaam arbeidsongeschikt, art. 9 lid 5.</summary>
    public Answer ExemptArticle9Lid5 { get; init; }

    /// <summary>Alleenstaande ouder met een kind tot vijf jaar, art. 9a.</summary>
    public Answer ExemptArticle9a { get; init; }

    public Answer Wsnp { get; init; }

    /// <summary>Verblijf in een inrichting, art. 1 onder f.</summary>
    public Answer Institution { get; init; }

    /// <summary>Medisch urenbeperkt, art. 6b.</summary>
    public Answer MedicallyHoursLimited { get; init; }

    public Answer WageSubsidyTargetGroup { get; init; }

    public ExemptionMonthsUsed ExemptionMonths { get; init; } = ExemptionMonthsUsed.NotKnown;

    public Background Background { get; init; } = Background.NotKnown;
}
