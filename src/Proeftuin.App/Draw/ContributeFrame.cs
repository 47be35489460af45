// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Draw;

/// <summary>A partner municipality adds its target group to the list of a joint draw: pseudonyms and strata, counted and hashed, once. Its people stay in its own administration. The act stands in both ledgers.</summary>
public sealed class ContributeFrame(Work work, TimeProvider clock)
{
    public sealed record Command(string DrawId, Guid ScreeningId, Reason Reason);

    public Task<Outcome<Reconciliation>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<Reconciliation>(
            actor,
            Permission.ContributeFrame,
            async (db, entry) =>
            {
                var found = await DrawFile.FindToSee(db, command.DrawId, ct);
                if (found is not Outcome<DrawRow>.Done { Value: var draw })
                {
                    return new Outcome<Reconciliation>.Refused(found.Why);
                }

                var open = await Open(db, draw, ct);
                if (open is not Outcome<Guid>.Done { Value: var experiment })
                {
                    return new Outcome<Reconciliation>.Refused(open.Why);
                }

                var before = await Freezing.PersonsDrawnBefore(db, draw, ct);
                var screened = await ScreenedFrame.Of(
                    db,
                    DrawFile.Plan(draw),
                    experiment,
                    command.ScreeningId,
                    before,
                    ct
                );
                if (screened is not Outcome<ScreenedFrame>.Done { Value: var own })
                {
                    return new Outcome<Reconciliation>.Refused(screened.Why);
                }

                var (units, members) = Freezing.WithCodes(draw.Id, actor.MunicipalityId, own.Units);
                var framed = Frame
                    .Of(units)
                    .Then(frame => Membership.Of(frame, members.Select(DrawFile.Member)).Map(_ => frame));
                if (framed is not Outcome<Frame>.Done { Value: var frame })
                {
                    return new Outcome<Reconciliation>.Refused(framed.Why);
                }

                var sha256 = frame.ManifestSha256.ToString();
                db.Add(Row(draw, command.ScreeningId, own.Counts, sha256, actor));
                await db.SaveChangesAsync(ct);
                await BulkWriter.Insert(db, frame.Units.Select(u => UnitRow(draw, u, actor)), ct: ct);
                await BulkWriter.Insert(db, members, ct: ct);
                entry.Record(
                    "loting.lijst-bijgedragen",
                    DrawFile.Subject(draw.DrawId),
                    command.Reason,
                    sha256,
                    frame.Units.Count
                );
                entry.AlsoIn(draw.MunicipalityId);
                return own.Counts;
            },
            ct
        );

    /// <summary>The own experiment under which this draw can still be added to.</summary>
    private static async Task<Outcome<Guid>> Open(ProeftuinDb db, DrawRow draw, CancellationToken ct)
    {
        var agreement = (await Joint.Partners(db, draw.ExperimentId, ct)).Find(j =>
            j.PartnerMunicipalityId == db.MunicipalityId
        );
        if (agreement?.PartnerExperimentId is not { } experiment)
        {
            return new OwnDrawIsFrozen();
        }

        if (draw.State != DrawState.Concept)
        {
            return new ListClosed(draw.State);
        }

        if (await db.Set<FrameContributionRow>().AnyAsync(c => c.DrawRowId == draw.Id, ct))
        {
            return new ContributedBefore();
        }

        var (theirs, ours) = (
            await Joint.LatestProtocol(db, draw.ExperimentId, ct),
            await Joint.LatestProtocol(db, experiment, ct)
        );
        return theirs.Sha256 == ours.Sha256 ? experiment : new ProtocolsDiffer();
    }

    private FrameContributionRow Row(DrawRow draw, Guid screening, Reconciliation counts, string sha256, Actor actor) =>
        new()
        {
            DrawRowId = draw.Id,
            MunicipalityId = actor.MunicipalityId,
            ScreeningId = screening,
            UnitsInRegister = counts.Register,
            UnitsExcluded = counts.Excluded,
            UnitsDrawnBefore = counts.DrawnBefore,
            UnitsInFrame = counts.InFrame,
            ManifestSha256 = sha256,
            ContributedAt = clock.GetUtcNow(),
            ContributedBy = actor.AccountId,
        };

    private static ContributedUnitRow UnitRow(DrawRow draw, FrameUnit unit, Actor actor) =>
        new()
        {
            DrawRowId = draw.Id,
            Pseudonym = unit.Pseudonym,
            Stratum = unit.Stratum,
            MunicipalityId = actor.MunicipalityId,
        };
}

/// <summary>The draw is the own municipality's: its list is frozen, not contributed.</summary>
public sealed record OwnDrawIsFrozen : Refusal
{
    public override string Message =>
        "Uw gemeente voert deze loting zelf uit. Bevries de lijst in plaats van bij te dragen.";
}

/// <summary>The list of the draw no longer takes contributions.</summary>
public sealed record ListClosed(DrawState State) : Refusal
{
    public override string Message =>
        $"Deze loting is {State.Dutch()}. Aan de lijst kan niets meer worden toegevoegd of veranderd.";
}

/// <summary>The municipality contributed before.</summary>
public sealed record ContributedBefore : Refusal
{
    public override string Message =>
        "Uw gemeente heeft haar lijst al bijgedragen. Die verandert niet meer. Klopt zij niet, vraag de andere gemeente dan om een nieuwe poging.";
}

/// <summary>The two municipalities have different versions of the protocol.</summary>
public sealed record ProtocolsDiffer : Refusal
{
    public override string Message =>
        "Uw protocol is niet gelijk aan dat van de andere gemeente. Leg eerst dezelfde versie vast; daarna kunt u bijdragen.";
}
