// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Proeftuin.Core.Draw;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Draw;

/// <summary>The public specification names exactly the fields that the program writes, so that a stranger can build a verifier from it.</summary>
public partial class SpecificationTests
{
    private static readonly string[] Written = [.. Receipts().SelectMany(r => Fields(r)).Distinct().Order()];

    [Fact]
    public void Every_field_of_a_receipt_is_in_the_specification() =>
        Written
            .Where(f => !f.StartsWith("committed.", StringComparison.Ordinal))
            .ShouldBe(Described("Het lotingsbewijs").Where(f => f != "committed"));

    [Fact]
    public void Every_field_of_a_committed_record_is_in_the_specification() =>
        Written
            .Where(f => f.StartsWith("committed.", StringComparison.Ordinal))
            .Select(f => f["committed.".Length..])
            .ShouldBe(Described("De vastlegging"));

    [Theory]
    [InlineData("dobbelstenen:worpen=<20 x 1-6>")]
    [InlineData("loterij:NAAM:2017-10-03;getallen=<6 x 01-45 oplopend>")]
    public void The_templates_in_the_specification_are_accepted(string template)
    {
        Text().ShouldContain(template.Replace("2017-10-03", "JJJJ-MM-DD", StringComparison.Ordinal));
        EntropyTemplate.Parse(template).IsDone.ShouldBeTrue();
    }

    /// <summary>Enough random ceremonies to meet every kind of sample and assignment.</summary>
    private static IEnumerable<JsonNode> Receipts() =>
        Enumerable.Range(0, 60).Select(i => JsonNode.Parse(RandomDraws.Sign(RandomDraws.Receipt(i), i).Write())!);

    private static IEnumerable<string> Fields(JsonNode? node, string path = "") =>
        node switch
        {
            JsonObject fields => fields.SelectMany(f => Fields(f.Value, path.Length == 0 ? f.Key : $"{path}.{f.Key}")),
            JsonArray items => items.SelectMany(item => Fields(item, path + "[]")),
            _ => [path],
        };

    private static string[] Described(string chapter)
    {
        var text = Text();
        var start = text.IndexOf($"\n## {chapter}\n", StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, chapter);
        var end = text.IndexOf("\n## ", start + 4, StringComparison.Ordinal);
        return
        [
            .. Row().Matches(end < 0 ? text[start..] : text[start..end]).Select(m => m.Groups["field"].Value).Order(),
        ];
    }

    private static string Text() =>
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "specificatie", "loting-v1.md"));

    [GeneratedRegex(@"^\| `(?<field>[^`]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
