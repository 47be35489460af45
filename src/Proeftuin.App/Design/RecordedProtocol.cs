// SPDX-License-Identifier: EUPL-1.2
using System.Collections.Concurrent;
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
    private const int MostKnown = 64;

    /// <summary>By the whole text, so that a row that was changed behind the program's back is read anew.</summary>
    private static readonly ConcurrentDictionary<ProtocolText, Protocol> Known = new();

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
        return Read(text)
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

    /// <summary>Every act in an experiment needs its protocol, and reading one strictly costs more than the act: a text that was read before is not read again.</summary>
    private static Outcome<Protocol> Read(ProtocolText text)
    {
        if (Known.TryGetValue(text, out var known))
        {
            return known;
        }

        var read = ProtocolFile.Read(text);
        if (read is Outcome<Protocol>.Done { Value: var protocol })
        {
            if (Known.Count >= MostKnown)
            {
                Known.Clear();
            }

            Known[text] = protocol;
        }

        return read;
    }
}

/// <summary>The municipality has no experiment at this address.</summary>
public sealed record NoSuchExperiment(string Slug) : Refusal
{
    public override string Message =>
        $"Er is geen experiment '{Slug}' in uw gemeente. Kies een experiment uit de lijst.";
}
