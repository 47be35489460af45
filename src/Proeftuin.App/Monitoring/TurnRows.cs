// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Monitoring;

namespace Proeftuin.App.Monitoring;

/// <summary>Makes the row of a turn that a person typed.</summary>
internal static class TurnRows
{
    public static BenefitEventRow New(Actor actor, Guid person, BenefitEvent turn, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            MunicipalityId = actor.MunicipalityId,
            PersonId = person,
            Turn = turn.Turn,
            On = turn.On,
            Reason = turn.Reason,
            RecordedAt = now,
            RecordedBy = actor.AccountId,
        };

    public static BenefitEvent Told(BenefitEventRow row) => new(row.Turn, row.On, row.Reason);
}
