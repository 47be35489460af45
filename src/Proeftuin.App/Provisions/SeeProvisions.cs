// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Design;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>The provisions of an experiment in numbers on a day: never who, never one person's story.</summary>
public sealed class SeeProvisions(Work work, TimeProvider clock)
{
    /// <summary>A register to set the premium beside: people on assistance on its reference date.</summary>
    public sealed record Recipients(int Persons, DateOnly On);

    public sealed record View(
        Protocol Protocol,
        ProvisionDesign Design,
        DateOnly On,
        PremiumTally? Premium,
        Recipients? Recipients,
        GuaranteeTally? Guarantee,
        OneDayTally? OneDay,
        SeasonalPattern? SpecialAssistance,
        GuidanceTally? Guidance
    );

    /// <summary><paramref name="on"/> null: today. A later day than today is refused.</summary>
    public Task<Outcome<View>> Handle(string experiment, DateOnly? on, Actor actor, CancellationToken ct) =>
        work.Look<View>(
            actor,
            Permission.SeeProvisions,
            async db =>
            {
                var found = await ProvisionScope.Of(db, experiment, ct);
                if (found is not Outcome<ProvisionScope>.Done { Value: var scope })
                {
                    return new Outcome<View>.Refused(found.Why);
                }

                var day = on ?? clock.Today();
                return day > clock.Today() ? new DayStillToCome(day) : await Count(db, scope, day, ct);
            },
            ct
        );

    private static async Task<View> Count(ProeftuinDb db, ProvisionScope scope, DateOnly day, CancellationToken ct)
    {
        var (design, id) = (scope.Design, scope.ExperimentId);
        var register = await db.Set<RegisterSnapshotRow>()
            .Where(s => s.ReferenceDate <= day)
            .OrderByDescending(s => s.ReferenceDate)
            .ThenByDescending(s => s.ImportedAt)
            .Select(s => new Recipients(s.Persons, s.ReferenceDate))
            .FirstOrDefaultAsync(ct);
        return new View(
            scope.Recorded.Protocol,
            design,
            day,
            design.Premium is null ? null : PremiumTally.Of(await ProvisionCases.Premiums(db, id, ct), day),
            register,
            design.Guarantee is null ? null : GuaranteeTally.Of(await ProvisionCases.Guarantees(db, id, ct), day),
            design.OneDay is null ? null : OneDayTally.Of(await ProvisionCases.OneDays(db, id, ct), day),
            design.SpecialAssistance is { } special
                ? SeasonalPattern.Of(special.Kinds, await ProvisionCases.Applications(db, id, DutchTime.After(day), ct))
                : null,
            design.Guidance is { } guidance
                ? GuidanceTally.Of(guidance, await ProvisionCases.Guidances(db, id, guidance, ct), day)
                : null
        );
    }
}
