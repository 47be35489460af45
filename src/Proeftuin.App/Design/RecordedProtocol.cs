// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Design;

/// <summary>The latest recorded protocol of an experiment: what every other use case of the experiment works with.</summary>
public sealed record RecordedProtocol(
    Guid ExperimentId,
    Guid VersionId,
    string Slug,
    int Number,
    DateTimeOffset RecordedAt,
    ProtocolText Text,
    string Sha256,
    Protocol Protocol
)
{
    /// <summary>The SHA-256 of the analysis plan, which is part of a draw's committed record; null where the protocol has none.</summary>
    public string? AnalysisPlanSha256 => Protocol.AnalysisPlan?.Sha256;

    /// <summary>Loads the latest version by the experiment's address, within the municipality of the transaction. Refuses an unknown experiment.</summary>
    public static async Task<Outcome<RecordedProtocol>> Latest(ProeftuinDb db, string slug, CancellationToken ct)
    {
        var experiment = await db.Set<ExperimentRow>().AsNoTracking().FirstOrDefaultAsync(e => e.Slug == slug, ct);
        if (experiment is null)
        {
            return new NoSuchExperiment(slug);
        }

        var version = await db.Set<ProtocolVersionRow>()
            .AsNoTracking()
            .Where(v => v.ExperimentId == experiment.Id)
            .OrderByDescending(v => v.Number)
            .FirstAsync(ct);
        return Of(experiment, version);
    }

    /// <summary>One version by its number, for looking back.</summary>
    public static async Task<Outcome<RecordedProtocol>> Version(
        ProeftuinDb db,
        string slug,
        int number,
        CancellationToken ct
    )
    {
        var experiment = await db.Set<ExperimentRow>().AsNoTracking().FirstOrDefaultAsync(e => e.Slug == slug, ct);
        var version = experiment is null
            ? null
            : await db.Set<ProtocolVersionRow>()
                .AsNoTracking()
                .FirstOrDefaultAsync(v => v.ExperimentId == experiment.Id && v.Number == number, ct);
        return version is null ? new NoSuchExperiment(slug) : Of(experiment!, version);
    }

    private static Outcome<RecordedProtocol> Of(ExperimentRow experiment, ProtocolVersionRow version)
    {
        var text = new ProtocolText(version.Text, version.AnalysisPlanText, version.OverlayText);
        return ProtocolFile
            .Read(text)
            .Map(protocol => new RecordedProtocol(
                experiment.Id,
                version.Id,
                experiment.Slug,
                version.Number,
                version.RecordedAt,
                text,
                version.Sha256,
                protocol
            ));
    }
}

/// <summary>The municipality has no experiment at this address.</summary>
public sealed record NoSuchExperiment(string Slug) : Refusal
{
    public override string Message =>
        $"Er is geen experiment '{Slug}' in uw gemeente. Kies een experiment uit de lijst.";
}
