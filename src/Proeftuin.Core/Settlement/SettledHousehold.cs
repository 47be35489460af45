// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Screening;

namespace Proeftuin.Core.Settlement;

/// <summary>The experiment's rule for earnings from work in one group: a share up to a maximum, for single persons and for couples, for a number of months at most. Null: the source does not say, or the group has no such end.</summary>
public sealed record ArmRule(
    string Name,
    long ShareBasisPoints,
    Eur? MaximumSingle,
    Eur? MaximumCouple,
    int? Months,
    Citation Citation
);

/// <summary>That somebody takes part in a group with its own earnings rule, and when.</summary>
public sealed record ArmMembership(ArmRule Rule, Period Period);

/// <summary>One person who receives the benefit, with what decides about their exemption. Carries no name and no number.</summary>
public sealed record SettledPerson
{
    public required string Id { get; init; }

    /// <summary>How the specification calls this person: "u" or "uw partner".</summary>
    public required string Label { get; init; }

    /// <summary>How a colleague who reads about this person calls them.</summary>
    public string LabelForColleague =>
        Label switch
        {
            "u" => "de aanvrager",
            "uw partner" => "de partner",
            _ => Label,
        };

    /// <summary>"u bent", "uw partner is": how a sentence about this person begins.</summary>
    public string LabelWithIs => Label is "u" ? "u bent" : $"{Label} is";

    public required DateOnly Born { get; init; }

    /// <summary>When the municipality's decision holds that the exemption helps this person towards work; null without a decision.</summary>
    public Period? HelpsTowardsWork { get; init; }

    public bool MedicallyHoursLimited { get; init; }

    public bool WageSubsidyTargetGroup { get; init; }

    /// <summary>When the municipality decided that more hours are not possible for this person (art. 31 lid 2 under aa; art. 34a lid 2).</summary>
    public Period? MoreHoursNotPossible { get; init; }

    /// <summary>The day on which a new job began (art. 34a lid 3); null when there is none.</summary>
    public DateOnly? NewJobSince { get; init; }

    public bool InInstitution { get; init; }

    public ArmMembership? Arm { get; init; }

    /// <summary>Everything that was paid around the month; the settlement takes what belongs to it.</summary>
    public IReadOnlyList<Income> Incomes { get; init; } = [];
}

/// <summary>One benefit in one month. Refuses a number of persons that does not fit the household type, one person twice, and a person of 17 or younger.</summary>
public sealed record SettledHousehold
{
    private SettledHousehold() { }

    public HouseholdType Type { get; private init; }

    /// <summary>One or two, in the order of their ids.</summary>
    public IReadOnlyList<SettledPerson> Persons { get; private init; } = [];

    /// <summary>Birth dates of the dependent children.</summary>
    public IReadOnlyList<DateOnly> ChildrenBorn { get; init; } = [];

    /// <summary>Birth dates of housemates who may share costs; lodgers at a commercial price and students are left out by who fills this in (art. 19a).</summary>
    public IReadOnlyList<DateOnly> HousematesBorn { get; init; } = [];

    /// <summary>How many cost sharers the municipality established, without their birth dates; they come on top of <see cref="HousematesBorn"/>.</summary>
    public int CostSharers { get; init; }

    /// <summary>Whether a person of 18, 19 or 20 cannot turn to their parents (art. 20 lid 3).</summary>
    public bool NoSupportFromParents { get; init; }

    /// <summary>The days on which there is a right to benefit; null for always. Not asked where there are <see cref="Stretches"/>.</summary>
    public Period? Entitled { get; init; }

    /// <summary>In order of time: where the right stops and begins again within the month, or the household changes in it. Empty for one household the whole time.</summary>
    public IReadOnlyList<Stretch> Stretches { get; private init; } = [];

    public static Outcome<SettledHousehold> Of(HouseholdType type, IReadOnlyList<SettledPerson> persons) =>
        type is HouseholdType.Unknown ? new HouseholdTypeUnknown()
        : persons.Count != (type is HouseholdType.Couple ? 2 : 1) ? new PersonsDoNotFit(type, persons.Count)
        : persons.Select(p => p.Id).Distinct(StringComparer.Ordinal).Count() != persons.Count ? new PersonTwice()
        : new SettledHousehold { Type = type, Persons = [.. persons.OrderBy(p => p.Id, StringComparer.Ordinal)] };

    /// <summary>The same people with a right to benefit in these stretches only. Refuses stretches that overlap and people who do not fit.</summary>
    public Outcome<SettledHousehold> In(IReadOnlyList<Stretch> stretches)
    {
        var inOrder = stretches.OrderBy(s => s.Days.From).ToList();
        if (inOrder.Zip(inOrder.Skip(1)).Any(pair => pair.First.Days.Overlaps(pair.Second.Days)))
        {
            return new StretchesOverlap();
        }

        foreach (var stretch in inOrder)
        {
            if (stretch.Persons.Any(id => !Persons.Any(p => string.Equals(p.Id, id, StringComparison.Ordinal))))
            {
                return new StretchOfSomebodyElse();
            }

            var found = Of(stretch.Type, During(stretch).Persons);
            if (!found.IsDone)
            {
                return found;
            }
        }

        return this with
        {
            Stretches = inOrder,
        };
    }

    /// <summary>The household as it is in a stretch.</summary>
    internal SettledHousehold During(Stretch stretch) =>
        this with
        {
            Type = stretch.Type,
            Persons = [.. Persons.Where(p => stretch.Persons.Contains(p.Id, StringComparer.Ordinal))],
            Entitled = stretch.Days,
            Stretches = [],
        };

    /// <summary>The same household with other payments, for another month or another supposition.</summary>
    public SettledHousehold With(Func<SettledPerson, SettledPerson> change) =>
        this with
        {
            Persons = [.. Persons.Select(change)],
        };
}

/// <summary>The household type is not known, so no norm can be chosen.</summary>
public sealed record HouseholdTypeUnknown : Refusal
{
    public override string Message => "De leefvorm is niet bekend. Zonder leefvorm is er geen norm; vul hem eerst in.";
}

/// <summary>The number of persons does not fit the household type.</summary>
public sealed record PersonsDoNotFit(HouseholdType Type, int Persons) : Refusal
{
    public override string Message =>
        Type is HouseholdType.Couple
            ? $"Gehuwden zijn twee personen; hier staan er {Persons}."
            : $"Een alleenstaande (ouder) is één persoon; hier staan er {Persons}.";
}

/// <summary>One person stands twice in a household.</summary>
public sealed record PersonTwice : Refusal
{
    public override string Message => "Dezelfde persoon staat twee keer in het huishouden. Haal er een weg.";
}

/// <summary>A person below 18 has no norm of their own.</summary>
public sealed record PersonTooYoung(DateOnly Born, DateOnly On) : Refusal
{
    public override string Message =>
        $"Iemand geboren op {Dutch.Date(Born)} is op {Dutch.Date(On)} nog geen 18 jaar. Daar is geen bijstandsnorm voor.";
}
