// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.Core;
using Proeftuin.Core.Provisions;
using Proeftuin.Tests.Screening;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Provisions;

/// <summary>Runs docs/voorbeelden/garantieknop.md.</summary>
public sealed class GuaranteeScenarioTests
{
    public static TheoryData<string> Examples =>
        [.. ScenarioTable.Read("garantieknop.md", "Garantieknop").Select(r => r["voorbeeld"])];

    [Theory, MemberData(nameof(Examples))]
    public void The_return_guarantee_stands_as_on_paper(string example)
    {
        var row = ScenarioTable.Read("garantieknop.md", "Garantieknop").Single(r => r["voorbeeld"] == example);
        var seen = DemoProvisions.Day(row["bekeken op"])!.Value;
        var term = ReturnGuarantee.TermOf(
            DemoProvisions.Day(row["uitstroom"])!.Value,
            int.Parse(row["maanden"], CultureInfo.InvariantCulture)
        );
        term.Before!.Value.AddDays(-1).ShouldBe(DemoProvisions.Day(row["laatste dag"])!.Value);

        var stand = Played(new(term, null, null, false), row, seen);

        if (row["stand"].StartsWith("weigert: ", StringComparison.Ordinal))
        {
            stand.Why[0].Message.ShouldStartWith(row["stand"]["weigert: ".Length..]);
            return;
        }

        stand.OrThrow().StateOn(seen).Dutch().ShouldBe(row["stand"]);
        if (DemoProvisions.Day(row["gebruikt"]) is { } pressed)
        {
            DemoProvisions
                .Calendar.WorkingDaysAfter(pressed, 3)
                .OrThrow()
                .ShouldBe(DemoProvisions.Day(row["uiterlijk"])!.Value);
        }
    }

    /// <summary>What is looked at before it happened was written down later; a day to come is refused on the day of looking.</summary>
    private static Outcome<GuaranteeFacts> Played(
        GuaranteeFacts facts,
        IReadOnlyDictionary<string, string> row,
        DateOnly seen
    )
    {
        var days = row["gebruikt"]
            .Split("; ", StringSplitOptions.RemoveEmptyEntries)
            .Select(d => DemoProvisions.Day(d)!.Value);
        var today = row["stand"].Contains("moet nog komen", StringComparison.Ordinal)
            ? seen
            : new DateOnly(2025, 12, 31);
        Outcome<GuaranteeFacts> now = facts;
        foreach (var day in days)
        {
            now = now.Then(f => ReturnGuarantee.Press(f, day, today));
        }

        return row["besluit"].Split(' ') is [var on, var what]
            ? now.Then(f => ReturnGuarantee.Decide(f, what == "herstart", DemoProvisions.Day(on)!.Value, today))
            : now;
    }

    [Fact]
    public void It_cannot_be_registered_when_its_term_is_over_or_long_before_the_exit()
    {
        var exit = new DateOnly(2024, 9, 1);
        ReturnGuarantee.Register(exit, 6, new(2025, 2, 28)).IsDone.ShouldBeTrue();
        ReturnGuarantee
            .Register(exit, 6, new(2025, 3, 1))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<GuaranteeTermOver>();
        ReturnGuarantee.Register(exit, 6, new(2024, 7, 1)).Why.ShouldBeEmpty();
        ReturnGuarantee
            .Register(exit, 6, new(2024, 6, 30))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<ExitTooFarAhead>();
    }
}
