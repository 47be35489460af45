// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Design;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>Opens the guidance of one person: measurements, contacts, and the change since the baseline.</summary>
public sealed class SeeGuidance(Work work, IdentityStore identities, TimeProvider clock)
{
    public sealed record View(
        GuidanceRow Row,
        string? Name,
        GuidanceDesign Design,
        IReadOnlyList<NamedCode> Areas,
        IReadOnlyList<LifeMeasurement> Measurements,
        IReadOnlyList<AreaProgress> Progress,
        IReadOnlyList<GuidanceContactRow> Contacts,
        ContactIntensity Intensity,
        int Days,
        IReadOnlyList<Line> Lines
    );

    /// <summary>One line as it was written down: a measurement or a contact. <paramref name="Wrong"/> says what was wrong with it, when it no longer counts.</summary>
    public sealed record Line(int Number, DateOnly On, string What, string? Wrong);

    public Task<Outcome<View>> Handle(string experiment, Guid id, Actor actor, CancellationToken ct) =>
        new OneCase(work, clock).Read<GuidanceRow, View>(
            new(Permission.SeeProvisionCases, experiment, "voorziening.gelezen", "Begeleiding bekeken"),
            id,
            actor,
            async (db, scope, row) =>
            {
                var found = scope.Has(d => d.Guidance, "intensieve begeleiding");
                if (found is not Outcome<GuidanceDesign>.Done { Value: var design })
                {
                    return new Outcome<View>.Refused(found.Why);
                }

                var areas = design.Areas.Match(known => known, _ => []);
                var measured = await GuidanceLines.Of(db, areas, row.Id, ct);
                var contacts = await db.Set<GuidanceContactRow>()
                    .AsNoTracking()
                    .Where(c => c.GuidanceId == row.Id)
                    .OrderBy(c => c.On)
                    .ThenBy(c => c.Line)
                    .ToListAsync(ct);
                var wrong = await GuidanceLines.Corrected(db, row.Id, ct);
                var written = await GuidanceLines.Written(db, row.Id, ct);
                List<Line> lines =
                [
                    .. written
                        .Select(m => new Line(m.Line, m.On, "meting", wrong.GetValueOrDefault(m.Line)))
                        .Concat(
                            contacts.Select(c => new Line(
                                c.Line,
                                c.On,
                                $"{c.Form}, {Dutch.Count(c.Minutes)} minuten",
                                wrong.GetValueOrDefault(c.Line)
                            ))
                        )
                        .OrderBy(l => l.Number),
                ];
                contacts.RemoveAll(c => wrong.ContainsKey(c.Line));
                var last = row.EndedOn ?? clock.Today();
                return new View(
                    row,
                    (await identities.Reveal(db, [row.PersonId], ct)).GetValueOrDefault(row.PersonId)?.Name,
                    design,
                    areas,
                    measured,
                    GuidanceProgress.Of(areas, measured),
                    contacts,
                    ContactIntensity.Of(design.Forms, [.. contacts.Select(c => (c.Form, c.Minutes))]),
                    last.DayNumber - row.StartedOn.DayNumber,
                    lines
                );
            },
            ct
        );
}
