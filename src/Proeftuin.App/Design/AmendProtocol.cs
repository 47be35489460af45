// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Design;

/// <summary>Replaces a protocol by a new version, with the reason. Once a draw is committed a decision must be named. Earlier versions stay.</summary>
public sealed class AmendProtocol(Work work, TimeProvider clock)
{
    public sealed record Command(string Slug, ProtocolText Text, string? Reason, string? Decision);

    /// <summary>The number of the new version.</summary>
    public Task<Outcome<int>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<int>(
            actor,
            Permission.DesignExperiment,
            async (db, entry) =>
            {
                var current = await RecordedProtocol.Latest(db, command.Slug, ct);
                var next = ProtocolFile.Read(command.Text);
                var reason = Reason.Of(command.Reason);
                if (
                    current is not Outcome<RecordedProtocol>.Done { Value: var recorded }
                    || next is not Outcome<Protocol>.Done { Value: var protocol }
                    || reason is not Outcome<Reason>.Done { Value: var why }
                )
                {
                    return new Outcome<int>.Refused([.. current.Why, .. next.Why, .. reason.Why]);
                }

                var decided = Amendment.Decide(
                    recorded.Protocol,
                    protocol,
                    command.Text == recorded.Text,
                    await Lots.AreCommitted(db, recorded.ExperimentId, ct),
                    why,
                    command.Decision
                );
                if (decided is not Outcome<Amendment>.Done { Value: var amendment })
                {
                    return new Outcome<int>.Refused(decided.Why);
                }

                var experiment = await db.Set<ExperimentRow>().FirstAsync(e => e.Id == recorded.ExperimentId, ct);
                experiment.Name = protocol.Name;
                var number = recorded.Number + 1;
                db.Add(ProtocolVersions.Of(experiment, number, command.Text, protocol, clock.GetUtcNow(), amendment));
                entry.Record("protocol.gewijzigd", $"experiment/{recorded.Slug}", why, receipt: command.Text.Sha256);
                return number;
            },
            ct
        );
}
