// SPDX-License-Identifier: EUPL-1.2
using System.Text.RegularExpressions;
using Proeftuin.Core.Participation;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Participation;

/// <summary>One table: code and drawing are the same.</summary>
public class ParticipationTransitionTests
{
    private static readonly string Page = File.ReadAllText(
        Path.Combine(Repository.Root, "docs", "toestanden", "deelname.md")
    );

    [Fact]
    public void The_drawing_in_the_documentation_is_the_table_in_the_code()
    {
        var drawn = Regex
            .Matches(Page, @"^  (?<from>\w+) --> (?<to>\w+) : (?<act>\w+)$", RegexOptions.Multiline)
            .Select(m => $"{m.Groups["from"]} {m.Groups["act"]} {m.Groups["to"]}")
            .ToArray();
        drawn.Length.ShouldBeGreaterThan(30);
        ParticipationTransitions.All.Select(t => $"{t.From} {t.Act} {t.To}").ShouldBe(drawn, ignoreOrder: true);
        foreach (var act in ParticipationTransitions.InEveryState)
        {
            Page.ShouldContain($"`{act}`");
        }
    }

    [Fact]
    public void Every_state_is_explained_with_the_word_of_the_screen()
    {
        foreach (var state in Enum.GetValues<ParticipationState>())
        {
            Page.ShouldContain($"| `{state}` | {state.Dutch()} |");
        }
    }

    [Fact]
    public void An_act_leads_from_a_state_to_one_state_only() =>
        ParticipationTransitions.All.Select(t => (t.From, t.Act)).ShouldBeUnique();

    [Fact]
    public void Nobody_comes_back_from_stopping_and_nobody_loses_the_lot()
    {
        ParticipationState[] ends =
        [
            ParticipationState.Withdrawn,
            ParticipationState.Ended,
            ParticipationState.Completed,
        ];
        ParticipationTransitions.All.ShouldAllBe(t => !ends.Contains(t.From));
        ParticipationTransitions
            .All.Where(t => t.To == ParticipationState.Drawn)
            .ShouldBeEmpty("nobody goes back to before the invitation");
    }

    [Fact]
    public void What_is_not_in_the_table_is_refused_by_its_name()
    {
        foreach (var state in Enum.GetValues<ParticipationState>())
        {
            foreach (
                var act in Enum.GetValues<ParticipationAct>()
                    .Where(a => !ParticipationTransitions.InEveryState.Contains(a))
                    .Where(a => !ParticipationTransitions.All.Any(t => t.From == state && t.Act == a))
            )
            {
                var refusal = ParticipationTransitions
                    .Take(state, act)
                    .Why.ShouldHaveSingleItem()
                    .ShouldBeOfType<ActDoesNotFit>();
                refusal.Message.ShouldContain(state.Dutch());
                refusal.Message.ShouldContain(act.Dutch());
            }
        }
    }
}
