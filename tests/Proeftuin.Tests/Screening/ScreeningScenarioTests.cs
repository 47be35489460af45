// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Screening;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Screening;

/// <summary>Runs docs/voorbeelden/screening.md: every row is a household with its expected verdict, grounds and open grounds.</summary>
public sealed class ScreeningScenarioTests
{
    private const string Document = "screening.md";

    public static TheoryData<string, string> Examples =>
        [
            .. new[] { "Eén persoon in het huishouden", "Twee personen in het huishouden" }.SelectMany(heading =>
                ScenarioTable.Read(Document, heading).Select(row => (heading, row["voorbeeld"]))
            ),
        ];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_in_the_scenario_table_comes_out_as_written(string heading, string example)
    {
        var row = ScenarioTable.Read(Document, heading).Single(r => r["voorbeeld"] == example);
        var register = BenefitRegister.Of(Scene.Start, [Household(row)]).OrThrow();

        var unit = RegisterScreening
            .Of(Scene.Rules(), register, Scene.Start, Ages(), Scene.Start)
            .OrThrow()
            .Units.ShouldHaveSingleItem();

        string.Join(' ', unit.Excludes.Select(e => e.Ground.Code)).ShouldBe(row["gronden"]);
        string.Join(' ', unit.Open.Select(o => o.Ground.Code)).ShouldBe(row["open"]);
        unit.Verdict.ShouldBe(
            row["uitkomst"] switch
            {
                "doelgroep" => Verdict.TargetGroup,
                "uitgesloten" => Verdict.Excluded,
                "niet te bepalen" => Verdict.Undetermined,
                var other => throw new InvalidOperationException(other),
            }
        );
    }

    [Fact]
    public void The_document_has_examples() => Examples.Count.ShouldBeGreaterThan(35);

    private static StatePensionAge Ages() =>
        StatePensionAge
            .Of([
                .. ScenarioTable
                    .Read(Document, "AOW-leeftijd in deze voorbeelden")
                    .Select(r =>
                        Scene.Row(
                            r["geboren vanaf"],
                            r["geboren tot en met"],
                            int.Parse(r["jaren"], System.Globalization.CultureInfo.InvariantCulture),
                            int.Parse(r["maanden"], System.Globalization.CultureInfo.InvariantCulture),
                            r["bekend sinds"] == "onbekend" ? null : r["bekend sinds"]
                        )
                    ),
            ])
            .OrThrow();

    private static RegisterHousehold Household(IReadOnlyDictionary<string, string> row)
    {
        var born = Each(row["geboren"]);
        return new RegisterHousehold
        {
            Id = "H1",
            Municipality = "Testdorp",
            Type = row["leefvorm"] switch
            {
                "alleenstaand" => HouseholdType.SinglePerson,
                "alleenstaande ouder" => HouseholdType.SingleParent,
                "gehuwd/samenwonend" => HouseholdType.Couple,
                "onbekend" => HouseholdType.Unknown,
                var other => throw new InvalidOperationException(other),
            },
            Benefit = row["uitkering"] switch
            {
                "Pw" => BenefitKind.Participatiewet,
                "Bbz" => BenefitKind.Bbz,
                "IOAW" => BenefitKind.Ioaw,
                "onbekend" => BenefitKind.Unknown,
                var other => throw new InvalidOperationException(other),
            },
            BenefitSince = DayOrUnknown(row["uitkering sinds"]),
            Persons =
            [
                .. born.Select(
                    (day, i) =>
                        new RegisterPerson
                        {
                            Id = $"P{i + 1}",
                            Number = i + 1,
                            Born = DayOrUnknown(day),
                            ExemptArticle9Lid2 = AnswerAt(row["9 lid 2"], i),
                            ExemptArticle9Lid5 = AnswerAt(row["9 lid 5"], i),
                            ExemptArticle9a = AnswerAt(row["9a"], i),
                            Wsnp = AnswerAt(row["wsnp"], i),
                            Institution = AnswerAt(row["inrichting"], i),
                        }
                ),
            ],
        };
    }

    private static string[] Each(string cell) => cell.Split(" + ");

    private static DateOnly? DayOrUnknown(string cell) => cell == "onbekend" ? null : Scene.Day(cell);

    private static Answer AnswerAt(string cell, int person) =>
        Each(cell) switch
        {
            [var same] => AnswerOf(same),
            var all => AnswerOf(all[person]),
        };

    private static Answer AnswerOf(string word) =>
        word switch
        {
            "ja" => Answer.Yes,
            "nee" => Answer.No,
            "onbekend" => Answer.Unknown,
            var other => throw new InvalidOperationException(other),
        };
}
