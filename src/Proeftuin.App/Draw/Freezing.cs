// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Draw;

/// <summary>What everybody may know of a frozen frame: counts and hashes.</summary>
public sealed record FrozenFrame(Reconciliation Counts, IReadOnlyList<StratumSize> Strata, Hash256 ManifestSha256);

/// <summary>A unit that will be in the frame with the study pseudonyms of its persons.</summary>
internal sealed record UnitToFreeze(string UnitId, string Stratum, IReadOnlyList<Guid> Persons);

/// <summary>Makes the frame: a new ticket code per unit and a new nonce per person, made for this draw only.</summary>
internal static class Freezing
{
    public static async Task<Outcome<FrozenFrame>> Freeze(
        ProeftuinDb db,
        DrawRow row,
        IReadOnlyList<UnitToFreeze> units,
        Reconciliation counts,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var step = DrawTransitions.Take(row.State, DrawStep.Freeze);
        if (!step.IsDone)
        {
            return new Outcome<FrozenFrame>.Refused(step.Why);
        }

        var coded = units.Select(unit => (Code: NewCode(), Unit: unit)).ToList();
        var rows = coded.SelectMany(c =>
            c.Unit.Persons.Select(person => new FrameMemberRow
            {
                DrawRowId = row.Id,
                MunicipalityId = row.MunicipalityId,
                PersonId = person,
                Pseudonym = c.Code,
                UnitId = c.Unit.UnitId,
                Nonce = RandomNumberGenerator.GetBytes(Membership.NonceLength),
            })
        );
        FrameMemberRow[] members = [.. rows];
        var frozen = Frame
            .Of(coded.Select(c => new FrameUnit(c.Code, c.Unit.Stratum)))
            .Then(frame =>
                DrawFile.Plan(row).ProblemsWith(frame) is { Count: > 0 } problems
                    ? new Outcome<(Frame Frame, Membership Members)>.Refused(problems)
                    : Membership.Of(frame, members.Select(DrawFile.Member)).Map(m => (frame, m))
            );
        if (frozen is not Outcome<(Frame Frame, Membership Members)>.Done { Value: var (frame, membership) })
        {
            return new Outcome<FrozenFrame>.Refused(frozen.Why);
        }

        (row.UnitsInRegister, row.UnitsExcluded) = (counts.Register, counts.Excluded);
        (row.UnitsDrawnBefore, row.UnitsInFrame) = (counts.DrawnBefore, counts.InFrame);
        row.ManifestSha256 = frame.ManifestSha256.ToString();
        row.MembersSha256 = membership.MembersSha256.ToString();
        row.IdentityRoot = membership.Identities.Root.ToString();
        row.FrozenAt = now;
        row.State = step.OrThrow().To;
        await db.SaveChangesAsync(ct);
        await BulkWriter.Insert(db, frame.Units.Select((u, i) => UnitRow(row, u, i)), ct: ct);
        await BulkWriter.Insert(db, members, ct: ct);
        return new FrozenFrame(counts, frame.Counts, frame.ManifestSha256);
    }

    /// <summary>The persons in frames of other cohorts of the trial that were not annulled. A lottery for places draws among people who were drawn before, so it does not count.</summary>
    public static async Task<HashSet<Guid>> PersonsDrawnBefore(ProeftuinDb db, DrawRow row, CancellationToken ct) =>
        [
            .. await db.Set<FrameMemberRow>()
                .Join(
                    db.Set<DrawRow>()
                        .Where(d =>
                            d.Id != row.Id
                            && d.ExperimentId == row.ExperimentId
                            && d.State != DrawState.Annulled
                            && !d.Draw.Contains("-overschrijding-")
                        ),
                    member => member.DrawRowId,
                    draw => draw.Id,
                    (member, _) => member.PersonId
                )
                .ToListAsync(ct),
        ];

    private static FrameUnitRow UnitRow(DrawRow row, FrameUnit unit, int position) =>
        new()
        {
            DrawRowId = row.Id,
            MunicipalityId = row.MunicipalityId,
            Position = position,
            Pseudonym = unit.Pseudonym,
            Stratum = unit.Stratum,
        };

    private static string NewCode() => TicketCode.Of(RandomNumberGenerator.GetBytes(TicketCode.RandomBytes));
}
