// SPDX-License-Identifier: EUPL-1.2
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Proeftuin.Core;
using Proeftuin.Statistics;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.House;

public sealed class HouseDocumentsTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("LICENSE")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("GOVERNANCE.md")]
    [InlineData("SECURITY.md")]
    [InlineData("CHANGELOG.md")]
    [InlineData("THIRD-PARTY.md")]
    [InlineData("publiccode.yml")]
    [InlineData("docs/architectuur.md")]
    [InlineData("docs/begrippen.md")]
    [InlineData("docs/statistiek.md")]
    [InlineData("docs/besluiten/README.md")]
    [InlineData("docs/handleiding/README.md")]
    [InlineData("reference/README.md")]
    [InlineData("publications/README.md")]
    public void Every_document_of_the_house_is_there_and_says_something(string path) =>
        Read(path).Length.ShouldBeGreaterThan(300, path);

    [Fact]
    public void The_licence_is_the_whole_European_Union_Public_Licence_1_2()
    {
        var licence = Read("LICENSE");
        licence.ShouldStartWith("# EUROPEAN UNION PUBLIC LICENCE v. 1.2");
        licence.ShouldContain("## 15. Applicable Law");
        licence.ShouldContain("## Appendix");
    }

    [Fact]
    public void Publiccode_describes_the_product_in_Dutch_and_English_under_its_licence()
    {
        var card = Read("publiccode.yml");
        foreach (
            var key in new[]
            {
                "publiccodeYmlVersion: \"0.4\"",
                "name: Proeftuin",
                "platforms:",
                "developmentStatus:",
                "softwareType:",
                "organisation:",
                "license: EUPL-1.2",
                "maintenance:",
                "localisation:",
            }
        )
        {
            card.ShouldContain(key);
        }

        Regex.Count(card, "^  (?:nl|en):$", RegexOptions.Multiline).ShouldBe(2);
        Regex.Count(card, "^    (?:shortDescription|longDescription|features):", RegexOptions.Multiline).ShouldBe(6);
        Regex
            .Matches(card, "^    shortDescription: (?<text>.+)$", RegexOptions.Multiline)
            .ShouldAllBe(m => m.Groups["text"].Value.Length <= 150);
    }

    [Fact]
    public void Every_decision_names_its_price()
    {
        var pages = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "docs", "besluiten"), "*.md")
            .Where(p => !p.EndsWith("README.md", StringComparison.Ordinal))
            .ToList();
        pages.Count.ShouldBeGreaterThanOrEqualTo(8);
        pages.Where(p => !File.ReadAllText(p).Contains("## De prijs", StringComparison.Ordinal)).ShouldBeEmpty();
        pages
            .Where(p => !Read("docs/besluiten/README.md").Contains(Path.GetFileName(p), StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Links_between_the_documents_lead_somewhere()
    {
        var broken = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.md"))
            .SelectMany(page =>
                Regex
                    .Matches(File.ReadAllText(page), @"\]\((?<to>[^)#:\s]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture)
                    .Select(m => m.Groups["to"].Value)
                    .Where(to => !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, to)))
                    .Select(to => $"{Path.GetRelativePath(Repository.Root, page)} -> {to}")
            );
        broken.ShouldBeEmpty();
    }

    [Fact]
    public void Every_source_file_names_its_licence() => Licensed.Without(Licensed.Sources()).ShouldBeEmpty();

    [Fact]
    public void A_source_file_without_its_licence_is_found() =>
        Licensed
            .Without([("a.cs", "namespace A;"), ("b.cs", "// SPDX-License-Identifier: EUPL-1.2\n")])
            .ShouldBe(["a.cs"]);

    [Fact]
    public void Every_public_type_of_Core_and_Statistics_has_a_summary()
    {
        Summaries.Missing(typeof(Eur).Assembly.GetTypes(), Summaries.Beside(typeof(Eur))).ShouldBeEmpty();
        Summaries.Missing(typeof(Estimate).Assembly.GetTypes(), Summaries.Beside(typeof(Estimate))).ShouldBeEmpty();
    }

    [Fact]
    public void A_public_type_without_a_summary_is_found()
    {
        var empty = XDocument.Parse(
            "<doc><members><member name='T:Proeftuin.Core.Eur'><summary> </summary></member></members></doc>"
        );
        Summaries.Missing([typeof(Eur)], empty).ShouldBe(["Proeftuin.Core.Eur"]);
        var filled = XDocument.Parse(
            "<doc><members><member name='T:Proeftuin.Core.Eur'><summary>Money.</summary></member></members></doc>"
        );
        Summaries.Missing([typeof(Eur)], filled).ShouldBeEmpty();
    }

    [Fact]
    public void The_list_of_third_parties_is_what_was_restored()
    {
        var listed = ThirdParty.Listed(Read("THIRD-PARTY.md"));
        var restored = ThirdParty.Restored();
        restored.Except(listed, StringComparer.Ordinal).ShouldBeEmpty("not in THIRD-PARTY.md");
        listed.Except(restored, StringComparer.Ordinal).ShouldBeEmpty("in THIRD-PARTY.md but no longer used");
    }

    [Fact]
    public void A_package_that_is_not_listed_is_found() =>
        ThirdParty
            .Restored()
            .Except(ThirdParty.Listed("| A | 1.0 | MIT |\n"), StringComparer.Ordinal)
            .ShouldNotBeEmpty();

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));
}
