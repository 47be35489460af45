// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;

namespace Proeftuin.Core.Screening;

/// <summary>The days and tables with which grounds are judged: the reference date, the period of the experiment, the state pension ages and the day as known on.</summary>
public sealed record JudgedWith(DateOnly On, Period Run, StatePensionAge StatePensionAge, DateOnly KnownOn);

/// <summary>One small function per rule. A ground about persons excludes as soon as it holds for one of them; it cannot be judged when it holds for nobody and a fact of somebody is missing.</summary>
public static class GroundJudge
{
    public static Finding Judge(
        ExclusionGround ground,
        RegisterHousehold household,
        IReadOnlyList<RegisterPerson> members,
        JudgedWith with
    ) =>
        ground.Rule switch
        {
            ExclusionRule.YoungerThan => Anyone(members, p => YoungerThan(p, ground.Number ?? 0, with.On)),
            ExclusionRule.Couple => Couple(household),
            ExclusionRule.Bbz => Bbz(household),
            ExclusionRule.Wsnp => Anyone(members, p => Flag(p, p.Wsnp, "zit in de WSNP", "wsnp")),
            ExclusionRule.BenefitShorterThanMonths => BenefitShorterThan(household, ground.Number ?? 0, with.On),
            ExclusionRule.ExemptArticle9Lid2 => Anyone(
                members,
                p =>
                    Flag(
                        p,
                        p.ExemptArticle9Lid2,
                        "heeft een tijdelijke ontheffing (artikel 9 lid 2)",
                        "ontheffing 9 lid 2"
                    )
            ),
            ExclusionRule.ExemptArticle9Lid5 => Anyone(
                members,
                p =>
                    Flag(
                        p,
                        p.ExemptArticle9Lid5,
                        "is volledig en duurzaam arbeidsongeschikt (artikel 9 lid 5)",
                        "ontheffing 9 lid 5"
                    )
            ),
            ExclusionRule.ExemptArticle9a => Anyone(
                members,
                p =>
                    Flag(
                        p,
                        p.ExemptArticle9a,
                        "heeft een ontheffing als alleenstaande ouder (artikel 9a)",
                        "ontheffing 9a"
                    )
            ),
            ExclusionRule.Institution => Anyone(
                members,
                p => Flag(p, p.Institution, "verblijft in een inrichting", "inrichting")
            ),
            ExclusionRule.ReachesStatePensionAge => Anyone(members, p => ReachesStatePensionAge(p, with)),
        };

    private static Finding Anyone(IReadOnlyList<RegisterPerson> members, Func<RegisterPerson, Finding> judge)
    {
        Finding result = Finding.DoesNotExclude.Instance;
        foreach (var person in members)
        {
            var finding = judge(person);
            if (finding is Finding.Excludes)
            {
                return finding;
            }

            result = result is Finding.CannotBeJudged ? result : finding;
        }

        return result;
    }

    private static Finding Flag(RegisterPerson person, Answer answer, string sentence, string column) =>
        answer switch
        {
            Answer.Yes => new Finding.Excludes($"Persoon {person.Number} {sentence}."),
            Answer.No => Finding.DoesNotExclude.Instance,
            Answer.Unknown => new Finding.CannotBeJudged(
                new PersonFactUnknown(person.Number, $"of geldt: {sentence}", column)
            ),
        };

    private static Finding YoungerThan(RegisterPerson person, int age, DateOnly on) =>
        person.Born is not { } born ? BirthDateUnknown(person)
        : Age.ReachedOn(born, age) > on
            ? new Finding.Excludes(
                $"Persoon {person.Number} is geboren op {Dutch.Date(born)} en is op {Dutch.Date(on)} {Age.On(born, on)} jaar; dat is jonger dan {age}."
            )
        : Finding.DoesNotExclude.Instance;

    private static Finding Couple(RegisterHousehold household) =>
        household.Type switch
        {
            HouseholdType.Couple => new Finding.Excludes(
                "Het huishouden is gehuwd of voert een gezamenlijke huishouding."
            ),
            HouseholdType.SinglePerson or HouseholdType.SingleParent => Finding.DoesNotExclude.Instance,
            HouseholdType.Unknown => new Finding.CannotBeJudged(
                new HouseholdFactUnknown("wat de leefvorm is", "leefvorm")
            ),
        };

    private static Finding Bbz(RegisterHousehold household) =>
        household.Benefit switch
        {
            BenefitKind.Bbz => new Finding.Excludes("Het huishouden krijgt bijstand voor zelfstandigen (Bbz)."),
            BenefitKind.Participatiewet or BenefitKind.Ioaw or BenefitKind.Ioaz => Finding.DoesNotExclude.Instance,
            BenefitKind.Unknown => new Finding.CannotBeJudged(
                new HouseholdFactUnknown("welke uitkering het krijgt", "uitkeringssoort")
            ),
        };

    private static Finding BenefitShorterThan(RegisterHousehold household, int months, DateOnly on) =>
        household.BenefitSince is not { } since
            ? new Finding.CannotBeJudged(new HouseholdFactUnknown("wanneer de uitkering begon", "ingangsdatum"))
        : Age.ReachedOn(since, 0, months) > on
            ? new Finding.Excludes(
                $"De uitkering begon op {Dutch.Date(since)} en loopt op {Dutch.Date(on)} korter dan {months} maanden."
            )
        : Finding.DoesNotExclude.Instance;

    private static Finding ReachesStatePensionAge(RegisterPerson person, JudgedWith with) =>
        person.Born is not { } born ? BirthDateUnknown(person)
        : with.Run.Before is not { } end
            ? throw new InvalidOperationException("ScreeningRules.Of asks an end date for this ground.")
        : with
            .StatePensionAge.ReachedBefore(born, end, with.KnownOn)
            .Match<Finding>(
                reaches =>
                    reaches
                        ? new Finding.Excludes(ReachesFact(person, born, end, with))
                        : Finding.DoesNotExclude.Instance,
                why => new Finding.CannotBeJudged(why[0])
            );

    private static string ReachesFact(RegisterPerson person, DateOnly born, DateOnly end, JudgedWith with)
    {
        var day = with.StatePensionAge.ReachedOn(born, with.KnownOn).OrThrow();
        return $"Persoon {person.Number} is geboren op {Dutch.Date(born)} en bereikt de AOW-leeftijd op {Dutch.Date(day)}; dat is voor het einde van het experiment (laatste dag {Dutch.Date(end.AddDays(-1))}).";
    }

    private static Finding BirthDateUnknown(RegisterPerson person) =>
        new Finding.CannotBeJudged(new PersonFactUnknown(person.Number, "wat de geboortedatum is", "geboortedatum"));
}
