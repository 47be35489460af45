// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Design;

/// <summary>Starts an experiment from a protocol: the first version is recorded. Refuses a faulty protocol with every fault, and an address that is taken.</summary>
public sealed class StartExperiment(Work work, TimeProvider clock)
{
    public sealed record Command(ProtocolText Text, string? Reason);

    /// <summary>The address of the new experiment.</summary>
    public Task<Outcome<string>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<string>(
            actor,
            Permission.DesignExperiment,
            async (db, entry) =>
            {
                var read = ProtocolFile.Read(command.Text);
                var reason = Reason.Of(command.Reason);
                if (
                    read is not Outcome<Protocol>.Done { Value: var protocol }
                    || reason is not Outcome<Reason>.Done { Value: var why }
                )
                {
                    return new Outcome<string>.Refused([.. read.Why, .. reason.Why]);
                }

                if (await db.Set<ExperimentRow>().AnyAsync(e => e.Slug == protocol.Slug, ct))
                {
                    return new ExperimentExists(protocol.Slug);
                }

                var experiment = new ExperimentRow
                {
                    Id = Guid.CreateVersion7(),
                    MunicipalityId = actor.MunicipalityId,
                    Slug = protocol.Slug,
                    Name = protocol.Name,
                    CreatedAt = clock.GetUtcNow(),
                };
                db.Add(experiment);
                db.Add(ProtocolVersions.Of(experiment, 1, command.Text, protocol, clock.GetUtcNow(), amendment: null));
                entry.Record("experiment.begonnen", $"experiment/{protocol.Slug}", why, receipt: command.Text.Sha256);
                return protocol.Slug;
            },
            ct
        );
}

/// <summary>The municipality has an experiment at this address already.</summary>
public sealed record ExperimentExists(string Slug) : Refusal
{
    public override string Message =>
        $"Uw gemeente heeft al een experiment '{Slug}'. Wijzig het protocol daarvan, of geef dit protocol een andere naam.";
}
