// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Evaluation;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Evaluation;

public sealed class PublishedCountsTests
{
    private static readonly PublishedGroup Fine = Table.Group("B", 10, 3, 2);

    public static TheoryData<PublishedGroup> Impossible =>
        [
            Table.Group("A", 10, 11, 5),
            Table.Group("A", 10, 3, 4),
            Table.Group("A", 0, 0, 0),
            Table.Group("A", 10, -1, -1),
            Table.Group("A", 10, 3, 2) with
            {
                Started = 10,
                Stopped = 11,
            },
            Table.Group("A", 10, 3, 2) with
            {
                Started = 12,
                Drawn = 11,
            },
        ];

    [Theory]
    [MemberData(nameof(Impossible), DisableDiscoveryEnumeration = true)]
    public void Counts_that_cannot_be_are_refused_with_the_name_of_the_group(PublishedGroup group)
    {
        var why = PublishedCounts.Of([group, Fine]).Why;
        why.ShouldNotBeEmpty();
        why.ShouldAllBe(w => w is CountsDoNotFit && w.Message.Contains("'A'"));
    }

    [Fact]
    public void A_code_used_twice_a_second_control_and_a_single_group_are_refused()
    {
        PublishedCounts.Of([Fine, Fine]).Why.ShouldHaveSingleItem().ShouldBe(new GroupListedTwice("B"));
        PublishedCounts.Of([Fine]).Why.ShouldHaveSingleItem().ShouldBeOfType<TooFewGroups>();
        var control = Fine with { Role = GroupRole.Control };
        PublishedCounts
            .Of([control, control with { Code = "C" }])
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<SeveralControls>();
    }
}
