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
        Contributions contributed,
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

        var (own, members) = WithCodes(row.Id, db.MunicipalityId, units);
        FrameMember[] all = [.. members.Select(DrawFile.Member), .. await contributed.Members(db, row.Id, ct)];
        var frozen = Frame
            .Of(own.Concat(contributed.Units))
            .Then(frame =>
                DrawFile.Plan(row).ProblemsWith(frame) is { Count: > 0 } problems
                    ? new Outcome<(Frame Frame, Membership Members)>.Refused(problems)
                    : Membership.Of(frame, all).Map(m => (frame, m))
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

    /// <summary>A new ticket code per unit and a new nonce per person.</summary>
    public static (IReadOnlyList<FrameUnit> Units, IReadOnlyList<FrameMemberRow> Members) WithCodes(
        Guid draw,
        Guid municipality,
        IReadOnlyList<UnitToFreeze> units
    )
    {
        var coded = units.Select(unit => (Code: NewCode(), Unit: unit)).ToList();
        return (
            [.. coded.Select(c => new FrameUnit(c.Code, c.Unit.Stratum))],
            [
                .. coded.SelectMany(c =>
                    c.Unit.Persons.Select(person => new FrameMemberRow
                    {
                        DrawRowId = draw,
                        MunicipalityId = municipality,
                        PersonId = person,
                        Pseudonym = c.Code,
                        UnitId = c.Unit.UnitId,
                        Nonce = RandomNumberGenerator.GetBytes(Membership.NonceLength),
                    })
                ),
            ]
        );
    }

    /// <summary>The persons in frames of other cohorts of the trial that were not annulled. A lottery for places draws among people who were drawn before, so it does not count.</summary>
    public static async Task<HashSet<Guid>> PersonsDrawnBefore(ProeftuinDb db, DrawRow row, CancellationToken ct)
    {
        // In a joint experiment the draws are the lead's; the members are always those of the own municipality.
        var earlier = await db.Set<DrawRow>()
            .IgnoreQueryFilters()
            .Where(d =>
                d.Id != row.Id
                && d.ExperimentId == row.ExperimentId
                && d.State != DrawState.Annulled
                && !d.Draw.Contains("-overschrijding-")
            )
            .Select(d => d.Id)
            .ToListAsync(ct);
        return
        [
            .. await db.Set<FrameMemberRow>()
                .Where(m => earlier.Contains(m.DrawRowId))
                .Select(m => m.PersonId)
                .ToListAsync(ct),
        ];
    }

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
