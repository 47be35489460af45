// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;

namespace Proeftuin.App.Design;

/// <summary>Whether lots were committed for an experiment; from then on its protocol changes only by decision. An annulled draw counts: it was committed.</summary>
internal static class Lots
{
    public static Task<bool> AreCommitted(ProeftuinDb db, Guid experiment, CancellationToken ct) =>
        db.Set<DrawRow>().AnyAsync(d => d.ExperimentId == experiment && d.CommittedAt != null, ct);
}
