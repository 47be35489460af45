// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Draw;

/// <summary>Freezes the frame of a lottery for places: the closed list of ticket codes of the people who enrolled in an arm that has too few places.</summary>
public sealed class FreezeEnrolments(Work work, TimeProvider clock)
{
    /// <summary>Without <paramref name="TicketCodes"/> the list is everyone who consented and has no place yet; with them (enrolments kept elsewhere) it is these codes of the parent draw, one per line, in any order.</summary>
    public sealed record Command(string DrawId, string? TicketCodes, Reason Reason);

    private const int MostLines = 100_000;

    public Task<Outcome<FrozenFrame>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<FrozenFrame>(
            actor,
            Permission.ConductDraw,
            async (db, entry) =>
            {
                var found = await DrawFile.Find(db, command.DrawId, ct);
                if (found is not Outcome<DrawRow>.Done { Value: var row })
                {
                    return new Outcome<FrozenFrame>.Refused(found.Why);
                }

                var enrolled = string.IsNullOrWhiteSpace(command.TicketCodes)
                    ? await Consented(db, row, ct)
                    : Codes(command.TicketCodes);
                if (enrolled is not Outcome<IReadOnlyList<string>>.Done { Value: var codes })
                {
                    return new Outcome<FrozenFrame>.Refused(enrolled.Why);
                }

                var units = await UnitsBehind(db, row, codes, ct);
                if (units is not Outcome<IReadOnlyList<UnitToFreeze>>.Done { Value: var known })
                {
                    return new Outcome<FrozenFrame>.Refused(units.Why);
                }

                var counts = new Reconciliation(known.Count, 0, 0, known.Count);
                var frozen = await Freezing.Freeze(db, row, known, Contributions.None, counts, clock.GetUtcNow(), ct);
                entry.Record("loting.bevroren", DrawFile.Subject(row.DrawId), command.Reason, row.ManifestSha256);
                return frozen;
            },
            ct
        );

    /// <summary>The codes of everyone who said yes in this arm and has neither a place nor a rank.</summary>
    private static async Task<Outcome<IReadOnlyList<string>>> Consented(
        ProeftuinDb db,
        DrawRow row,
        CancellationToken ct
    )
    {
        var id = DrawFile.Plan(row).Id;
        if (id.PlacesIn is not { } arm)
        {
            return new NotALotteryForPlaces(row.DrawId);
        }

        if (await Parent(db, id, ct) is not { } parent)
        {
            return new ParentNotPublished(ParentName(id));
        }

        var codes = await db.Set<ParticipantRow>()
            .Where(p => p.DrawRowId == parent.Id && p.DrawnArm == arm && p.State == ParticipationState.Consented)
            .Select(p => p.Pseudonym)
            .Distinct()
            .OrderBy(code => code)
            .ToListAsync(ct);
        return codes.Count == 0 ? new NobodyEnrolled(arm) : codes;
    }

    private static Task<DrawRow?> Parent(ProeftuinDb db, DrawId id, CancellationToken ct)
    {
        var name = ParentName(id);
        return db.Set<DrawRow>().SingleOrDefaultAsync(d => d.Draw == name && d.State == DrawState.Published, ct);
    }

    private static string ParentName(DrawId id) =>
        id.Draw[..id.Draw.IndexOf("-overschrijding-", StringComparison.Ordinal)];

    private static Outcome<IReadOnlyList<string>> Codes(string text)
    {
        var lines = text.Split('\n').Select(line => line.Trim()).ToList();
        if (lines.Count > MostLines)
        {
            return new EnrolmentUnknown(MostLines + 1, "de lijst is te lang");
        }

        var codes = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Length == 0)
            {
                continue;
            }

            if (TicketCode.Read(lines[i]) is not { } code)
            {
                return new EnrolmentUnknown(i + 1, "dit is geen lotcode van 20 tekens");
            }

            if (!seen.Add(code))
            {
                return new EnrolmentUnknown(i + 1, "deze lotcode staat er twee keer in");
            }

            codes.Add(code);
        }

        return codes;
    }

    private static async Task<Outcome<IReadOnlyList<UnitToFreeze>>> UnitsBehind(
        ProeftuinDb db,
        DrawRow row,
        IReadOnlyList<string> codes,
        CancellationToken ct
    )
    {
        var id = DrawFile.Plan(row).Id;
        if (id.PlacesIn is not { } arm)
        {
            return new NotALotteryForPlaces(row.DrawId);
        }

        if (await Parent(db, id, ct) is not { } parent)
        {
            return new ParentNotPublished(ParentName(id));
        }

        var places = await db.Set<PlacementRow>()
            .AsNoTracking()
            .Where(p => p.DrawRowId == parent.Id && p.Arm == arm)
            .ToDictionaryAsync(p => p.Pseudonym, StringComparer.Ordinal, ct);
        var members = (
            await db.Set<FrameMemberRow>().AsNoTracking().Where(m => m.DrawRowId == parent.Id).ToListAsync(ct)
        ).ToLookup(m => m.Pseudonym, StringComparer.Ordinal);
        var units = new List<UnitToFreeze>();
        for (var i = 0; i < codes.Count; i++)
        {
            if (!places.TryGetValue(codes[i], out var place))
            {
                return new EnrolmentUnknown(
                    i + 1,
                    $"deze lotcode is bij {ParentName(id)} niet in groep '{arm}' geloot"
                );
            }

            var behind = members[codes[i]].ToList();
            if (behind.Count == 0)
            {
                return new EnrolmentOfPartner(i + 1);
            }

            units.Add(new UnitToFreeze(behind[0].UnitId, place.Stratum, [.. behind.Select(m => m.PersonId)]));
        }

        return units;
    }
}

/// <summary>A line of the list of enrolments is not a unit of the parent's arm.</summary>
public sealed record EnrolmentUnknown(int Line, string What) : Refusal
{
    public override string Message =>
        $"Aanmelding {Dutch.Count(Line)}: {What}. Verbeter de lijst; er is niets bevroren.";
}

/// <summary>Nobody who can get a place has enrolled.</summary>
public sealed record NobodyEnrolled(string Arm) : Refusal
{
    public override string Message =>
        $"Voor groep '{Arm}' staat bij deelname niemand als aangemeld zonder plaats. Leg eerst de aanmeldingen vast, of vul de lotcodes zelf in.";
}

/// <summary>The ticket code belongs to somebody of the partner municipality, and this lottery does not reach over municipalities.</summary>
public sealed record EnrolmentOfPartner(int Line) : Refusal
{
    public override string Message =>
        $"Aanmelding {Dutch.Count(Line)} is van iemand uit de andere gemeente. Een loting om plaatsen over twee gemeenten kan nog niet; er is niets bevroren.";
}

/// <summary>The draw is not a lottery for places.</summary>
public sealed record NotALotteryForPlaces(string DrawId) : Refusal
{
    public override string Message =>
        $"Loting {DrawId} is geen loting om plaatsen. Bevries de lijst uit een screening.";
}

/// <summary>The draw among whose people places are drawn has not been published.</summary>
public sealed record ParentNotPublished(string Parent) : Refusal
{
    public override string Message =>
        $"Loting {Parent} is nog niet gepubliceerd; daarvoor kan niet om plaatsen worden geloot.";
}
