// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Settlement;

/// <summary>What one month of a household is settled from, and what somebody should know beside it.</summary>
internal sealed record MonthInput(StoredInput Input, IReadOnlyList<Attention> Notes, int? ChildrenUnder12);

/// <summary>Puts together what one month of a household is settled from, out of the register and everything told since. Refuses what is missing by name.</summary>
internal sealed class MonthInputs(HouseholdFacts facts, TownFacts town)
{
    private readonly IReadOnlyList<SettlementFactRow> told = [.. facts.Told.Where(f => f.RetractedAt is null)];

    /// <summary>The days of the month with a right to benefit; null when there is none. Refuses two stretches in one month.</summary>
    public Outcome<Entitlement> EntitledIn(Month month)
    {
        var spells = facts
            .Spells.Where(s => s.From <= month.LastDay && (s.Before is not { } end || end > month.FirstDay))
            .ToList();
        return spells.Count switch
        {
            0 => new Entitlement(null),
            1 => new Entitlement(
                spells[0].Before is { } end
                    ? Period.FromUpTo(spells[0].From, end).OrThrow()
                    : Period.Since(spells[0].From)
            ),
            _ => new TwoSpellsInOneMonth(month),
        };
    }

    /// <summary>The first balance: what decisions say, otherwise the register as it was then. Unknown stays unknown.</summary>
    public SettlementState Opening(Month first) =>
        new(
            [.. PersonsIn(first).Select(p => (p.PersonId.ToString(), OpeningOf(p, first)))],
            HolidayReserve.EmptySince(first)
        );

    public Outcome<MonthInput> Of(Month month, SettlementState before, Period? entitled)
    {
        if (HouseholdIn(month) is not { } household)
        {
            return new NotInTheRegister();
        }

        var choices = town.ChoicesIn(month);
        var (persons, notes) = (new List<SettledPerson>(), new List<Attention>());
        foreach (var row in PersonsIn(month))
        {
            var person = Person(row, month, choices, notes);
            if (!person.IsDone)
            {
                return new Outcome<MonthInput>.Refused(person.Why);
            }

            persons.Add(person.OrThrow());
        }

        return SettledHousehold
            .Of(household.Type, persons)
            .Map(settled => new MonthInput(
                new(
                    month.ToString(),
                    settled.Type,
                    [.. settled.Persons.Select(StoredPerson.Of)],
                    Days(SettlementFactKind.ChildBorn),
                    Days(SettlementFactKind.HousemateBorn),
                    household.CostSharers ?? 0,
                    told.Any(f =>
                        f.Kind is SettlementFactKind.NoSupportFromParents && Holds(f).Contains(month.FirstDay)
                    ),
                    // a month without right has a period that lies elsewhere, so that every day counts as none
                    StoredPeriod.Of(entitled)
                        ?? new(month.FirstDay.AddYears(-1), month.FirstDay.AddYears(-1).AddDays(1)),
                    StoredState.Of(Established(before, month)),
                    choices,
                    [
                        .. facts
                            .ByHand.Where(b => b.State is ByHandState.Approved && b.Month == month.FirstDay)
                            .OrderBy(b => b.AskedAt)
                            .ThenBy(b => b.Id)
                            .Select(b => new StoredByHand(b.AmountCents, b.Why)),
                    ]
                ),
                notes,
                household.ChildrenUnder12
            ));
    }

    private Outcome<SettledPerson> Person(
        RegisterPersonRow row,
        Month month,
        MunicipalChoices choices,
        List<Attention> notes
    )
    {
        if (row.Born is not { } born)
        {
            return new BirthDateUnknown(row.Number);
        }

        var id = row.PersonId.ToString();
        var slips = Slips(row.PersonId);
        List<Income> incomes =
        [
            .. slips.Select(s => s.Income).Where(i => i.FirstDay <= month.LastDay && i.LastDay >= month.FirstDay),
        ];
        foreach (var missing in ExpectedSlips.Missing(month, slips))
        {
            if (missing.Rhythm is not PayRhythm.Monthly)
            {
                notes.Add(Signals.Missing(missing, id));
                continue;
            }

            var estimate = ExpectedSlips.Estimate(missing, month, choices.Estimate);
            if (!estimate.IsDone)
            {
                return new Outcome<SettledPerson>.Refused(estimate.Why);
            }

            incomes.Add(estimate.OrThrow());
        }

        return new SettledPerson
        {
            Id = id,
            Label = row.Number == 1 ? "u" : "uw partner",
            Born = born,
            HelpsTowardsWork = Decision(row.PersonId, SettlementFactKind.HelpsTowardsWork, month),
            MoreHoursNotPossible = Decision(row.PersonId, SettlementFactKind.MoreHoursNotPossible, month),
            NewJobSince = told.Where(f => f.PersonId == row.PersonId && f.Kind is SettlementFactKind.NewJob)
                .Where(f => f.On <= month.LastDay)
                .Select(f => (DateOnly?)f.On)
                .Max(),
            MedicallyHoursLimited = row.MedicallyHoursLimited is Answer.Yes,
            WageSubsidyTargetGroup = row.WageSubsidyTargetGroup is Answer.Yes,
            InInstitution = row.Institution is Answer.Yes,
            Arm = Arm(row.PersonId),
            Incomes =
            [
                .. incomes
                    .OrderBy(i => i.FirstDay)
                    .ThenBy(i => i.From, StringComparer.Ordinal)
                    .ThenBy(i => i.Kind)
                    .ThenBy(i => i.Rhythm),
            ],
        };
    }

    private List<KnownSlip> Slips(Guid person)
    {
        var ended = told.Where(f => f.PersonId == person && f.Kind is SettlementFactKind.JobEnded)
            .ToLookup(f => f.Text ?? "", f => f.On, StringComparer.Ordinal);
        return
        [
            .. facts
                .Incomes.Where(i => i.PersonId == person && i.RetractedAt is null)
                .Select(StoredIncome.Of)
                .Select(s =>
                    s.JobEnds is null && ended[s.Income.From].Any()
                        ? s with
                        {
                            JobEnds = ended[s.Income.From].Max(),
                        }
                        : s
                ),
        ];
    }

    /// <summary>While taking part in a group with a rule of its own for earnings.</summary>
    private ArmMembership? Arm(Guid person) =>
        facts
            .Participants.Where(p => p.PersonId == person && p.StartsOn is not null)
            .OrderBy(p => p.DrawnOn)
            .ThenBy(p => p.Id)
            .Select(Membership)
            .FirstOrDefault(m => m is not null);

    private ArmMembership? Membership(ParticipantRow row)
    {
        if (
            !town.Protocols.TryGetValue(row.ExperimentId, out var recorded)
            || recorded.Protocol.Arms.FirstOrDefault(a => string.Equals(a.Code, row.RulesArm, StringComparison.Ordinal))
                is not { EarningsExemption: { } exemption } arm
        )
        {
            return null;
        }

        var end = row.StoppedOn ?? recorded.Protocol.Run.Match(run => (DateOnly?)run.Before, _ => null);
        var days = end is { } before ? Period.FromUpTo(row.StartsOn!.Value, before) : Period.Since(row.StartsOn!.Value);
        return days.Match(d => (ArmMembership?)new ArmMembership(GroupRules.RuleOf(arm, exemption), d), _ => null);
    }

    private RegisterHouseholdRow? HouseholdIn(Month month) => Latest(facts.Registered, r => r.SnapshotId, month);

    private IReadOnlyList<RegisterPersonRow> PersonsIn(Month month) =>
        HouseholdIn(month) is { } household
            ? [.. facts.Persons.Where(p => p.SnapshotId == household.SnapshotId).OrderBy(p => p.Number)]
            : [];

    /// <summary>The row of the last register up to the end of the month; before the first register, that one.</summary>
    private TRow? Latest<TRow>(IReadOnlyList<TRow> rows, Func<TRow, Guid> snapshot, Month month)
        where TRow : class
    {
        var inOrder = rows.OrderBy(r => town.Snapshots[snapshot(r)].ReferenceDate)
            .ThenBy(r => town.Snapshots[snapshot(r)].ImportedAt)
            .ToList();
        return inOrder.LastOrDefault(r => town.Snapshots[snapshot(r)].ReferenceDate <= month.LastDay)
            ?? inOrder.FirstOrDefault();
    }

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
    private SettlementState Established(SettlementState before, Month month) =>
        before with
        {
            Counters =
            [
                .. before.Counters.Select(c =>
                    (c.Person, Told(c.Counters, Guid.Parse(c.Person), f => Month.Of(f.On) == month))
                ),
                .. PersonsIn(month)
                    .Where(p =>
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

    private Period? Decision(Guid person, SettlementFactKind kind, Month month) =>
        told.Where(f => f.PersonId == person && f.Kind == kind)
            .OrderBy(f => f.On)
            .ThenBy(f => f.Id)
            .Select(f => (Period?)Holds(f))
            .LastOrDefault(p => p!.Value.Contains(month.FirstDay));

    private static Period Holds(SettlementFactRow fact) =>
        fact.Until is { } last ? Period.FromUpTo(fact.On, last.AddDays(1)).OrThrow() : Period.Since(fact.On);

    private IReadOnlyList<DateOnly> Days(SettlementFactKind kind) =>
        [.. told.Where(f => f.Kind == kind).Select(f => f.On).Order()];
}

/// <summary>The days with a right to benefit that touch a month; null when there is none.</summary>
internal sealed record Entitlement(Period? Days);

/// <summary>Somebody left benefit and came back within one month.</summary>
public sealed record TwoSpellsInOneMonth(Month Month) : Refusal
{
    public override string Message =>
        $"In {Dutch.MonthOf(Month.Year, Month.Number)} eindigde de bijstand en begon zij opnieuw. Proeftuin kan zo'n maand nog niet verrekenen; doe het met de hand.";
}

/// <summary>A birth date is not in the register.</summary>
public sealed record BirthDateUnknown(int Person) : Refusal
{
    public override string Message =>
        $"De geboortedatum van {(Person == 1 ? "de aanvrager" : "de partner")} is niet bekend. Zonder geboortedatum is er geen norm. Lees een register in waarin zij staat.";
}

/// <summary>The household stands in no register.</summary>
public sealed record NotInTheRegister : Refusal
{
    public override string Message => "Dit huishouden staat in geen enkel register. Lees eerst een register in.";
}
