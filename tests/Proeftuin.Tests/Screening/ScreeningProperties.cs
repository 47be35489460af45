// SPDX-License-Identifier: EUPL-1.2
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using Xunit;

namespace Proeftuin.Tests.Screening;

/// <summary>What must hold for every register.</summary>
public sealed class ScreeningProperties
{
    private static readonly Gen<Answer> Answers = Gen.Frequency(
        (6, Gen.Constant(Answer.No)),
        (1, Gen.Constant(Answer.Yes)),
        (1, Gen.Constant(Answer.Unknown))
    );

    private static readonly Gen<DateOnly?> Births = Gen.Frequency(
        (1, Gen.Constant<DateOnly?>(null)),
        (15, Gen.Choose(0, 365 * 55).Select(days => (DateOnly?)new DateOnly(1945, 1, 1).AddDays(days)))
    );

    private static readonly Gen<RegisterPerson> Persons =
        from born in Births
        from exempt in Answers
        from wsnp in Answers
        from institution in Answers
        select new RegisterPerson
        {
            Id = "?",
            Number = 1,
            Born = born,
            ExemptArticle9Lid2 = exempt,
            Wsnp = wsnp,
            Institution = institution,
        };

    private static readonly Gen<RegisterHousehold> Households =
        from type in Gen.Elements(Enum.GetValues<HouseholdType>())
        from benefit in Gen.Elements(Enum.GetValues<BenefitKind>())
        from since in Births
        from persons in Persons.ArrayOf(type == HouseholdType.Couple ? 2 : 1)
        select new RegisterHousehold
        {
            Id = "?",
            Type = type,
            Benefit = benefit,
            BenefitSince = since,
            Municipality = "Testdorp",
            Persons = persons,
        };

    private static readonly Arbitrary<RegisterHousehold[]> Registers = Households
        .ArrayOf()
        .Select(all => all.Select((h, i) => Numbered(h, i)).ToArray())
        .ToArbitrary();

    [Fact]
    public void Total_is_target_group_plus_excluded_plus_undetermined_in_units_and_in_persons() =>
        Prop.ForAll(
                Registers,
                households =>
                    new[] { UnitKind.Household, UnitKind.Person }.All(unit =>
                    {
                        var result = Scene.Screen(households, unit);
                        var c = result.Counts;
                        return c.TargetGroup + c.Excluded + c.Undetermined == c.Total
                            && c.Total.Persons == result.RegisterPersons
                            && c.Total.Units
                                == (unit == UnitKind.Household ? households.Length : result.RegisterPersons);
                    })
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_register_does_not_matter() =>
        Prop.ForAll(
                Registers,
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                (households, seed) =>
                {
                    var shuffled = households.OrderBy(h => HashCode.Combine(h.Id, seed)).ToList();
                    return Scene.Screen(shuffled).Hash() == Scene.Screen(households).Hash();
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_fact_that_no_ground_asks_for_changes_nothing() =>
        Prop.ForAll(
                Registers,
                households =>
                {
                    var other = households.Select(h =>
                        h with
                        {
                            CostSharers = 3,
                            ChildrenUnder12 = 2,
                            Persons =
                            [
                                .. h.Persons.Select(p =>
                                    p with
                                    {
                                        ExemptArticle9Lid5 = Answer.Yes,
                                        ExemptArticle9a = Answer.Yes,
                                        MedicallyHoursLimited = Answer.Yes,
                                        ExemptionMonths = new ExemptionMonthsUsed(6, 30, 1, 1),
                                        Background = new Background(
                                            Sex.Female,
                                            EducationLevel.Higher,
                                            99,
                                            DistanceToWork.Large
                                        ),
                                    }
                                ),
                            ],
                        }
                    );
                    return Scene.Screen(other).Hash() == Scene.Screen(households).Hash();
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void One_more_ground_never_brings_anybody_into_the_target_group() =>
        Prop.ForAll(
                Registers,
                Gen.Choose(0, Scene.Grounds.Count - 1).ToArbitrary(),
                (households, left) =>
                {
                    var register = BenefitRegister.Of(Scene.Start, households).OrThrow();
                    var fewer = ScreeningRules
                        .Of(UnitKind.Household, [.. Scene.Grounds.Where((_, i) => i != left)], Scene.Run)
                        .OrThrow();
                    var without = RegisterScreening.Of(fewer, register, Scene.Start, Scene.Ages, Scene.Start).OrThrow();
                    var with = Scene.Screen(households);
                    return with.TargetGroup.Select(u => u.Unit)
                            .ToHashSet()
                            .IsSubsetOf(without.TargetGroup.Select(u => u.Unit))
                        && with.Counts.Excluded.Units >= without.Counts.Excluded.Units;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Turning_a_no_into_a_yes_never_takes_an_exclusion_away() =>
        Prop.ForAll(
                Registers,
                households =>
                {
                    var worse = households.Select(h =>
                        h with
                        {
                            Persons =
                            [
                                .. h.Persons.Select(p => p with { Wsnp = Answer.Yes, Institution = Answer.Yes }),
                            ],
                        }
                    );
                    return Scene
                        .Screen(households)
                        .Units.Zip(Scene.Screen(worse).Units)
                        .All(pair =>
                            pair.First.Excludes.Select(e => e.Ground.Code)
                                .ToHashSet(StringComparer.Ordinal)
                                .IsSubsetOf(pair.Second.Excludes.Select(e => e.Ground.Code))
                        );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_older_a_benefit_and_a_person_the_fewer_are_excluded_for_being_new_or_young() =>
        Prop.ForAll(
                Registers,
                households =>
                {
                    var older = households.Select(h =>
                        h with
                        {
                            BenefitSince = h.BenefitSince?.AddYears(-1),
                            Persons = [.. h.Persons.Select(p => p with { Born = p.Born?.AddYears(-1) })],
                        }
                    );
                    return Scene
                        .Screen(older)
                        .Units.Zip(Scene.Screen(households).Units)
                        .All(pair =>
                            pair.First.Excludes.Select(e => e.Ground.Code)
                                .Where(code => code is "a" or "e")
                                .ToHashSet(StringComparer.Ordinal)
                                .IsSubsetOf(pair.Second.Excludes.Select(e => e.Ground.Code))
                        );
                }
            )
            .QuickCheckThrowOnFailure();

    private static RegisterHousehold Numbered(RegisterHousehold household, int i) =>
        household with
        {
            Id = $"H{i}",
            Persons = [.. household.Persons.Select((p, j) => p with { Id = $"H{i}-{j + 1}", Number = j + 1 })],
        };
}
