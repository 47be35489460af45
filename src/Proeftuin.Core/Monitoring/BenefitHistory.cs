// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Monitoring;

/// <summary>
/// A person's benefit in order of time, with short administrative breaks taken as no break: who is back within so many
/// days never left. Two spells that touch are one spell.
/// </summary>
public sealed class BenefitHistory
{
    private readonly BenefitSpell[] spells;

    private BenefitHistory(BenefitSpell[] spells) => this.spells = spells;

    /// <summary>The spells in order of time; between two of them lies a real break.</summary>
    public IReadOnlyList<BenefitSpell> Spells => spells;

    public bool IsEmpty => spells.Length == 0;

    /// <summary>A break of at most <paramref name="shortBreakDays"/> days without benefit is no exit.</summary>
    public static BenefitHistory Of(IReadOnlyList<BenefitSpell> facts, int shortBreakDays)
    {
        if (facts.Count <= 1)
        {
            return new([.. facts]);
        }

        var ordered = facts.OrderBy(s => s.From).ThenBy(s => s.Before ?? DateOnly.MaxValue);
        var merged = new List<BenefitSpell>(facts.Count);
        foreach (var spell in ordered)
        {
            if (merged.Count == 0 || IsExit(merged[^1], spell.From, shortBreakDays))
            {
                merged.Add(spell);
            }
            else if (EndsLater(spell, merged[^1]))
            {
                merged[^1] = spell with { From = merged[^1].From };
            }
        }

        return new([.. merged]);
    }

    public bool IsOnBenefit(DateOnly day)
    {
        foreach (var spell in spells)
        {
            if (day >= spell.From && (spell.Before is not { } end || day < end))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The exits after the first day and up to and including the last: the first day without benefit counts.</summary>
    public IEnumerable<BenefitSpell> Exits(DateOnly after, DateOnly upTo) =>
        spells.Where(s => s.Before is { } end && end > after && end <= upTo);

    /// <summary>The last exit up to and including this day; null when there was none.</summary>
    public BenefitSpell? LastExit(DateOnly upTo) =>
        Array.FindLast(spells, s => s.Before <= upTo) is { Before: not null } last ? last : null;

    private static bool IsExit(BenefitSpell earlier, DateOnly back, int shortBreakDays) =>
        earlier.Before is { } end && back.DayNumber - end.DayNumber > shortBreakDays;

    private static bool EndsLater(BenefitSpell spell, BenefitSpell than) =>
        than.Before is { } end && (spell.Before is not { } later || later > end);
}
