// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Design;
using Proeftuin.Core.Screening;

namespace Proeftuin.Tests.Screening;

/// <summary>Groningen's grounds a to h, written out by hand from its plan, and a household that nothing excludes.</summary>
internal static class Scene
{
    public static readonly DateOnly Start = new(2017, 7, 1);

    public static readonly Period Run = Period.FromUpTo(Start, new DateOnly(2019, 7, 1)).OrThrow();

    public static readonly IReadOnlyList<ExclusionGround> Grounds =
    [
        Ground("a", ExclusionRule.YoungerThan, 27),
        Ground("b", ExclusionRule.Couple),
        Ground("c", ExclusionRule.Bbz),
        Ground("d", ExclusionRule.Wsnp),
        Ground("e", ExclusionRule.BenefitShorterThanMonths, 6),
        Ground("f", ExclusionRule.ExemptArticle9Lid2),
        Ground("g", ExclusionRule.Institution),
        Ground("h", ExclusionRule.ReachesStatePensionAge),
    ];

    public static readonly StatePensionAge Ages = StatePensionAge
        .Of([
            Row("1948-01-01", "1952-03-31", 65, 9, "2015-06-04"),
            Row("1952-04-01", "1952-12-31", 66, 0, "2015-06-04"),
            Row("1953-01-01", "1955-08-31", 66, 4, "2015-06-04"),
        ])
        .OrThrow();

    public static ScreeningRules Rules(UnitKind unit = UnitKind.Household) =>
        ScreeningRules.Of(unit, Grounds, Run).OrThrow();

    public static ScreeningResult Screen(
        IEnumerable<RegisterHousehold> households,
        UnitKind unit = UnitKind.Household
    ) =>
        RegisterScreening
            .Of(Rules(unit), BenefitRegister.Of(Start, [.. households]).OrThrow(), Start, Ages, Start)
            .OrThrow();

    public static RegisterHousehold InTargetGroup(string id = "H1") =>
        new()
        {
            Id = id,
            Type = HouseholdType.SinglePerson,
            Benefit = BenefitKind.Participatiewet,
            BenefitSince = new DateOnly(2014, 3, 1),
            Municipality = "Testdorp",
            Persons = [Person(id + "-1", 1, new DateOnly(1980, 5, 12))],
        };

    public static RegisterHousehold Couple(string id) =>
        InTargetGroup(id) with
        {
            Type = HouseholdType.Couple,
            Persons = [Person(id + "-1", 1, new DateOnly(1980, 5, 12)), Person(id + "-2", 2, new DateOnly(1979, 1, 2))],
        };

    public static RegisterPerson Person(string id, int number, DateOnly? born) =>
        new()
        {
            Id = id,
            Number = number,
            Born = born,
            ExemptArticle9Lid2 = Answer.No,
            ExemptArticle9Lid5 = Answer.No,
            ExemptArticle9a = Answer.No,
            Wsnp = Answer.No,
            Institution = Answer.No,
        };

    public static StatePensionAgeRow Row(string from, string to, int years, int months, string? knownFrom) =>
        new(
            Day(from),
            Day(to),
            years,
            months,
            knownFrom is null ? null : Day(knownFrom),
            new Citation("art. 7a AOW", "made up for a test")
        );

    public static DateOnly Day(string iso) =>
        DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static ExclusionGround Ground(string code, ExclusionRule rule, int? number = null) =>
        new(code, rule, number, $"grond {code}", new Citation($"plan van aanpak, grond {code}", "Groningen 2017"));
}
