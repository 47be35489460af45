// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using System.Text;
using Proeftuin.Core;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Settlement;

/// <summary>One month of a household as it comes out now, with its texts as they are kept.</summary>
internal sealed record SettledNow(
    Month Month,
    string InputJson,
    string InputSha256,
    MonthlySettlement Settled,
    string LinesJson,
    string AfterJson,
    IReadOnlyList<Attention> Attention
);

/// <summary>A household's months as they come out now, and why it stops where it stops; then nothing was refused.</summary>
internal sealed record FoldedHousehold(IReadOnlyList<SettledNow> Months, Month? StopsAt, IReadOnlyList<Refusal> Why);

/// <summary>
/// Settles a household's months one after another from the first one that may have changed. It looks only at what is known, never at the
/// order in which that came, so the end is the same in every order.
/// </summary>
internal sealed class HouseholdFold(HouseholdFacts facts, TownFacts town, DateOnly knownOn)
{
    /// <summary>The first month to settle in a run up to <paramref name="through"/>: the month after the last statement, or an earlier one that may have changed since then.</summary>
    public Month From(Month through, DateTimeOffset changesSince)
    {
        if (facts.Statements.Count == 0)
        {
            return through;
        }

        var first = Month.Of(facts.Statements[0].Month);
        var next = Month.Of(facts.Statements[^1].Month).Plus(1);
        var changed = Changed(changesSince, first).Append(next <= through ? next : through).Min();
        return changed < first ? first : changed;
    }

    /// <summary>With the state after the month before <paramref name="from"/>; null when that is the first month of all.</summary>
    public FoldedHousehold Fold(Month from, Month through, SettlementState? before)
    {
        var inputs = new MonthInputs(facts, town);
        var settled = new List<SettledNow>();
        var earnings = facts
            .Statements.Where(s => s.Month < from.FirstDay)
            .Select(s => (Eur?)new Eur(s.EarningsCents))
            .LastOrDefault();
        var state = before ?? inputs.Opening(from);
        for (var month = from; month <= through; month = month.Plus(1))
        {
            var household = inputs.In(month);
            if (household.Stretches.Count == 0 && !WasSettled(month))
            {
                continue;
            }

            var one = inputs.Of(month, household, state).Then(input => Settle(month, input, earnings));
            if (one is not Outcome<SettledNow>.Done { Value: var now })
            {
                return new(settled, month, one.Why);
            }

            settled.Add(now);
            (state, earnings) = (now.Settled.After, now.Settled.Earnings);
        }

        return new(settled, null, []);
    }

    private bool WasSettled(Month month) => facts.Statements.Any(s => s.Month == month.FirstDay);

    private Outcome<SettledNow> Settle(Month month, MonthInput input, Eur? earningsBefore)
    {
        var json = SettlementJson.Text(input.Input);
        return input
            .Input.Settle(knownOn)
            .Then(settled =>
                input
                    .Input.Household()
                    .Map(household => new SettledNow(
                        month,
                        json,
                        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))),
                        settled,
                        SettlementJson.Text([.. settled.Lines.Select(StoredLine.Of)]),
                        SettlementJson.Text(StoredState.Of(settled.After)),
                        [
                            .. settled.Attention,
                            .. new[]
                            {
                                earningsBefore is { } was
                                    ? Signals.Jump(was, settled.Earnings, input.Input.Choices)
                                    : null,
                                Signals.Children(household, input.ChildrenUnder12, settled.Earnings),
                            }.OfType<Attention>(),
                        ]
                    ))
            );
    }

    /// <summary>The months that something recorded or retracted since then may have changed.</summary>
    private IEnumerable<Month> Changed(DateTimeOffset since, Month first)
    {
        foreach (var income in facts.Incomes.Where(i => i.RecordedAt >= since || i.RetractedAt >= since))
        {
            yield return Month.Of(income.FirstDay);
        }

        foreach (var turn in facts.Turns.Where(t => t.RecordedAt >= since || t.RetractedAt >= since))
        {
            yield return Month.Of(turn.On.AddDays(-1));
        }

        foreach (var change in facts.ByHand.Where(b => b.DecidedAt >= since))
        {
            yield return Month.Of(change.Month);
        }

        foreach (var row in facts.Registered.Where(r => town.Snapshots[r.SnapshotId].ImportedAt >= since))
        {
            yield return Month.Of(town.Snapshots[row.SnapshotId].ReferenceDate);
        }

        // a decision, a birth or a group may reach back further than its own day
        if (
            facts.Told.Any(f => f.RecordedAt >= since || f.RetractedAt >= since)
            || facts.ParticipationRecorded.Any(at => at >= since)
            || facts.Participants.Any(p =>
                town.Protocols.TryGetValue(p.ExperimentId, out var r) && r.RecordedAt >= since
            )
        )
        {
            yield return first;
        }

        if (town.ChangedSince(since) is { } chosen)
        {
            yield return chosen;
        }
    }
}
