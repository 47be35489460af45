// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using Shouldly;

namespace Proeftuin.Tests.Statistics.Survival;

/// <summary>R's vectors and matrices with NA, against ours with null.</summary>
internal static class Expectations
{
    public static void ShouldBeAll(this Witness.Expected expected, IEnumerable<double?> actual)
    {
        double?[] mine = [.. actual];
        JsonElement[] theirs =
        [
            .. expected.Element.ValueKind is JsonValueKind.Array
                ? expected.Element.EnumerateArray()
                : expected.Element.GetProperty("data").EnumerateArray().SelectMany(Row),
        ];
        mine.Length.ShouldBe(theirs.Length, expected.Path);
        for (var i = 0; i < mine.Length; i++)
        {
            var one = expected with { Element = theirs[i], Path = $"{expected.Path}[{i}]" };
            if (theirs[i].ValueKind is JsonValueKind.Null)
            {
                mine[i].ShouldBeNull(one.Path);
            }
            else
            {
                one.ShouldBe(mine[i].ShouldNotBeNull(one.Path));
            }
        }
    }

    public static void ShouldBeAll(this Witness.Expected expected, IEnumerable<double> actual) =>
        expected.ShouldBeAll(actual.Select(a => (double?)a));

    public static string[] Texts(this Witness.Expected expected) =>
        [.. expected.Element.EnumerateArray().Select(e => e.GetString()!)];

    private static IEnumerable<JsonElement> Row(JsonElement row) =>
        row.ValueKind is JsonValueKind.Array ? row.EnumerateArray() : [row];
}
