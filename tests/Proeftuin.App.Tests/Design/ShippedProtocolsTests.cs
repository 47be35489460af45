// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.Core.Design;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Design;

public class ShippedProtocolsTests
{
    public static TheoryData<string> All => [.. ShippedProtocols.Slugs()];

    [Fact]
    public void The_five_experiments_of_the_sources_are_there() =>
        ShippedProtocols
            .Slugs()
            .ShouldBe(["groningen-2017", "oss-2017", "twenterand-2018", "vlaardingen-2024", "wageningen-2017"]);

    [Theory]
    [MemberData(nameof(All))]
    public void A_shipped_protocol_is_read_without_a_fault(string slug)
    {
        var outcome = ProtocolFile.Read(ShippedProtocols.Text(slug));
        outcome.Why.Select(w => w.Message).ShouldBeEmpty();
        outcome.OrThrow().Slug.ShouldBe(slug);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_shipped_protocol_with_its_demo_values_is_read_and_marks_them(string slug)
    {
        var text = ShippedProtocols.Text(slug, withDemo: true);
        var outcome = ProtocolFile.Read(text);
        outcome.Why.Select(w => w.Message).ShouldBeEmpty();
        (outcome.OrThrow().DemoValues.Count > 0).ShouldBe(text.Overlay is not null);
    }
}
