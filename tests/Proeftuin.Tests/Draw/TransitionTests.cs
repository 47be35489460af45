// SPDX-License-Identifier: EUPL-1.2
using System.Text.RegularExpressions;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Draw;

/// <summary>One table: code and drawing are the same.</summary>
public class TransitionTests
{
    [Fact]
    public void The_drawing_in_the_documentation_is_the_table_in_the_code()
    {
        var drawn = Regex
            .Matches(
                File.ReadAllText(Path.Combine(Repository.Root, "docs", "toestanden", "loting.md")),
                @"^  (?<from>\w+) --> (?<to>\w+) : (?<step>\w+)$",
                RegexOptions.Multiline
            )
            .Select(m => $"{m.Groups["from"]} {m.Groups["step"]} {m.Groups["to"]}")
            .ToArray();
        DrawTransitions.All.Select(t => $"{t.From} {t.Step} {t.To}").ShouldBe(drawn, ignoreOrder: true);
    }

    [Fact]
    public void A_step_leads_from_a_state_to_one_state_only() =>
        DrawTransitions.All.Select(t => (t.From, t.Step)).ShouldBeUnique();

    [Fact]
    public void A_published_draw_can_never_be_annulled_drawn_again_or_changed()
    {
        var steps = DrawTransitions.All.Where(t => t.From == DrawState.Published).ToList();
        steps.ShouldHaveSingleItem().Step.ShouldBe(DrawStep.MarkPlacement);
    }

    [Fact]
    public void No_step_leads_back()
    {
        foreach (var t in DrawTransitions.All.Where(t => t.To != DrawState.Annulled))
        {
            ((int)t.To).ShouldBeGreaterThanOrEqualTo((int)t.From);
        }

        DrawTransitions.All.Where(t => t.From == DrawState.Annulled).ShouldAllBe(t => t.To == DrawState.Annulled);
    }

    [Fact]
    public void Who_plans_can_not_draw_and_who_draws_can_not_verify()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var may = Enum.GetValues<Permission>().Where(p => Permissions.Allows([role], p)).ToList();
            (may.Contains(Permission.PlanDraw) && may.Contains(Permission.ConductDraw)).ShouldBeFalse();
            (may.Contains(Permission.ConductDraw) && may.Contains(Permission.VerifyDraw)).ShouldBeFalse();
            (may.Contains(Permission.ConductDraw) && may.Contains(Permission.SeePlacements)).ShouldBeFalse();
        }
    }

    [Fact]
    public void Every_pair_of_state_and_step_that_is_not_in_the_table_is_refused_with_its_name()
    {
        foreach (var state in Enum.GetValues<DrawState>())
        {
            foreach (
                var step in Enum.GetValues<DrawStep>()
                    .Where(s => !DrawTransitions.All.Any(t => t.From == state && t.Step == s))
            )
            {
                var refusal = DrawTransitions.Take(state, step).Why.ShouldHaveSingleItem().ShouldBeOfType<StepNotNow>();
                refusal.Message.ShouldContain(state.Dutch());
                refusal.Message.ShouldContain(step.Dutch());
            }
        }
    }
}
