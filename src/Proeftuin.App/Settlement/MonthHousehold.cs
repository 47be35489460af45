// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Monitoring;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Settlement;

/// <summary>
/// Who belongs to a household in a month, of which type, and on which days there is a right to benefit: the register, with the days on
/// which a partner came or left and the spells of benefit. Two spells in a month, or a change in it, make stretches.
/// </summary>
internal sealed class MonthHousehold
{
    private readonly TownFacts town;
    private readonly Month month;
    private readonly bool hasChildren;
    private readonly List<SettlementFactRow> changes;

    public MonthHousehold(HouseholdFacts facts, TownFacts town, IReadOnlyList<SettlementFactRow> told, Month month)
    {
        (this.town, this.month) = (town, month);
        Row = LatestIn(facts.Registered);
        Registered = Row is null
            ? []
            : [.. facts.Persons.Where(p => p.SnapshotId == Row.SnapshotId).OrderBy(p => p.Number)];
        changes =
        [
            .. told.Where(f => f.Kind is SettlementFactKind.PartnerCame or SettlementFactKind.PartnerLeft)
                .OrderBy(f => f.On)
                .ThenBy(f => f.RecordedAt)
                .ThenBy(f => f.Id),
        ];
        hasChildren =
            Row?.ChildrenUnder12 > 0
            || told.Any(f => f.Kind is SettlementFactKind.ChildBorn && f.On.AddYears(18) > month.FirstDay);
        Stretches = [.. SpellsIn(facts).SelectMany(Split)];
    }

    /// <summary>The household in the last register up to the end of the month; before the first register, in that one.</summary>
    public RegisterHouseholdRow? Row { get; }

    /// <summary>The people of that register, the applicant first.</summary>
    public IReadOnlyList<RegisterPersonRow> Registered { get; }

    /// <summary>In order of time; none when there is no right in this month.</summary>
    public IReadOnlyList<Stretch> Stretches { get; }

    /// <summary>Who belongs to the household on some day of the month with a right, or on the first day when there is none.</summary>
    public IReadOnlyList<RegisterPersonRow> Persons =>
        Stretches.Count == 0
            ? PeopleOn(month.FirstDay)
            : [.. Registered.Where(p => Stretches.Any(s => s.Persons.Contains(Id(p), StringComparer.Ordinal)))];

    /// <summary>Of the largest household of the month: a couple when there is a partner for some days.</summary>
    public HouseholdType Type =>
        Stretches.Count == 0 ? TypeOf(PeopleOn(month.FirstDay))
        : Stretches.FirstOrDefault(s => s.Type is HouseholdType.Couple) is { } couple ? couple.Type
        : Stretches[0].Type;

    public static string Id(RegisterPersonRow row) => row.PersonId.ToString();

    private List<BenefitSpell> SpellsIn(HouseholdFacts facts) =>
        [
            .. facts
                .Spells.Where(s => s.From <= month.LastDay && (s.Before is not { } end || end > month.FirstDay))
                .OrderBy(s => s.From),
        ];

    /// <summary>A spell, cut where a partner came or left within the month.</summary>
    private IEnumerable<Stretch> Split(BenefitSpell spell)
    {
        var from = spell.From;
        foreach (
            var turn in changes
                .Select(c => c.On)
                .Where(on => on > month.FirstDay && on <= month.LastDay)
                .Where(on => on > spell.From && (spell.Before is not { } end || on < end))
                .Distinct()
        )
        {
            if (PeopleOn(turn).Count != PeopleOn(turn.AddDays(-1)).Count)
            {
                yield return On(Period.FromUpTo(from, turn).OrThrow(), turn.AddDays(-1));
                from = turn;
            }
        }

        var rest = spell.Before is { } before ? Period.FromUpTo(from, before).OrThrow() : Period.Since(from);
        yield return On(rest, from > month.FirstDay ? from : month.FirstDay);
    }

    private Stretch On(Period days, DateOnly day)
    {
        var people = PeopleOn(day);
        return new(days, TypeOf(people), [.. people.Select(Id)]);
    }

    private IReadOnlyList<RegisterPersonRow> PeopleOn(DateOnly day) =>
        Registered.Count == 2 && IsAlone(day) ? [Registered[0]] : Registered;

    /// <summary>The partner left and did not come back, or came only after this day. A register delivered after the partner left knows better.</summary>
    private bool IsAlone(DateOnly day)
    {
        var reference = town.Snapshots[Row!.SnapshotId].ReferenceDate;
        return changes.LastOrDefault(c => c.On <= day) is { } last
            ? last.Kind is SettlementFactKind.PartnerLeft && last.On >= reference
            : changes.Find(c => c.On > day && c.On <= month.LastDay) is { Kind: SettlementFactKind.PartnerCame };
    }

    private HouseholdType TypeOf(IReadOnlyList<RegisterPersonRow> people) =>
        people.Count == Registered.Count ? Row?.Type ?? HouseholdType.Unknown
        : hasChildren ? HouseholdType.SingleParent
        : HouseholdType.SinglePerson;

    private RegisterHouseholdRow? LatestIn(IReadOnlyList<RegisterHouseholdRow> rows)
    {
        var inOrder = rows.OrderBy(r => town.Snapshots[r.SnapshotId].ReferenceDate)
            .ThenBy(r => town.Snapshots[r.SnapshotId].ImportedAt)
            .ToList();
        return inOrder.LastOrDefault(r => town.Snapshots[r.SnapshotId].ReferenceDate <= month.LastDay)
            ?? inOrder.FirstOrDefault();
    }
}
