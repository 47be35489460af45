// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Settlement;

/// <summary>What one month of a household is settled from, and the number of young children that the register knows.</summary>
internal sealed record MonthInput(StoredInput Input, int? ChildrenUnder12);

/// <summary>Puts together what one month of a household is settled from, out of the register and everything told since. Refuses what is missing by name.</summary>
internal sealed class MonthInputs(HouseholdFacts facts, TownFacts town)
{
    private readonly IReadOnlyList<SettlementFactRow> told = [.. facts.Told.Where(f => f.RetractedAt is null)];

    public MonthHousehold In(Month month) => new(facts, town, told, month);

    /// <summary>The first balance: what decisions say, otherwise the register as it was then. Unknown stays unknown.</summary>
    public SettlementState Opening(Month first) => new OpeningCounters(town, told).Before(In(first), first);

    public Outcome<MonthInput> Of(Month month, MonthHousehold household, SettlementState before)
    {
        if (household.Row is not { } registered)
        {
            return new NotInTheRegister();
        }

        var choices = town.ChoicesIn(month);
        var persons = new List<SettledPerson>();
        foreach (var row in household.Persons)
        {
            var person = Person(row, month, choices);
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
                    registered.CostSharers ?? 0,
                    told.Any(f =>
                        f.Kind is SettlementFactKind.NoSupportFromParents && Holds(f).Contains(month.FirstDay)
                    ),
                    // a month without right has a period that lies elsewhere, so that every day counts as none
                    StoredPeriod.Of(household.Stretches.Count == 0 ? null : household.Stretches[0].Days)
                        ?? new(month.FirstDay.AddYears(-1), month.FirstDay.AddYears(-1).AddDays(1)),
                    StoredState.Of(new OpeningCounters(town, told).Established(before, household, month)),
                    choices,
                    [
                        .. facts
                            .ByHand.Where(b => b.State is ByHandState.Approved && b.Month == month.FirstDay)
                            .OrderBy(b => b.AskedAt)
                            .ThenBy(b => b.Id)
                            .Select(b => new StoredByHand(b.AmountCents, b.Why)),
                    ],
                    household.Stretches.Count > 1 ? [.. household.Stretches.Select(StoredStretch.Of)] : null
                ),
                registered.ChildrenUnder12
            ));
    }

    private Outcome<SettledPerson> Person(RegisterPersonRow row, Month month, MunicipalChoices choices)
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
        foreach (var missing in ExpectedSlips.Missing(month, slips, choices.FourWeeklyPay))
        {
            var estimate = ExpectedSlips.Estimate(missing, choices.Estimate);
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
