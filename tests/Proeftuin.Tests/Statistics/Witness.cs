// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using Proeftuin.Statistics.Linear;
using Shouldly;

namespace Proeftuin.Tests.Statistics;

/// <summary>Values another program produced, from the repository's reference folder, with the tolerance that file states.</summary>
internal sealed class Witness
{
    private readonly JsonElement root;

    private Witness(JsonElement root) => this.root = root;

    public static Witness Of(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "reference", file)));
        return new Witness(document.RootElement.Clone());
    }

    public IEnumerable<string> Names =>
        root.GetProperty("values").EnumerateArray().Select(v => v.GetProperty("name").GetString()!);

    /// <summary>The call that made the value, as the file states it.</summary>
    public string Call(string name) => Value(name).GetProperty("call").GetString()!;

    public Expected this[string name] =>
        new(Value(name).GetProperty("value"), name, Tolerance("relative"), Tolerance("absolute"));

    private double Tolerance(string kind) =>
        root.GetProperty("default_tolerance") is { ValueKind: JsonValueKind.Object } stated
        && stated.TryGetProperty(kind, out var size)
            ? size.GetDouble()
            : 0;

    private JsonElement Value(string name) =>
        root.GetProperty("values").EnumerateArray().Single(v => v.GetProperty("name").ValueEquals(name));

    /// <summary>One value of the file, or a value inside it.</summary>
    internal sealed record Expected(JsonElement Element, string Path, double Relative, double Absolute)
    {
        public Expected this[string key] => this with { Element = Element.GetProperty(key), Path = $"{Path}/{key}" };

        public double Number => Element.GetDouble();

        public long Count => Element.GetInt64();

        /// <summary>The numbers of an array, or those of a named vector in its order.</summary>
        public double[] Numbers =>
            Element.ValueKind == JsonValueKind.Object
                ? [.. Element.EnumerateObject().Select(e => e.Value.GetDouble())]
                : [.. Element.EnumerateArray().Select(e => e.GetDouble())];

        public string[] Keys => [.. Element.EnumerateObject().Select(e => e.Name)];

        public string[] Words => [.. Element.EnumerateArray().Select(e => e.GetString()!)];

        /// <summary>A matrix written as {rows, cols, data}, row by row. A cell may differ by what its row and column allow, because R's own covariances are not symmetric to the last digits.</summary>
        public void ShouldBeMatrix(Matrix actual)
        {
            double[][] data =
            [
                .. Element
                    .GetProperty("data")
                    .EnumerateArray()
                    .Select(r => r.EnumerateArray().Select(c => c.GetDouble()).ToArray()),
            ];
            data.Length.ShouldBe(actual.Rows, Path);
            for (var i = 0; i < data.Length; i++)
            {
                data[i].Length.ShouldBe(actual.Columns, Path);
                for (var j = 0; j < data[i].Length; j++)
                {
                    var size = Math.Max(Math.Abs(data[i][j]), Math.Sqrt(Math.Abs(data[i][i] * data[j][j])));
                    Math.Abs(actual[i, j] - data[i][j]).ShouldBeLessThanOrEqualTo(Relative * size, $"{Path}[{i},{j}]");
                }
            }
        }

        public void ShouldBe(double actual) => Close(Number, actual, Path);

        public void ShouldBe(params double[] actual)
        {
            actual.Length.ShouldBe(Numbers.Length, Path);
            for (var i = 0; i < actual.Length; i++)
            {
                Close(Numbers[i], actual[i], $"{Path}[{i}]");
            }
        }

        private void Close(double expected, double actual, string path) =>
            Math.Abs(actual - expected)
                .ShouldBeLessThanOrEqualTo(
                    Math.Max(Absolute, Relative * Math.Abs(expected)),
                    $"{path}: expected {expected:R}, got {actual:R}"
                );
    }
}
