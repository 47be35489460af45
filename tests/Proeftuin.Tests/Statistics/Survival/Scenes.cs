// SPDX-License-Identifier: EUPL-1.2
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.Statistics;
using Proeftuin.Statistics.Survival;

namespace Proeftuin.Tests.Statistics.Survival;

/// <summary>Made-up follow-up with many ties: months, an event or not, an arm, two covariates.</summary>
internal sealed record Scene(double[] Months, int[] Causes, int[] Arms, double[] Age, double[] Woman)
{
    public int Count => Months.Length;

    public FollowUp Data => FollowUp.Of(Months, [.. Causes.Select(c => c > 0)]);

    public FollowUp Competing => FollowUp.Of(Months, Causes);

    public static readonly Arbitrary<Scene> Any = (
        from n in Gen.Choose(12, 60)
        from months in Gen.Choose(1, 12).ArrayOf(n)
        from causes in Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Constant(1)), (2, Gen.Constant(2))).ArrayOf(n)
        from arms in Gen.Choose(1, 3).ArrayOf(n)
        from ages in Gen.Choose(20, 64).ArrayOf(n)
        from women in Gen.Choose(0, 1).ArrayOf(n)
        select new Scene(
            [.. months.Select(m => (double)m)],
            causes,
            arms,
            [.. ages.Select(a => (double)a)],
            [.. women.Select(w => (double)w)]
        )
    ).ToArbitrary();

    public Scene InOrder(IReadOnlyList<int> rows) =>
        new(
            [.. rows.Select(i => Months[i])],
            [.. rows.Select(i => Causes[i])],
            [.. rows.Select(i => Arms[i])],
            [.. rows.Select(i => Age[i])],
            [.. rows.Select(i => Woman[i])]
        );

    public Scene Backwards() => InOrder([.. Enumerable.Range(0, Count).Reverse()]);

    /// <summary>The same follow-up, each row cut in two at month 4 where it lasts longer, with the number of its unit.</summary>
    public (FollowUp Data, int[] Units) CutAtFour(Func<int, int>? cause = null)
    {
        cause ??= c => Math.Min(c, 1);
        var rows = Enumerable
            .Range(0, Count)
            .SelectMany(i =>
                Months[i] > 4
                    ? new (double From, double To, int Cause, int Unit)[]
                    {
                        (0, 4, 0, i),
                        (4, Months[i], cause(Causes[i]), i),
                    }
                    : [(0, Months[i], cause(Causes[i]), i)]
            )
            .ToArray();
        return (
            FollowUp
                .Of([.. rows.Select(r => r.To)], rows.Select(r => r.Cause).ToArray())
                .From([.. rows.Select(r => r.From)]),
            [.. rows.Select(r => r.Unit)]
        );
    }

    public static void Holds(Func<Scene, bool> property) => Prop.ForAll(Any, property).QuickCheckThrowOnFailure();

    public static bool Near(double a, double b, double tolerance = 1e-9) =>
        Math.Abs(a - b) <= tolerance * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)));

    public static bool Near(IEnumerable<double> a, IEnumerable<double> b, double tolerance = 1e-9) =>
        a.Count() == b.Count() && a.Zip(b).All(p => Near(p.First, p.Second, tolerance));

    public static Obstacle? Why<T>(Answer<T> answer) => answer.Match(_ => (Obstacle?)null, why => why);
}
