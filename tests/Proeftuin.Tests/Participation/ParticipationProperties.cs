// SPDX-License-Identifier: EUPL-1.2
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.Core.Participation;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Participation;

/// <summary>Random histories: acts in any order with late writing and corrections; what does not fit is refused along the way, as in the program.</summary>
public class ParticipationProperties
{
    private const int People = 12;
    private static readonly string[] Arms = ["ontheffing", "vrijlating", "keuze", "referentie"];
    private static readonly ParticipationAct[] Acts = Enum.GetValues<ParticipationAct>();

    private static readonly Lot[] Lots =
    [
        Stories.Plain,
        Stories.Plain with
        {
            Arm = "vrijlating",
            Places = 2,
        },
        Stories.Plain with
        {
            Arm = "keuze",
            ChoiceOf = ["ontheffing", "vrijlating"],
        },
        Stories.Plain with
        {
            Arm = "referentie",
            Approached = false,
        },
    ];

    [Fact]
    public void Everyone_drawn_is_counted_once_on_any_day_and_the_flow_equals_the_folds()
    {
        Prop.ForAll(
                Seeds(),
                seed =>
                {
                    var random = new Random(seed);
                    var people = Enumerable
                        .Range(0, People)
                        .Select(i => (Lot: Lots[i % 4], Lines: Story(random, Lots[i % 4])))
                        .ToList();
                    var (on, known) = (AnyDay(random), Moment(AnyDay(random)));
                    var standings = people
                        .Select(p => (p.Lot.Arm, At: ParticipationHistory.StandingOn(p.Lot, p.Lines, on, known)))
                        .ToList();
                    var flow = Flow.Of(Arms, standings.Select(s => FlowGroup.Of(s.Arm, s.At)));

                    var all = flow.Together;
                    all.Drawn.ShouldBe(People);
                    all.Drawn.ShouldBe(all.Analysed + all.DataWithdrawn);
                    foreach (var arm in flow.Arms)
                    {
                        var own = standings.Where(s => s.Arm == arm.Arm).Select(s => s.At).ToList();
                        arm.Drawn.ShouldBe(People / 4);
                        arm.Declined.ShouldBe(own.Count(s => s.State == ParticipationState.Declined));
                        arm.WaitingList.ShouldBe(own.Count(s => s.State == ParticipationState.Waiting));
                        arm.Active.ShouldBe(own.Count(s => s.State == ParticipationState.Active));
                        arm.Consented.ShouldBe(own.Count(s => s.ConsentedOn is not null));
                        arm.Started.ShouldBe(own.Count(s => s.Began));
                        (arm.Stopped + arm.StoppedBeforeStart).ShouldBe(
                            own.Count(s => s.State == ParticipationState.Withdrawn)
                        );
                    }

                    flow.Arms.Single(a => a.Arm == "referentie").Invited.ShouldBe(0);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Lines_in_any_order_give_the_same_standing_as_known_on_any_day()
    {
        Prop.ForAll(
                Seeds(),
                seed =>
                {
                    var random = new Random(seed);
                    var lot = Lots[random.Next(4)];
                    var lines = Story(random, lot);
                    var shuffled = lines.ToArray();
                    random.Shuffle(shuffled);
                    var (on, known) = (AnyDay(random), Moment(AnyDay(random)));

                    ParticipationHistory
                        .StandingOn(lot, shuffled, on, known)
                        .ShouldBe(ParticipationHistory.StandingOn(lot, lines, on, known));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_was_known_then_never_changes_by_what_is_written_later()
    {
        Prop.ForAll(
                Seeds(),
                seed =>
                {
                    var random = new Random(seed);
                    var lot = Lots[random.Next(4)];
                    var lines = Story(random, lot);
                    var (on, known) = (AnyDay(random), Moment(AnyDay(random)));

                    ParticipationHistory
                        .StandingOn(lot, lines.Where(l => l.RecordedAt < known), on, DateTimeOffset.MaxValue)
                        .ShouldBe(ParticipationHistory.StandingOn(lot, lines, on, known));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_random_stories_reach_every_state()
    {
        var reached = Enumerable
            .Range(0, 400)
            .Select(seed =>
            {
                var random = new Random(seed);
                var lot = Lots[random.Next(4)];
                return ParticipationHistory.Latest(lot, Story(random, lot)).State;
            })
            .ToHashSet();

        reached.ShouldBe(Enum.GetValues<ParticipationState>(), ignoreOrder: true);
    }

    private static Arbitrary<int> Seeds() => Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    /// <summary>Sixty attempts to write a line; the ones that fit stay. Three in four continue from today, the others are about an earlier day or take a line back.</summary>
    private static List<ParticipationEvent> Story(Random random, Lot lot)
    {
        var lines = new List<ParticipationEvent>();
        var today = lot.DrawnOn;
        for (var attempt = 0; attempt < 60; attempt++)
        {
            today = today.AddDays(random.Next(0, 30));
            if (today > Stories.Today)
            {
                break;
            }

            var line = AnyLine(random, lot, lines.Count + 1, today);
            if (ParticipationHistory.Record(lot, lines, line, today).IsDone)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    private static ParticipationEvent AnyLine(Random random, Lot lot, int sequence, DateOnly today)
    {
        var on = random.Next(4) > 0 ? today : today.AddDays(-random.Next(0, 60));
        var act = Acts[random.Next(Acts.Length)];
        return new ParticipationEvent
        {
            Sequence = sequence,
            Act = act,
            On = on,
            RecordedAt = Moment(today).AddMinutes(sequence),
            RulesSha256 = "regels",
            Arm =
                act is ParticipationAct.Consent or ParticipationAct.Choose && lot.ChoiceOf.Count > 0
                    ? lot.ChoiceOf[random.Next(lot.ChoiceOf.Count)]
                    : null,
            StartsOn = on.AddDays(random.Next(1, 40)),
            Data = (DataChoice)random.Next(3),
            Rank = random.Next(1, 9),
            Retracts = act == ParticipationAct.Retract ? random.Next(1, sequence + 1) : null,
        };
    }

    private static DateOnly AnyDay(Random random) => Stories.DrawnOn.AddDays(random.Next(0, 970));

    private static DateTimeOffset Moment(DateOnly day) => new(day.ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero);
}
