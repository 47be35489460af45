// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Evaluation;

/// <summary>The public page with every method, on the numbers of reference 01.</summary>
public sealed class EveryWayPageTests(Databases databases)
{
    [Fact]
    public async Task A_reader_of_the_published_figures_finds_every_method()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var anybody = site.Visit();
        await anybody.Open("/cijfers/wageningen-2017");
        anybody.Html.ShouldContain("/cijfers/wageningen-2017/alle-methoden");
        await anybody.Open("/cijfers/wageningen-2017/alle-methoden?vergelijking=3");
        anybody.Text.ShouldContain("26 van 98 (26,5%) tegenover 15 van 91 (16,5%)");
        // R: Newcombe's method 10 at 95%, and Miettinen-Nurminen at 90%
        anybody.Text.ShouldContain("-0,017800 tot 0,214134");
        anybody.Text.ShouldContain("0,001547 tot 0,197947");
    }
}
