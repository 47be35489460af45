// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Screening;
using Names = Proeftuin.Core.Settlement.ParameterNames;

namespace Proeftuin.Core.Settlement;

/// <summary>
/// Which exemption applies to one person in one month: the experiment's rule while the person takes part; otherwise n, then r, or y, z and
/// aa (art. 31 lid 2), in the order the law had on that day; from 2027 art. 34a. Refuses an unknown counter or parameter that matters.
/// </summary>
internal sealed class ExemptionChoice
{
    internal const string NotDecided =
        "De gemeente heeft niet besloten dat de vrijlating helpt om aan het werk te komen.";

    private readonly SettledHousehold household;
    private readonly AgedPerson aged;
    private readonly Month month;
    private readonly OnDay day;
    private readonly MonthCounters counters;
    private readonly MunicipalChoices choices;
    private readonly List<string> whyNot = [];

    public ExemptionChoice(
        SettledHousehold household,
        AgedPerson aged,
        Month month,
        OnDay day,
        MonthCounters counters,
        MunicipalChoices choices
    ) =>
        (this.household, this.aged, this.month, this.day, this.counters, this.choices) = (
            household,
            aged,
            month,
            day,
            counters,
            choices
        );

    private SettledPerson Person => aged.Person;

    private bool HelpsTowardsWork => Person.HelpsTowardsWork is { } decided && decided.Contains(month.FirstDay);

    private bool MoreHoursNotPossible => Person.MoreHoursNotPossible is { } decided && decided.Contains(month.FirstDay);

    public Outcome<ExemptionFound> Choose() =>
        day.Find(Names.ExemptionAge).Match(age => Arm((int)age.Value), _ => Arm(null));

    /// <summary>What the act would give, as if there were no experiment.</summary>
    public Outcome<ExemptionFound> ByLaw() => Found(Law());

    private Outcome<ExemptionFound> Found(Outcome<Exemption?> found) =>
        found.Map(exemption => new ExemptionFound(exemption, [.. whyNot]));

    private Outcome<ExemptionFound> Arm(int? ageLimit)
    {
        if (Person.Arm is not { } arm)
        {
            return Found(Law());
        }

        if (!arm.Period.Contains(month.FirstDay))
        {
            whyNot.Add(
                $"De regel van de groep {arm.Rule.Name} geldt {ParameterWords.Days(arm.Period)}, dus niet in deze maand."
            );
            return Found(Law());
        }

        if (ageLimit is { } least && aged.Years < least)
        {
            whyNot.Add(
                $"De regel van uw groep geldt niet, want {Person.LabelWithIs} jonger dan {Dutch.Count(least)} jaar."
            );
            return Found(Law());
        }

        if (arm.Rule.Months is { } most && counters.Arm >= most)
        {
            whyNot.Add($"De {Sentence.Months(most)} van de regel van uw groep zijn op.");
            return Found(Law());
        }

        return Found(ArmExemption.Of(arm.Rule, household.Type, choices, counters.Arm).Map(e => (Exemption?)e));
    }

    private Outcome<Exemption?> Law() => day.Book.Exists(Names.Article34aShare, day.Day) ? Article34a() : Article31();

    private Outcome<Exemption?> Article31()
    {
        if (aged.StatePension)
        {
            return Exempt(ExemptionKind.N, "onderdeel n", Names.NShare, Names.NMaximum, null);
        }

        return day.Find(Names.ExemptionAge)
            .Then(age =>
                day.Find(Names.NMonths)
                    .Then(limit =>
                        day.Find(Names.RYields)
                            .Then(yields => Working(aged.Years < age.Value, limit, (int)age.Value, yields.Value == 1))
                    )
            );
    }

    private Outcome<Exemption?> Working(bool tooYoung, ParameterUsed limit, int age, bool rYields)
    {
        if (tooYoung)
        {
            whyNot.Add($"Onderdeel n en r gelden niet onder de {Dutch.Count(age)} jaar (artikel 31 lid 5).");
        }
        else if (!HelpsTowardsWork)
        {
            whyNot.Add(NotDecided);
        }
        else if (counters.N is not { } used)
        {
            return new CounterUnknown(Person.LabelForColleague, "n");
        }
        else if (used < limit.Value)
        {
            return Exempt(ExemptionKind.N, "onderdeel n", Names.NShare, Names.NMaximum, (int)limit.Value - used, limit);
        }
        else
        {
            whyNot.Add($"De {Sentence.Months((int)limit.Value)} van onderdeel n zijn op.");
        }

        return rYields
            ? First(HoursLimited, () => WageSubsidy(limit), () => SingleParent(tooYoung))
            : First(() => SingleParent(tooYoung), HoursLimited);
    }

    private static Outcome<Exemption?> First(params IReadOnlyList<Func<Outcome<Exemption?>>> rules)
    {
        foreach (var rule in rules)
        {
            var found = rule();
            if (!found.IsDone || found.OrThrow() is not null)
            {
                return found;
            }
        }

        return None;
    }

    private Outcome<Exemption?> HoursLimited() =>
        Person.MedicallyHoursLimited
            ? Exempt(ExemptionKind.Y, "onderdeel y", Names.YShare, Names.YMaximum, null)
            : None;

    private Outcome<Exemption?> SingleParent(bool tooYoung)
    {
        if (tooYoung || !HelpsTowardsWork || household.Type is not HouseholdType.SingleParent)
        {
            return None;
        }

        return day.Find(Names.RChildAge)
            .Then(childAge =>
            {
                if (!household.ChildrenBorn.Any(born => Age.On(born, month.FirstDay) < childAge.Value))
                {
                    whyNot.Add($"Onderdeel r geldt alleen met een kind tot {Dutch.Count(childAge.Value)} jaar.");
                    return None;
                }

                return InRun(
                    counters.R,
                    Names.RMonths,
                    "r",
                    (left, run) => Exempt(ExemptionKind.R, "onderdeel r", Names.RShare, Names.RMaximum, left, run),
                    () => None
                );
            });
    }

    private Outcome<Exemption?> WageSubsidy(ParameterUsed limit)
    {
        if (!Person.WageSubsidyTargetGroup || !day.Book.Exists(Names.ZShare, day.Day))
        {
            return None;
        }

        if (counters.N is not { } used)
        {
            return new CounterUnknown(Person.LabelForColleague, "n");
        }

        if (used < limit.Value)
        {
            whyNot.Add($"Onderdeel z begint pas na de {Sentence.Months((int)limit.Value)} van onderdeel n.");
            return None;
        }

        return InRun(
            counters.Z,
            Names.ZMonths,
            "z",
            (left, run) => Exempt(ExemptionKind.Z, "onderdeel z", Names.ZShare, Names.ZMaximum, left, run),
            () =>
            {
                if (MoreHoursNotPossible)
                {
                    return Exempt(ExemptionKind.Aa, "onderdeel aa", Names.AaShare, Names.AaMaximum, null);
                }

                whyNot.Add("Onderdeel aa geldt alleen als de gemeente heeft besloten dat meer uren werken niet kan.");
                return None;
            }
        );
    }

    private Outcome<Exemption?> Article34a()
    {
        if (aged.StatePension)
        {
            return Exempt(
                ExemptionKind.Article34aStatePension,
                "artikel 34a lid 1 onder c",
                Names.Article34aStatePensionShare,
                Names.Article34aStatePensionMaximum,
                null
            );
        }

        if (Person.MedicallyHoursLimited)
        {
            return Exempt(
                ExemptionKind.Article34aHoursLimited,
                "artikel 34a lid 1 onder b",
                Names.Article34aHoursLimitedShare,
                null,
                null
            );
        }

        if (!HelpsTowardsWork)
        {
            whyNot.Add(NotDecided);
            return None;
        }

        return InRun(
            counters.Article34a,
            Names.Article34aMonths,
            "34a",
            (left, run) => Own34a(left, run),
            () => MoreHoursNotPossible ? Own34a(null, null) : None
        );
    }

    private Outcome<Exemption?> Own34a(int? left, ParameterUsed? run) =>
        Exempt(ExemptionKind.Article34a, "artikel 34a lid 1 onder a", Names.Article34aShare, null, left, run);

    /// <summary>Within a run of months that goes on by itself; after it, <paramref name="after"/>. For art. 34a a new job begins a new run.</summary>
    private Outcome<Exemption?> InRun(
        Run run,
        string months,
        string letter,
        Func<int, ParameterUsed, Outcome<Exemption?>> within,
        Func<Outcome<Exemption?>> after
    ) =>
        !run.IsKnown
            ? new CounterUnknown(Person.LabelForColleague, letter)
            : day.Find(months)
                .Then(limit =>
                {
                    var used = RunOf(run, (int)limit.Value).UsedBefore(month, (int)limit.Value);
                    if (used < limit.Value)
                    {
                        return within((int)limit.Value - used, limit);
                    }

                    whyNot.Add($"De {Sentence.Months((int)limit.Value)} van {limit.Parameter.Article} zijn voorbij.");
                    return after();
                });

    /// <summary>Art. 34a lid 3: a job that began after the run was over begins another one.</summary>
    private Run RunOf(Run run, int limit) =>
        run.Since is { } since
        && day.Book.Exists(Names.Article34aShare, day.Day)
        && Person.NewJobSince is { } job
        && job > since.Plus(limit - 1).LastDay
        && Month.Of(job) <= month
            ? Run.NotBegun
            : run;

    private static Outcome<Exemption?> None => new Outcome<Exemption?>.Done(null);

    private Outcome<Exemption?> Exempt(
        ExemptionKind kind,
        string name,
        string share,
        string? maximum,
        int? left,
        ParameterUsed? months = null
    ) =>
        day.Find(share)
            .Then(part =>
                maximum is null
                    ? (Outcome<Exemption?>)Exemption.Of(kind, name, part, null, left, months)
                    : day.Find(maximum).Map(most => (Exemption?)Exemption.Of(kind, name, part, most, left, months))
            );
}
