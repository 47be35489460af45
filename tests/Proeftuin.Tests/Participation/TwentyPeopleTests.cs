// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.Core.Participation;
using Proeftuin.Tests.Screening;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Participation;

/// <summary>docs/voorbeelden/deelname.md: twenty stories and the flow that was counted by hand.</summary>
public class TwentyPeopleTests
{
    private static readonly Dictionary<string, Lot> Lots = new(StringComparer.Ordinal)
    {
        ["ontheffing"] = Stories.Plain,
        ["vrijlating"] = Stories.Plain with { Arm = "vrijlating", Places = 2 },
        ["keuze"] = Stories.Plain with { Arm = "keuze", ChoiceOf = ["ontheffing", "vrijlating"] },
        ["referentie"] = Stories.Plain with { Arm = "referentie", Approached = false },
    };

    [Fact]
    public void The_flow_is_what_was_counted_on_paper()
    {
        var people = ScenarioTable
            .Read("deelname.md", "De verhalen")
            .Select(row => (Arm: row["groep"], Story: Told(row)))
            .ToList();
        people.Count.ShouldBe(20);
        foreach (var row in ScenarioTable.Read("deelname.md", "De stroom"))
        {
            var groups = people.Select(p => FlowGroup.Of(p.Arm, p.Story.On(row["op"], row["bekend"])));
            var flow = Flow.Of([.. Lots.Keys], groups);
            var arm = row["groep"] == "samen" ? flow.Together : flow.Arms.Single(a => a.Arm == row["groep"]);
            Counted(arm)
                .ShouldBe(
                    [.. row.Skip(3).Select(cell => int.Parse(cell.Value, CultureInfo.InvariantCulture))],
                    $"{row["op"]} {row["bekend"]} {row["groep"]}"
                );
        }
    }

    private static int[] Counted(ArmFlow a) =>
        [
            a.Drawn,
            a.NotInvited,
            a.Invited,
            a.Declined,
            a.NoReply,
            a.Undecided,
            a.Consented,
            a.WaitingList,
            a.BeforeStart,
            a.StoppedBeforeStart,
            a.Started,
            a.Active,
            a.Stopped,
            a.Ended,
            a.Completed,
            a.DataWithdrawn,
            a.Analysed,
        ];

    private static Stories Told(IReadOnlyDictionary<string, string> row)
    {
        var story = new Stories(Lots[row["groep"]]);
        foreach (
            var line in row["regels"].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var words = line.Split(' ');
            var written = words[^1].StartsWith('@') ? words[^1][1..] : null;
            var rest = words[2..(written is null ? words.Length : words.Length - 1)];
            story.Then(Act(words[1]), words[0], l => With(l, rest), written);
            story.Last.Why.ShouldBeEmpty($"{row["nr"]}: {line}");
        }

        return story;
    }

    private static ParticipationAct Act(string word) =>
        word switch
        {
            "uitgenodigd" => ParticipationAct.Invite,
            "herinnerd" => ParticipationAct.Remind,
            "aangemeld" => ParticipationAct.Consent,
            "kiest" => ParticipationAct.Choose,
            "wil-niet" => ParticipationAct.Decline,
            "geen-antwoord" => ParticipationAct.CloseWithoutReply,
            "toegelaten" => ParticipationAct.Admit,
            "wachtlijst" => ParticipationAct.PutOnWaitingList,
            "opgeroepen" => ParticipationAct.CallUp,
            "begonnen" => ParticipationAct.Start,
            "gestopt" => ParticipationAct.Withdraw,
            "beëindigd" => ParticipationAct.End,
            "afgerond" => ParticipationAct.Complete,
            "gegevens" => ParticipationAct.DecideOnData,
            "neemt-terug" => ParticipationAct.Retract,
            _ => throw new InvalidOperationException($"Nobody knows '{word}'."),
        };

    private static ParticipationEvent With(ParticipationEvent line, string[] words) =>
        (line.Act, words) switch
        {
            (ParticipationAct.Consent, [var start, .. var chosen]) => line with
            {
                RulesSha256 = new string('a', 64),
                StartsOn = Stories.Day(start),
                Arm = chosen.Length > 0 ? chosen[0] : null,
            },
            (ParticipationAct.CallUp, [var start]) => line with { StartsOn = Stories.Day(start) },
            (ParticipationAct.Choose, [var chosen]) => line with { Arm = chosen },
            (ParticipationAct.PutOnWaitingList, [var rank]) => line with
            {
                Rank = int.Parse(rank, CultureInfo.InvariantCulture),
            },
            (ParticipationAct.Withdraw or ParticipationAct.DecideOnData, [var data]) => line with
            {
                Data = data switch
                {
                    "volgen" => DataChoice.KeepFollowing,
                    "tot-dan" => DataChoice.UseUntilNow,
                    "intrekken" => DataChoice.WithdrawData,
                    _ => throw new InvalidOperationException($"Nobody knows '{data}'."),
                },
            },
            (ParticipationAct.Retract, [var wrong]) => line with
            {
                Retracts = int.Parse(wrong, CultureInfo.InvariantCulture),
            },
            (_, []) => line,
            _ => throw new InvalidOperationException($"{line.Act} does not take '{string.Join(' ', words)}'."),
        };
}
