// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Monitoring;

/// <summary>Whether somebody left benefit or came (back) on it.</summary>
public enum BenefitTurn
{
    Exit,
    Reentry,
}

/// <summary>A turn in somebody's benefit: the first day without (exit, with its reason) or the first day with benefit (re-entry).</summary>
public readonly record struct BenefitEvent(BenefitTurn Turn, DateOnly On, string? Reason);

/// <summary>
/// Somebody's benefit told from its turns, whatever the order in which they became known. A turn that does not fit yet (a
/// return while no exit is known, a second exit without a return) is kept apart until the missing one arrives.
/// </summary>
public sealed record BenefitTimeline(IReadOnlyList<BenefitSpell> Spells, IReadOnlyList<BenefitEvent> Unplaced)
{
    /// <summary><paramref name="since"/> is the first day of the benefit in the register; null when the person was not in it.</summary>
    public static BenefitTimeline Of(DateOnly? since, IReadOnlyList<BenefitEvent> events)
    {
        if (events.Count == 0)
        {
            return new(since is { } only ? [new BenefitSpell(only, null, null)] : [], []);
        }

        var spells = new List<BenefitSpell>(events.Count + 1);
        var unplaced = new List<BenefitEvent>();
        var open = since;
        foreach (
            var day in events.Where(e => since is not { } begin || e.On > begin).GroupBy(e => e.On).OrderBy(d => d.Key)
        )
        {
            // On one day somebody on benefit leaves before coming back, and somebody without comes before leaving.
            foreach (var turn in open is null ? day.OrderByDescending(e => e.Turn) : day.OrderBy(e => e.Turn))
            {
                if (turn.Turn is BenefitTurn.Exit && open is { } from && turn.On > from)
                {
                    spells.Add(new(from, turn.On, turn.Reason));
                    open = null;
                }
                else if (turn.Turn is BenefitTurn.Reentry && open is null)
                {
                    open = turn.On;
                }
                else
                {
                    unplaced.Add(turn);
                }
            }
        }

        if (open is { } still)
        {
            spells.Add(new(still, null, null));
        }

        unplaced.AddRange(
            events.Where(e => since is { } begin && e.On <= begin).OrderBy(e => e.On).ThenBy(e => e.Turn)
        );
        return new(spells, unplaced);
    }
}
