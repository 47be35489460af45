// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Design;

/// <summary>The agreements between municipalities, as one municipality may see them: only those it is a party to. No query about people goes through here.</summary>
internal static class Joint
{
    /// <summary>The agreements of the municipality of this transaction, as lead or as partner.</summary>
    public static IQueryable<JointExperimentRow> Of(ProeftuinDb db) =>
        db.Set<JointExperimentRow>()
            .Where(j => j.LeadMunicipalityId == db.MunicipalityId || j.PartnerMunicipalityId == db.MunicipalityId);

    /// <summary>The accepted agreement under which this experiment of the own municipality follows another's draws; null when it leads or is alone.</summary>
    public static Task<JointExperimentRow?> Followed(ProeftuinDb db, Guid experiment, CancellationToken ct) =>
        Of(db)
            .AsNoTracking()
            .SingleOrDefaultAsync(j => j.PartnerExperimentId == experiment && j.State == JointState.Accepted, ct);

    /// <summary>The accepted partners of an experiment that leads.</summary>
    public static Task<List<JointExperimentRow>> Partners(ProeftuinDb db, Guid leadExperiment, CancellationToken ct) =>
        Of(db)
            .AsNoTracking()
            .Where(j => j.LeadExperimentId == leadExperiment && j.State == JointState.Accepted)
            .OrderBy(j => j.ProposedAt)
            .ThenBy(j => j.Id)
            .ToListAsync(ct);

    /// <summary>Names of municipalities are public.</summary>
    public static Task<Dictionary<Guid, string>> Names(ProeftuinDb db, IEnumerable<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.ToHashSet();
        return db.Set<MunicipalityRow>()
            .Where(m => wanted.Contains(m.Id))
            .ToDictionaryAsync(m => m.Id, m => m.Name, ct);
    }

    /// <summary>The latest recorded protocol of an experiment, whichever of the two municipalities holds it.</summary>
    public static Task<ProtocolVersionRow> LatestProtocol(ProeftuinDb db, Guid experiment, CancellationToken ct) =>
        db.Set<ProtocolVersionRow>()
            .IgnoreQueryFilters()
            .AsNoTracking()
            .Where(v => v.ExperimentId == experiment)
            .OrderByDescending(v => v.Number)
            .FirstAsync(ct);
}
