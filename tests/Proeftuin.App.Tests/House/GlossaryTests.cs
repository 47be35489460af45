// SPDX-License-Identifier: EUPL-1.2
using System.Reflection;
using System.Text.RegularExpressions;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Statistics;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.House;

/// <summary>The words of docs/begrippen.md that claim to be in the code are there.</summary>
public sealed class GlossaryTests
{
    [Fact]
    public void Every_word_marked_as_existing_is_a_type_a_value_or_a_datum_in_the_code()
    {
        var page = File.ReadAllText(Path.Combine(Drawing.Root, "docs", "begrippen.md"));
        var claimed = Claimed(page);
        claimed.Count.ShouldBeGreaterThan(40);
        Missing(claimed).ShouldBeEmpty();
    }

    [Fact]
    public void A_word_that_is_not_in_the_code_is_found() =>
        Missing(Claimed("| woord | `BestaatNiet` | ✓ | niets |\n| ander | `Eur` | ✓ | geld |\n"))
            .ShouldBe(["BestaatNiet"]);

    private static List<string> Claimed(string page) =>
        [
            .. Regex
                .Matches(
                    page,
                    @"^\|[^|]+\| `(?<name>\w+)` \| ✓ \|",
                    RegexOptions.Multiline | RegexOptions.ExplicitCapture
                )
                .Select(m => m.Groups["name"].Value),
        ];

    private static List<string> Missing(IEnumerable<string> names)
    {
        var known = new[] { typeof(Eur), typeof(Estimate), typeof(ProeftuinDb) }
            .SelectMany(t => t.Assembly.GetTypes())
            .SelectMany(t =>
                t.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
                    .Where(m => m.MemberType is MemberTypes.Property or MemberTypes.Field)
                    .Select(m => m.Name)
                    .Append(t.Name.Split('`')[0])
            )
            .ToHashSet(StringComparer.Ordinal);
        return [.. names.Where(n => !known.Contains(n))];
    }
}
