// SPDX-License-Identifier: EUPL-1.2
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.Core;
using Proeftuin.Core.Monitoring;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Monitoring;

/// <summary>What must hold of the monitor whatever happened to whomever.</summary>
public sealed class MonitorProperties
{
    private static readonly DateOnly Lot = new(2017, 9, 15);

    private static readonly Gen<DateOnly> Days = Gen.Choose(0, 900).Select(d => Lot.AddDays(d - 100));

    private static readonly Gen<Followed> People =
        from arm in Gen.Elements("A", "B", "R", null)
        from starts in Gen.Frequency((2, Gen.Constant((DateOnly?)null)), (3, Days.Select(d => (DateOnly?)d)))
        from stops in Gen.Frequency((3, Gen.Constant((DateOnly?)null)), (1, Days.Select(d => (DateOnly?)d)))
        from withdrawn in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        from turns in Days.ArrayOf()
        from reasons in Gen.Elements("werk", "zelfstandig", "aow", "onbekend", "bestaat-niet").ArrayOf(turns.Length + 1)
        from jobs in Days.ArrayOf(2)
        from months in Gen.Choose(0, 30).ArrayOf()
        from cents in Gen.Choose(1, 90_000).ArrayOf(months.Length)
        select new Followed
        {
            Arm = arm,
            FollowedFrom = Lot,
            StartsOn = arm is null or "R" ? null : starts,
            StoppedOn = stops,
            DataWithdrawn = withdrawn,
            Spells = Spells(turns, reasons),
            Jobs = [new JobSpell(jobs.Min(), jobs.Max().AddDays(1))],
            Earnings = [.. months.Zip(cents, (m, c) => new Earning(new Month(2017, 9).Plus(m), new Eur(c)))],
        };

    private static readonly Gen<(Followed[] People, DateOnly On, int Break)> Scenes =
        from people in People.ArrayOf()
        from countDate in Gen.Choose(1, 800).Select(d => Lot.AddDays(d))
        from shortBreak in Gen.Elements(0, 1, 30)
        select (people, countDate, shortBreak);

    [Fact]
    public void Gross_is_never_below_net_in_any_month() =>
        Holds(tables =>
        {
            foreach (var group in tables.Populations.SelectMany(p => p.Groups))
            {
                group.Gross.ShouldBeGreaterThanOrEqualTo(group.Net);
                group.GrossByMonth.Zip(group.NetByMonth).ShouldAllBe(m => m.First >= m.Second);
                group.SinceStart.ShouldAllBe(s => s.Observed >= s.Gross && s.Gross >= s.Net);
            }
        });

    [Fact]
    public void Everybody_is_counted_once_in_each_population() =>
        Holds(tables =>
        {
            foreach (var population in tables.Populations)
            {
                population.Groups.Sum(g => g.People).ShouldBe(tables.People);
                population.Groups.ShouldAllBe(g => g.People == g.Missing + g.Left + g.OnBenefit);
                population.Groups.ShouldAllBe(g => g.Reasons.Sum() == g.Left);
            }
        });

    [Fact]
    public void The_last_month_is_the_table() =>
        Holds(tables =>
        {
            foreach (var group in tables.Populations.SelectMany(p => p.Groups))
            {
                group.GrossByMonth[^1].ShouldBe(group.Gross);
                group.NetByMonth[^1].ShouldBe(group.Net);
                group.GrossByMonth.ShouldBe(group.GrossByMonth.Order());
            }
        });

    [Fact]
    public void Whoever_declined_or_stopped_stays_in_the_table_of_everybody_drawn() =>
        Holds(tables =>
            tables
                .Participants.Zip(tables.Of(Population.IntentionToTreat).Groups)
                .ShouldAllBe(p => p.First.Drawn == p.Second.People)
        );

    [Fact]
    public void Who_began_is_stopped_left_or_on_benefit_unless_no_benefit_is_known() =>
        Holds(tables =>
            tables.Participants.ShouldAllBe(p => p.Started >= p.Stopped + p.Left + p.OnBenefit && p.Started <= p.Drawn)
        );

    [Fact]
    public void The_order_of_people_and_of_their_facts_does_not_matter() =>
        Prop.ForAll(
                Scenes.ToArbitrary(),
                scene =>
                {
                    Followed[] turned =
                    [
                        .. scene
                            .People.Reverse()
                            .Select(p =>
                                p with
                                {
                                    Spells = [.. p.Spells.Reverse()],
                                    Earnings = [.. p.Earnings.Reverse()],
                                    Jobs = [.. p.Jobs.Reverse()],
                                }
                            ),
                    ];
                    return Written(Count(scene)) == Written(Count((turned, scene.On, scene.Break)));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_longer_short_break_never_gives_more_exits() =>
        Prop.ForAll(
                Scenes.ToArbitrary(),
                scene =>
                    Count((scene.People, scene.On, 60))
                        .Populations.SelectMany(p => p.Groups)
                        .Zip(Count((scene.People, scene.On, 0)).Populations.SelectMany(p => p.Groups))
                        .All(g => g.First.Gross <= g.Second.Gross && g.First.Left <= g.Second.Left)
            )
            .QuickCheckThrowOnFailure();

    private static void Holds(Action<MonitorTables> check) =>
        Prop.ForAll(
                Scenes.ToArbitrary(),
                scene =>
                {
                    check(Count(scene));
                    return true;
                }
            )
            .QuickCheckThrowOnFailure();

    private static MonitorTables Count((Followed[] People, DateOnly On, int Break) scene) =>
        Counting
            .Of(
                new MonitorPlan
                {
                    Arms =
                    [
                        new("A", "A", GroupKind.Arm),
                        new("B", "B", GroupKind.Control),
                        new("R", "R", GroupKind.Reference),
                    ],
                    FollowedFrom = Lot,
                    ShortBreakDays = scene.Break,
                    Reasons = Scene.Reasons,
                },
                scene.People,
                scene.On,
                scene.On
            )
            .OrThrow();

    private static string Written(MonitorTables tables) => System.Text.Json.JsonSerializer.Serialize(tables);

    /// <summary>From benefit to no benefit and back at each turn.</summary>
    private static BenefitSpell[] Spells(DateOnly[] turns, string[] reasons)
    {
        var days = turns.Distinct().Order().ToArray();
        if (days.Length == 0)
        {
            return [];
        }

        return
        [
            .. days.Chunk(2)
                .Select(
                    (pair, i) =>
                        new BenefitSpell(pair[0], pair.Length > 1 ? pair[1] : null, pair.Length > 1 ? reasons[i] : null)
                ),
        ];
    }
}
