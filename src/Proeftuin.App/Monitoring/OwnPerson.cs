// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Monitoring;

/// <summary>Whose facts somebody may see and write: a project lead everyone drawn, a case manager the own caseload.</summary>
internal static class OwnPerson
{
    public static Task<Guid?> Find(ProeftuinDb db, Guid participant, Actor actor, CancellationToken ct) =>
        Own(db, actor).Where(p => p.Id == participant).Select(p => (Guid?)p.PersonId).FirstOrDefaultAsync(ct);

    public static IQueryable<ParticipantRow> Own(ProeftuinDb db, Actor actor) =>
        actor.Is(Role.ProjectLead)
            ? db.Set<ParticipantRow>().AsNoTracking()
            : db.Set<ParticipantRow>().AsNoTracking().Where(p => p.CaseManagerId == actor.AccountId);
}
