// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Screening;

namespace Proeftuin.Core.Settlement;

/// <summary>The norm of a household in a month, holiday allowance included, with the parameters it was made of and a sentence that says why this one.</summary>
public sealed record BenefitNorm(Eur Amount, LawArticle Article, string Why, IReadOnlyList<ParameterUsed> Parameters)
{
    /// <summary>
    /// The norm by household type, age, cost sharers and institution on the first day of the month (art. 20 to 23). Refuses what the
    /// parameters do not know and a person below 18. The part for a spouse without a right to benefit (art. 24) is not settled here.
    /// </summary>
    internal static Outcome<BenefitNorm> Of(SettledHousehold household, IReadOnlyList<AgedPerson> persons, OnDay day) =>
        new NormChoice(household, persons, day).Choose();
}

/// <summary>A person with their age and whether they have the state pension age, on the day.</summary>
internal sealed record AgedPerson(SettledPerson Person, int Years, bool StatePension)
{
    public bool Young => Years < 21;

    /// <summary>The persons of a household on a day. Refuses a person below 18 and a birth date for which the state pension age is not known.</summary>
    public static Outcome<IReadOnlyList<AgedPerson>> Of(
        SettledHousehold household,
        DateOnly on,
        StatePensionAge pensionAges,
        DateOnly? knownOn
    )
    {
        var aged = new List<AgedPerson>();
        foreach (var person in household.Persons)
        {
            if (Age.On(person.Born, on) < 18)
            {
                return new PersonTooYoung(person.Born, on);
            }

            var pension = pensionAges.ReachedBefore(person.Born, on.AddDays(1), knownOn ?? on);
            if (!pension.IsDone)
            {
                return new Outcome<IReadOnlyList<AgedPerson>>.Refused(pension.Why);
            }

            aged.Add(new(person, Age.On(person.Born, on), pension.OrThrow()));
        }

        return aged;
    }
}

/// <summary>The parameters as they hold on one day.</summary>
internal sealed record OnDay(ParameterBook Book, DateOnly Day, DateOnly? KnownOn)
{
    public Outcome<ParameterUsed> Find(string name) => Book.Find(name, Day, KnownOn);
}
