// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>The provisions that keep a file per person.</summary>
public enum ProvisionKind
{
    Premium,
    Guarantee,
    OneDay,
    Guidance,
}

/// <summary>The files of one provision that this account may open, the newest first. Opening the list shows names, so it is recorded.</summary>
public sealed class SeeCases(Work work, IdentityStore identities, TimeProvider clock)
{
    /// <summary>So many files on the list; older ones are found through the person's own file.</summary>
    private const int Most = 200;

    /// <summary>One file. <paramref name="Due"/> is the day by which something must happen; null when nothing must.</summary>
    public sealed record Line(
        Guid Id,
        string? Name,
        DateOnly Since,
        string State,
        DateOnly? Due,
        bool HasLetter = false
    );

    public sealed record View(string Experiment, ProvisionKind Kind, int Total, IReadOnlyList<Line> Lines);

    public Task<Outcome<View>> Handle(string experiment, ProvisionKind kind, Actor actor, CancellationToken ct) =>
        work.Read<View>(
            actor,
            Permission.SeeProvisionCases,
            async (db, entry) =>
            {
                var found = await ProvisionScope.Of(db, experiment, ct);
                if (found is not Outcome<ProvisionScope>.Done { Value: var scope })
                {
                    return new Outcome<View>.Refused(found.Why);
                }

                var (total, lines) = await Lines(db, scope.ExperimentId, kind, actor, ct);
                var who = await identities.Reveal(db, [.. lines.Select(l => l.Person)], ct);
                entry.Record(
                    "voorzieningen.bekeken",
                    $"experiment/{experiment}",
                    Reason.Of("Lijst van dossiers bekeken").OrThrow(),
                    count: lines.Count
                );
                return new View(
                    scope.Recorded.Protocol.Name,
                    kind,
                    total,
                    [.. lines.Select(l => l.Line with { Name = who.GetValueOrDefault(l.Person)?.Name })]
                );
            },
            ct
        );

    private async Task<(int Total, List<(Guid Person, Line Line)> Lines)> Lines(
        ProeftuinDb db,
        Guid experiment,
        ProvisionKind kind,
        Actor actor,
        CancellationToken ct
    ) =>
        kind switch
        {
            ProvisionKind.Premium => await Newest<ExitPremiumRow>(db, experiment, actor, Premium, ct),
            ProvisionKind.Guarantee => await Newest<ReturnGuaranteeRow>(db, experiment, actor, Guarantee, ct),
            ProvisionKind.OneDay => await Newest<OneDayRow>(db, experiment, actor, OneDay, ct),
            ProvisionKind.Guidance => await Newest<GuidanceRow>(db, experiment, actor, Guidance, ct),
        };

    private static async Task<(int Total, List<(Guid Person, Line Line)> Lines)> Newest<TRow>(
        ProeftuinDb db,
        Guid experiment,
        Actor actor,
        Func<TRow, Line> line,
        CancellationToken ct
    )
        where TRow : ProvisionCaseRow
    {
        var all = OneCase.Visible<TRow>(db, experiment, actor).AsNoTracking();
        var rows = await all.OrderByDescending(r => r.RecordedAt)
            .ThenByDescending(r => r.Id)
            .Take(Most)
            .ToListAsync(ct);
        return (
            await all.CountAsync(ct),
            [
                .. rows.Select(r =>
                    (r.PersonId, r.WithdrawnOn is null ? line(r) : line(r) with { State = "ingetrokken", Due = null })
                ),
            ]
        );
    }

    private static Line Premium(ExitPremiumRow row) =>
        new(
            row.Id,
            null,
            row.AppliedOn,
            row.State.Dutch(),
            row.State is PremiumState.Applied ? ProvisionDeadlines.Of(row) : null,
            HasLetter: row.DecidedOn is not null
        );

    private Line Guarantee(ReturnGuaranteeRow row)
    {
        var state = row.Facts().StateOn(clock.Today());
        return new(
            row.Id,
            null,
            row.ExitOn,
            state.Dutch(),
            state switch
            {
                GuaranteeState.Running => row.EndsBefore.AddDays(-1),
                GuaranteeState.Pressed => row.DecideBy,
                GuaranteeState.Restarted or GuaranteeState.FullApplication or GuaranteeState.Expired => null,
            }
        );
    }

    private static Line OneDay(OneDayRow row) =>
        new(
            row.Id,
            null,
            DutchTime.DateOf(row.ReportedAt),
            row.DecidedAt is null
                ? "nog geen besluit"
                : $"{(row.IsGranted ? "toegekend" : "afgewezen")}, {(row.IsWithinADay ? "binnen een dag" : "niet binnen een dag")}",
            row.DecidedAt is null && row.DecideBy is { } by ? DutchTime.DateOf(by) : null
        );

    private static Line Guidance(GuidanceRow row) =>
        new(row.Id, null, row.StartedOn, row.End is { } end ? end.Dutch() : "loopt", null);
}
