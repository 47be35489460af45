// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Design;

/// <summary>The lead municipality asks another one to run its experiment together. The question stands in both ledgers.</summary>
public sealed class InviteMunicipality(Work work, TimeProvider clock)
{
    public sealed record Command(string Experiment, string? Municipality, Reason Reason);

    public Task<Outcome<string>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<string>(
            actor,
            Permission.JoinExperiments,
            async (db, entry) =>
            {
                var recorded = await RecordedProtocol.Latest(db, command.Experiment, ct);
                if (recorded is not Outcome<RecordedProtocol>.Done { Value: var own })
                {
                    return new Outcome<string>.Refused(recorded.Why);
                }

                if (await Joint.Followed(db, own.ExperimentId, ct) is not null)
                {
                    return new LedByAnother();
                }

                var name = command.Municipality?.Trim() ?? "";
                if (await db.Set<MunicipalityRow>().SingleOrDefaultAsync(m => m.Name == name, ct) is not { } partner)
                {
                    return new NoSuchMunicipality(name);
                }

                var before = await Joint
                    .Of(db)
                    .AnyAsync(j => j.LeadExperimentId == own.ExperimentId && j.PartnerMunicipalityId == partner.Id, ct);
                return JointExperiment
                    .Propose(own.Protocol, partner.Id == actor.MunicipalityId, before)
                    .Map(state =>
                    {
                        db.Add(
                            new JointExperimentRow
                            {
                                Id = Guid.CreateVersion7(),
                                LeadMunicipalityId = actor.MunicipalityId,
                                LeadExperimentId = own.ExperimentId,
                                PartnerMunicipalityId = partner.Id,
                                ProtocolSha256 = own.Sha256,
                                State = state,
                                ProposedAt = clock.GetUtcNow(),
                                ProposedBy = actor.AccountId,
                                ProposalReason = command.Reason.Text,
                            }
                        );
                        entry.Record(
                            "experiment.gemeente-uitgenodigd",
                            $"experiment/{own.Slug}",
                            command.Reason,
                            receipt: own.Sha256
                        );
                        entry.AlsoIn(partner.Id);
                        return partner.Name;
                    });
            },
            ct
        );
}

/// <summary>There is no municipality of this name here.</summary>
public sealed record NoSuchMunicipality(string Name) : Refusal
{
    public override string Message =>
        $"Gemeente '{Name}' werkt niet met deze installatie. Vul de naam precies in zoals de andere gemeente hem gebruikt.";
}

/// <summary>The experiment follows another municipality, which does this.</summary>
public sealed record LedByAnother : Refusal
{
    public override string Message =>
        "Dit is een gezamenlijk experiment en de andere gemeente is penvoerder. Zij nodigt uit en plant de lotingen.";
}
