// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Settlement;

/// <summary>The months of an exemption that were used before the program counted, and the counts that somebody established later.</summary>
internal sealed class OpeningCounters(TownFacts town, IReadOnlyList<SettlementFactRow> told)
{
    /// <summary>The first balance: what decisions say, otherwise the register as it was then. Unknown stays unknown.</summary>
    public SettlementState Before(MonthHousehold household, Month first) =>
        new(
            [.. household.Registered.Select(p => (p.PersonId.ToString(), OpeningOf(p, first)))],
            HolidayReserve.EmptySince(first)
        );

    private MonthCounters OpeningOf(RegisterPersonRow row, Month first)
    {
        var known = Month.Of(town.Snapshots[row.SnapshotId].ReferenceDate);
        return Told(
            new()
            {
                N = row.ExemptionMonthsN,
                R = row.ExemptionMonthsR is { } r ? Run.After(r, known) : Run.NotKnown,
                Z = row.ExemptionMonthsZ is { } z ? Run.After(z, known) : Run.NotKnown,
                Arm = 0,
                Article34a = Run.NotBegun,
            },
            row.PersonId,
            f => Month.Of(f.On) <= first
        );
    }

    /// <summary>A count that somebody established holds from the month it speaks of, whatever was counted before; who is new begins with the first balance.</summary>
    public SettlementState Established(SettlementState before, MonthHousehold household, Month month) =>
        before with
        {
            Counters =
            [
                .. before.Counters.Select(c =>
                    (c.Person, Told(c.Counters, Guid.Parse(c.Person), f => Month.Of(f.On) == month))
                ),
                .. household
                    .Registered.Where(p =>
                        !before.Counters.Any(c =>
                            string.Equals(c.Person, p.PersonId.ToString(), StringComparison.Ordinal)
                        )
                    )
                    .Select(p => (p.PersonId.ToString(), OpeningOf(p, month))),
            ],
        };

    private MonthCounters Told(MonthCounters counters, Guid person, Func<SettlementFactRow, bool> which)
    {
        foreach (
            var fact in told.Where(f => f.PersonId == person && f.Number is not null && which(f))
                .OrderBy(f => f.On)
                .ThenBy(f => f.RecordedAt)
                .ThenBy(f => f.Id)
        )
        {
            counters = fact.Kind switch
            {
                SettlementFactKind.UsedN => counters with { N = fact.Number },
                SettlementFactKind.UsedR => counters with { R = Run.After(fact.Number!.Value, Month.Of(fact.On)) },
                SettlementFactKind.UsedZ => counters with { Z = Run.After(fact.Number!.Value, Month.Of(fact.On)) },
                _ => counters,
            };
        }

        return counters;
    }
}
