// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Monitoring;

/// <summary>Adds up the goals of the participants, at their first review and at the last one before the count date.</summary>
internal sealed class GoalsTally
{
    private readonly MonitorPlan plan;
    private readonly DateOnly countDate;
    private readonly Dictionary<string, int> places;
    private readonly IReadOnlyList<Row> atStart;
    private readonly IReadOnlyList<Row> now;

    public GoalsTally(MonitorPlan plan, DateOnly countDate)
    {
        (this.plan, this.countDate) = (plan, countDate);
        places = plan
            .Goals.Select((goal, place) => (goal.Code, place))
            .ToDictionary(g => g.Code, g => g.place, StringComparer.Ordinal);
        atStart = [.. plan.Arms.Select(a => new Row(a, plan.Goals.Count))];
        now = [.. plan.Arms.Select(a => new Row(a, plan.Goals.Count))];
    }

    public void Add(Followed person, int arm)
    {
        if (!person.TookPartBy(countDate) || person.DataWithdrawn)
        {
            return;
        }

        var reviews = person.Goals.Where(g => g.On <= countDate).OrderBy(g => g.On).ToList();
        Count(atStart[arm], reviews is [var first, ..] ? first : null);
        Count(now[arm], reviews is [.., var last] ? last : null);
    }

    public GoalTable? AtStart() => Table(atStart);

    public GoalTable? Now() => Table(now);

    private void Count(Row row, GoalReview? review)
    {
        row.Participants++;
        if (review is null)
        {
            return;
        }

        row.Determined += review.Goals.Count > 0 ? 1 : 0;
        row.Promising += review.Promising is true ? 1 : 0;
        foreach (var goal in review.Goals)
        {
            if (places.TryGetValue(goal, out var place))
            {
                row.Counts[place]++;
            }
        }

        if (review.Highest is { } highest && places.TryGetValue(highest, out var top))
        {
            row.Highest[top]++;
        }
    }

    private GoalTable? Table(IReadOnlyList<Row> rows) =>
        plan.Goals.Count == 0
            ? null
            : new(
                [.. plan.Goals.Select(g => new GoalHead(g.Code, g.Name))],
                [.. rows.Where(r => r.Group.Kind is not GroupKind.Reference).Select(r => r.Result())]
            );

    private sealed class Row(MonitoredGroup group, int goals)
    {
        public long Participants;
        public long Determined;
        public long Promising;
        public readonly long[] Counts = new long[goals];
        public readonly long[] Highest = new long[goals];

        public MonitoredGroup Group => group;

        public GoalCounts Result() =>
            new()
            {
                Group = group,
                Participants = Participants,
                Determined = Determined,
                Counts = Counts,
                Highest = Highest,
                Promising = Promising,
            };
    }
}
