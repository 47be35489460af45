// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;

namespace Proeftuin.Core.Draw;

/// <summary>Everything that is fixed and published before the public value exists. Its canonical JSON is what the gazette, the university and the council clerk receive.</summary>
public sealed record CommittedRecord
{
    public const string Version = "proeftuin-committed-v1";

    /// <summary>The number of this record in the chain of its trial: 1, 2, 3 … without gaps.</summary>
    public required int Number { get; init; }

    public required DrawPlan Plan { get; init; }

    public required Hash256 ManifestSha256 { get; init; }

    public required Hash256 MembersSha256 { get; init; }

    public required Hash256 IdentityRoot { get; init; }

    /// <summary>The number of units per stratum of the plan, strata in order.</summary>
    public required IReadOnlyList<StratumSize> Strata { get; init; }

    /// <summary>The holders in the order in which their secrets are joined.</summary>
    public required IReadOnlyList<SecretHolder> Holders { get; init; }

    /// <summary>The source of the public value in words, for the reader of the gazette.</summary>
    public required string EntropySource { get; init; }

    public required DateTimeOffset EntropyMoment { get; init; }

    public required EntropyTemplate EntropyTemplate { get; init; }

    public required Hash256 AnalysisPlanSha256 { get; init; }

    /// <summary>The SHA-256 of the previous record of the trial; zeros for the first.</summary>
    public required Hash256 PreviousSha256 { get; init; }

    public Hash256 Sha256() => Hash256.Of(Write());

    public byte[] Write()
    {
        var json = new CanonicalWriter();
        Write(json, null);
        return json.ToBytes();
    }

    /// <summary>Reads the published record; refuses any other spelling and any field that does not belong.</summary>
    public static Outcome<CommittedRecord> Read(ReadOnlyMemory<byte> document) =>
        StrictJson.Read(document, Read, record => record.Write());

    internal void Write(CanonicalWriter json, string? key)
    {
        json.Object(key)
            .Text("analysis_plan_sha256", AnalysisPlanSha256.ToString())
            .Integer("attempt", Plan.Id.Attempt)
            .Text("draw_id", Plan.Id.ToString())
            .Object("entropy")
            .Text("moment", UtcMoment.Write(EntropyMoment))
            .Text("source", EntropySource)
            .Text("template", EntropyTemplate.Text)
            .EndObject()
            .Array("holders");
        foreach (var holder in Holders)
        {
            json.Object().Text("commitment", holder.Commitment.ToString()).Text("holder", holder.Name).EndObject();
        }

        json.EndArray()
            .Text("identity_root", IdentityRoot.ToString())
            .Text("manifest_sha256", ManifestSha256.ToString())
            .Text("members_sha256", MembersSha256.ToString())
            .Integer("number", Number);
        DrawPlanJson.Write(json, Plan, "plan");
        json.Text("plan_sha256", DrawPlanJson.Sha256(Plan).ToString())
            .Text("previous_sha256", PreviousSha256.ToString())
            .Array("strata");
        foreach (var stratum in Strata)
        {
            json.Object().Integer("n", stratum.Size).Text("stratum", stratum.Stratum).EndObject();
        }

        json.EndArray().Text("version", Version).EndObject();
    }

    internal static CommittedRecord? Read(StrictJson json, JsonElement record)
    {
        var plan = DrawPlanJson.Read(json, json.Object(record, "plan"));
        var entropy = json.Object(record, "entropy");
        var template = json.Take(EntropyTemplate.Parse(json.Text(entropy, "template")));
        var source = json.Text(entropy, "source");
        if (!UtcMoment.TryRead(json.Text(entropy, "moment"), out var moment))
        {
            json.Fail(new FieldWrong("entropy.moment", "moet een tijdstip in UTC zijn, zoals 2017-10-03T12:00:00Z"));
        }

        SecretHolder?[] holders =
        [
            .. json.Array(record, "holders")
                .Select(h => json.Take(SecretHolder.Of(json.Text(h, "holder"), json.Text(h, "commitment")))),
        ];
        var read = (
            Manifest: json.Hash(record, "manifest_sha256"),
            Members: json.Hash(record, "members_sha256"),
            Identity: json.Hash(record, "identity_root"),
            Analysis: json.Hash(record, "analysis_plan_sha256"),
            Previous: json.Hash(record, "previous_sha256"),
            Number: json.Integer(record, "number")
        );
        StratumSize[] strata =
        [
            .. json.Array(record, "strata").Select(s => new StratumSize(json.Text(s, "stratum"), json.Integer(s, "n"))),
        ];
        json.Fixed(record, "version", Version);
        if (json.Problem is not null || plan is null || template is null)
        {
            return null;
        }

        json.Fixed(record, "draw_id", plan.Id.ToString());
        json.Fixed(record, "plan_sha256", DrawPlanJson.Sha256(plan).ToString());
        if (json.Integer(record, "attempt") != plan.Id.Attempt)
        {
            json.Fail(new FieldWrong("attempt", "hoort niet bij het lotingnummer"));
        }

        return new CommittedRecord
        {
            Number = read.Number,
            Plan = plan,
            ManifestSha256 = read.Manifest,
            MembersSha256 = read.Members,
            IdentityRoot = read.Identity,
            Strata = strata,
            Holders = [.. holders.OfType<SecretHolder>()],
            EntropySource = source,
            EntropyMoment = moment,
            EntropyTemplate = template,
            AnalysisPlanSha256 = read.Analysis,
            PreviousSha256 = read.Previous,
        };
    }
}
