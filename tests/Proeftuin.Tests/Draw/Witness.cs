// SPDX-License-Identifier: EUPL-1.2
using System.Runtime.CompilerServices;
using System.Text.Json;
using Proeftuin.Core;
using Proeftuin.Core.Draw;

namespace Proeftuin.Tests.Draw;

/// <summary>The values in reference/20-verifiable-draw.json, made by another program.</summary>
internal static class Witness
{
    private static readonly JsonElement Values = Load();

    public static readonly Frame Frame = Frame
        .Of(
            File.ReadAllLines(Path.Combine(Reference(), "draw_frame_1200.csv"))
                .Skip(1)
                .Select(line => line.Split(';'))
                .Select(parts => new FrameUnit(parts[0], parts[1]))
        )
        .OrThrow();

    public static readonly string[] Arms = ["ontheffing", "intensief", "verdienen", "keuze", "controle", "referentie"];

    public static JsonElement Of(string name) =>
        Values.EnumerateArray().Single(v => v.GetProperty("name").GetString() == name).GetProperty("value");

    public static string Text(string name) => Of(name).GetString()!;

    public static string[] List(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString()!)];

    public static DrawKey KeyFor(string drawId, Frame frame) =>
        DrawKey.Of(Convert.FromHexString(Text("secret_hex")), drawId, frame.ManifestSha256, Text("public_entropy"));

    public static DrawnLots Draw(Sample sample, Assignment assignment) =>
        Lottery
            .Conduct(
                DrawPlan.Of(Id(Text("draw_id")), UnitKind.Household, ["A", "B", "C"], sample, assignment).OrThrow(),
                Frame,
                KeyFor(Text("draw_id"), Frame)
            )
            .OrThrow();

    public static DrawId Id(string text) => DrawId.Parse(text).OrThrow();

    private static JsonElement Load()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Reference(), "20-verifiable-draw.json")));
        return json.RootElement.GetProperty("values").Clone();
    }

    private static string Reference([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "reference"));
}
