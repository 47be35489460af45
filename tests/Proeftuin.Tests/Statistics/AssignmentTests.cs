// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Randomisation;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics;

public sealed class AssignmentTests
{
    [Fact]
    public void Every_arm_gets_exactly_its_size_and_who_is_left_over_is_not_drawn()
    {
        var arms = Assignment.Draw(new Declaration.Complete(1_001, [300, 0, 500]), 1).OrThrow();
        Count(arms, 0).ShouldBe(300);
        Count(arms, 1).ShouldBe(0);
        Count(arms, 2).ShouldBe(500);
        Count(arms, Declaration.NotDrawn).ShouldBe(201);
    }

    [Fact]
    public void Every_block_gets_exactly_its_own_sizes()
    {
        int[] blocks = [.. Enumerable.Range(0, 90).Select(i => i % 3)];
        int[][] sizes =
        [
            [10, 20],
            [30, 0],
            [1, 2],
        ];
        var arms = Assignment.Draw(new Declaration.Blocked(blocks, sizes), 7).OrThrow();
        for (var b = 0; b < 3; b++)
        {
            var own = arms.Where((_, i) => blocks[i] == b).ToList();
            own.Count.ShouldBe(30);
            own.Count(a => a == 0).ShouldBe(sizes[b][0]);
            own.Count(a => a == 1).ShouldBe(sizes[b][1]);
        }
    }

    /// <summary>Two of four have six orders; 6,000 draws, and chi-square with five degrees of freedom above 25.7 happens once in ten thousand.</summary>
    [Fact]
    public void Every_assignment_is_equally_probable()
    {
        Declaration[] designs =
        [
            new Declaration.Complete(4, [2, 2]),
            new Declaration.Blocked(
                [0, 0, 0, 0],
                [
                    [2, 2],
                ]
            ),
            new Declaration.Equal(4, 2),
        ];
        foreach (var design in designs)
        {
            var seen = Enumerable
                .Range(0, 6_000)
                .GroupBy(i => string.Join("", Assignment.Draw(design, 5, (ulong)i).OrThrow()), StringComparer.Ordinal)
                .Select(g => g.Count())
                .ToList();
            seen.Count.ShouldBe(6);
            seen.Sum(n => (n - 1_000.0) * (n - 1_000.0) / 1_000).ShouldBeLessThan(25.7);
        }
    }

    /// <summary>One, two and one left over of four: twelve orders; 12,000 draws, and chi-square with eleven degrees of freedom above 37.4 happens once in ten thousand.</summary>
    [Fact]
    public void Unequal_arms_and_who_is_left_over_fall_on_everybody_alike()
    {
        var design = new Declaration.Complete(4, [1, 2]);
        var seen = Enumerable
            .Range(0, 12_000)
            .GroupBy(i => string.Join("", Assignment.Draw(design, 6, (ulong)i).OrThrow()), StringComparer.Ordinal)
            .Select(g => g.Count())
            .ToList();
        seen.Count.ShouldBe(12);
        seen.Sum(n => (n - 1_000.0) * (n - 1_000.0) / 1_000).ShouldBeLessThan(37.4);
    }

    [Fact]
    public void A_draw_of_many_is_exact_in_every_piece_of_the_work_and_the_same_every_time()
    {
        // an arm of one in two hundred thousand, and blocks of very different sizes that run through each other
        var wide = new Declaration.Complete(200_001, [1, 70_000, 100_000]);
        var arms = Assignment.Draw(wide, 3).OrThrow();
        (Count(arms, 0), Count(arms, 1), Count(arms, 2)).ShouldBe((1, 70_000, 100_000));
        Assignment.Draw(wide, 3).OrThrow().ShouldBe(arms);
        // by hand: 70,000 of 200,001 among the first half is hypergeometric, mean 35,000 and standard error 106.6
        arms.Take(100_001).Count(a => a == 1).ShouldBeInRange(35_000 - 533, 35_000 + 533);
        int[] blocks =
        [
            .. Enumerable
                .Range(0, 150_000)
                .Select(i =>
                    i % 3 == 0 ? 0
                    : i % 1_000 == 1 ? 2
                    : 1
                ),
        ];
        int[][] sizes = [.. Enumerable.Range(0, 3).Select(b => (int[])[blocks.Count(x => x == b) / 3, 17])];
        var blocked = new Declaration.Blocked(blocks.ToList(), sizes);
        var dealt = Assignment.Draw(blocked, 4).OrThrow();
        Assignment.Draw(blocked, 4).OrThrow().ShouldBe(dealt);
        for (var b = 0; b < 3; b++)
        {
            var own = dealt.Where((_, i) => blocks[i] == b).ToArray();
            (Count(own, 0), Count(own, 1)).ShouldBe((sizes[b][0], 17));
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_assignment_and_another_gives_another()
    {
        var design = new Declaration.Complete(1_000, [500, 500]);
        var one = Assignment.Draw(design, 1).OrThrow();
        Assignment.Draw(design, 1).OrThrow().ShouldBe(one);
        Assignment.Draw(design, 2).OrThrow().ShouldNotBe(one);
        Assignment.Draw(design, 1, 1).OrThrow().ShouldNotBe(one);
        // one block of everybody is the complete design, and is drawn the same
        Assignment
            .Draw(
                new Declaration.Blocked(
                    new int[1_000],
                    [
                        [500, 500],
                    ]
                ),
                1
            )
            .OrThrow()
            .ShouldBe(one);
    }

    [Fact]
    public void A_design_that_cannot_be_drawn_is_not_estimable()
    {
        Declaration[] wrong =
        [
            new Declaration.Complete(10, [6, 5]),
            new Declaration.Complete(0, [0]),
            new Declaration.Complete(10, [-1, 5]),
            new Declaration.Blocked([0, 0], []),
            new Declaration.Blocked(
                [],
                [
                    [0, 0],
                ]
            ),
            new Declaration.Blocked(
                [0, 0, 1],
                [
                    [1, 1],
                ]
            ),
            new Declaration.Blocked(
                [0, 0],
                [
                    [2, 1],
                ]
            ),
            new Declaration.Blocked(
                [0, 0],
                [
                    [1, 1],
                    [1],
                ]
            ),
        ];
        foreach (var design in wrong)
        {
            Assignment
                .Draw(design, 1)
                .ShouldBeOfType<Answer<int[]>.NotEstimable>()
                .Why.ShouldBe(Obstacle.DesignDoesNotFit);
        }
    }

    private static int Count(int[] arms, int arm) => arms.Count(a => a == arm);
}
