// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;

namespace Proeftuin.App.Screening;

/// <summary>Finds a screening by its experiment's address, so that one experiment's page never shows another's.</summary>
internal static class ScreeningOf
{
    public static async Task<(ScreeningRow Screening, ProtocolVersionRow Version, string ExperimentName)?> Find(
        ProeftuinDb db,
        string experiment,
        Guid screening,
        CancellationToken ct
    )
    {
        var found = await (
            from s in db.Set<ScreeningRow>().AsNoTracking()
            join e in db.Set<ExperimentRow>() on s.ExperimentId equals e.Id
            join v in db.Set<ProtocolVersionRow>() on s.ProtocolVersionId equals v.Id
            where s.Id == screening && e.Slug == experiment
            select new
            {
                s,
                v,
                e.Name,
            }
        ).SingleOrDefaultAsync(ct);
        return found is null ? null : (found.s, found.v, found.Name);
    }
}
