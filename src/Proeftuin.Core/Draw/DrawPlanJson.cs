// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;

namespace Proeftuin.Core.Draw;

/// <summary>The draw plan as canonical JSON, the same bytes for everybody.</summary>
public static class DrawPlanJson
{
    public static Hash256 Sha256(DrawPlan plan) => Hash256.Of(Write(plan));

    public static byte[] Write(DrawPlan plan)
    {
        var json = new CanonicalWriter();
        Write(json, plan, null);
        return json.ToBytes();
    }

    public static Outcome<DrawPlan> Read(ReadOnlyMemory<byte> document) => StrictJson.Read(document, Read, Write);

    internal static void Write(CanonicalWriter json, DrawPlan plan, string? key)
    {
        json.Object(key);
        Write(json, plan.Assignment);
        json.Text("draw_id", plan.Id.ToString());
        Write(json, plan.Sample);
        json.Array("strata");
        foreach (var stratum in plan.Strata)
        {
            json.Item(stratum);
        }

        json.EndArray().Text("unit", plan.Unit == UnitKind.Household ? "household" : "person").EndObject();
    }

    private static void Write(CanonicalWriter json, Assignment assignment)
    {
        json.Object("assignment");
        switch (assignment)
        {
            case Assignment.Complete complete:
                json.Array("arms");
                foreach (var arm in complete.Arms)
                {
                    json.Object().Text("arm", arm.Arm).Integer("size", arm.Size).EndObject();
                }

                json.EndArray().Text("kind", "complete");
                break;
            case Assignment.Weighted weighted:
                json.Array("arms");
                foreach (var arm in weighted.Arms)
                {
                    json.Object().Text("arm", arm.Arm).Integer("weight", arm.Weight).EndObject();
                }

                json.EndArray().Text("kind", "weighted");
                break;
            case Assignment.Lottery lottery:
                json.Text("kind", "lottery").Integer("places", lottery.Places);
                break;
        }

        json.EndObject();
    }

    private static void Write(CanonicalWriter json, Sample sample)
    {
        json.Object("sample");
        switch (sample)
        {
            case Sample.Overall overall:
                json.Text("kind", "overall").Integer("size", overall.Size);
                break;
            case Sample.PerStratum perStratum:
                json.Text("kind", "per_stratum").Array("sizes");
                foreach (var size in perStratum.Sizes.OrderBy(s => s.Stratum, StringComparer.Ordinal))
                {
                    json.Object().Integer("size", size.Size).Text("stratum", size.Stratum).EndObject();
                }

                json.EndArray();
                break;
            default:
                json.Text("kind", "all");
                break;
        }

        json.EndObject();
    }

    internal static DrawPlan? Read(StrictJson json, JsonElement plan)
    {
        var id = json.Take(DrawId.Parse(json.Text(plan, "draw_id")));
        var unit = json.Text(plan, "unit");
        if (unit is not ("household" or "person"))
        {
            json.Fail(new FieldWrong("unit", "moet 'household' of 'person' zijn"));
        }

        string[] strata = [.. json.Array(plan, "strata").Select(s => json.Item(s, "strata"))];
        var sample = ReadSample(json, json.Object(plan, "sample"));
        var assignment = ReadAssignment(json, json.Object(plan, "assignment"));
        return json.Problem is not null || id is null || sample is null || assignment is null
            ? null
            : json.Take(
                DrawPlan.Of(id, unit == "household" ? UnitKind.Household : UnitKind.Person, strata, sample, assignment)
            );
    }

    private static Sample? ReadSample(StrictJson json, JsonElement sample)
    {
        switch (json.Text(sample, "kind"))
        {
            case "all":
                return new Sample.All();
            case "overall":
                return new Sample.Overall(json.Integer(sample, "size"));
            case "per_stratum":
                return new Sample.PerStratum([
                    .. json.Array(sample, "sizes")
                        .Select(s => new StratumSize(json.Text(s, "stratum"), json.Integer(s, "size"))),
                ]);
            default:
                json.Fail(new FieldWrong("sample.kind", "moet 'all', 'overall' of 'per_stratum' zijn"));
                return null;
        }
    }

    private static Assignment? ReadAssignment(StrictJson json, JsonElement assignment)
    {
        switch (json.Text(assignment, "kind"))
        {
            case "complete":
                return new Assignment.Complete([
                    .. json.Array(assignment, "arms")
                        .Select(a => new ArmSize(json.Text(a, "arm"), json.Integer(a, "size"))),
                ]);
            case "weighted":
                return new Assignment.Weighted([
                    .. json.Array(assignment, "arms")
                        .Select(a => new ArmWeight(json.Text(a, "arm"), json.Integer(a, "weight"))),
                ]);
            case "lottery":
                return new Assignment.Lottery(json.Integer(assignment, "places"));
            default:
                json.Fail(new FieldWrong("assignment.kind", "moet 'complete', 'weighted' of 'lottery' zijn"));
                return null;
        }
    }
}
