// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Identity;
using Proeftuin.App.Monitoring;
using Proeftuin.App.Storage;
using Proeftuin.Core.Draw;
using Proeftuin.Core.Evaluation.Data;
using Proeftuin.Core.Monitoring;
using Proeftuin.Core.Screening;

namespace Proeftuin.App.Evaluation;

/// <summary>Makes the data of an evaluation from what was recorded before a moment: everyone drawn and the rest of the target group, no name and no BSN.</summary>
internal sealed class BuildStudyData(ProeftuinDb db, MonitorScope scope, DateTimeOffset knownBefore, KeyRing keys)
{
    public async Task<StudyData> Make(CancellationToken ct)
    {
        var asKnown = scope with { KnownBefore = knownBefore };
        var people = await KnownFacts.People(db, asKnown, null, ct);
        var lots = await Lots(ct);
        var places = await Places(ct);
        var traits = await Traits(ct);
        var pseudonyms = StudyPseudonyms.For(keys, scope.Recorded.ExperimentId, scope.CountDate, knownBefore);
        var months = AsStudyData.Months(scope.Plan, scope.CountDate);
        return new StudyData
        {
            Experiment = scope.Recorded.Slug,
            ProtocolSha256 = scope.Recorded.Sha256,
            CountDate = scope.CountDate,
            KnownOn = scope.KnownOn,
            FollowedFrom = scope.Plan.FollowedFrom,
            Months = months,
            Reasons = [.. scope.Plan.Reasons.All.Select(r => new StudyReason(r.Code, r.Name, r.ToWork))],
            People =
            [
                .. people
                    .Select(p => Row(p, lots, places, traits, pseudonyms, months))
                    .OrderBy(p => p.Pseudonym, StringComparer.Ordinal),
            ],
        };
    }

    private StudyPerson Row(
        FollowedPeople.Person person,
        Dictionary<Guid, Lot> lots,
        Dictionary<Guid, PlacesLot> places,
        Dictionary<Guid, Known> traits,
        StudyPseudonyms pseudonyms,
        IReadOnlyList<Core.Month> months
    )
    {
        var lot = person.Followed.Arm is null ? null : lots.GetValueOrDefault(person.Id);
        var known = traits.GetValueOrDefault(person.Id);
        return AsStudyData.Of(
            person.Followed,
            new Enlisted(
                pseudonyms.Of("persoon", person.Id.ToString("N")),
                pseudonyms.Of("eenheid", lot?.Unit ?? (known?.Household ?? person.Id).ToString("N")),
                lot?.Draw,
                places.GetValueOrDefault(person.Id),
                lot?.ConsentedOn is { } day && day <= scope.KnownOn ? day : null,
                known?.On(person.Followed.FollowedFrom) ?? Core.Evaluation.Data.Traits.NotKnown
            ),
            scope.Plan,
            scope.CountDate,
            months
        );
    }

    private sealed record Lot(string Unit, string Draw, DateOnly? ConsentedOn);

    private async Task<Dictionary<Guid, Lot>> Lots(CancellationToken ct)
    {
        var rows = await db.Set<ParticipantRow>()
            .AsNoTracking()
            .Where(p => p.ExperimentId == scope.Recorded.ExperimentId)
            .Join(
                db.Set<DrawRow>().IgnoreQueryFilters(),
                p => p.DrawRowId,
                d => d.Id,
                (p, d) =>
                    new
                    {
                        p.PersonId,
                        p.UnitId,
                        d.Draw,
                        p.ConsentedOn,
                    }
            )
            .ToListAsync(ct);
        return rows.GroupBy(r => r.PersonId)
            .ToDictionary(g => g.Key, g => g.OrderBy(r => r.Draw, StringComparer.Ordinal).First())
            .ToDictionary(r => r.Key, r => new Lot(r.Value.UnitId, r.Value.Draw, r.Value.ConsentedOn));
    }

    /// <summary>A lottery for places has no screening: its list is who enrolled.</summary>
    private async Task<Dictionary<Guid, PlacesLot>> Places(CancellationToken ct)
    {
        var rows = await (
            from draw in db.Set<DrawRow>()
            join member in db.Set<FrameMemberRow>() on draw.Id equals member.DrawRowId
            join place in db.Set<PlacementRow>()
                on new { member.DrawRowId, member.Pseudonym } equals new { place.DrawRowId, place.Pseudonym }
            where draw.ExperimentId == scope.Recorded.ExperimentId
            where draw.PublishedAt != null && draw.PublishedAt < knownBefore && draw.ScreeningId == null
            where place.Arm == Assignment.Admitted || place.Arm == Assignment.WaitingList
            orderby draw.DrawId
            select new { member.PersonId, place.Arm }
        ).ToListAsync(ct);
        return rows.GroupBy(r => r.PersonId)
            .ToDictionary(
                g => g.Key,
                g =>
                    string.Equals(g.First().Arm, Assignment.Admitted, StringComparison.Ordinal)
                        ? PlacesLot.Admitted
                        : PlacesLot.Waiting
            );
    }

    /// <summary>What the register knew, at the first screening from which was drawn and in which the person stands.</summary>
    private sealed record Known(
        Guid Household,
        DateOnly? Born,
        Sex Sex,
        EducationLevel Education,
        int? MonthsOnBenefit,
        DistanceToWork Distance
    )
    {
        public Traits On(DateOnly day) =>
            new(
                Born is { } born ? day.Year - born.Year - (day < born.AddYears(day.Year - born.Year) ? 1 : 0) : null,
                Sex switch
                {
                    Sex.Unknown => null,
                    Sex.Female => "vrouw",
                    Sex.Male => "man",
                    Sex.Other => "anders",
                },
                Education switch
                {
                    EducationLevel.Unknown => null,
                    EducationLevel.Primary => "basis",
                    EducationLevel.Lower => "laag",
                    EducationLevel.Middle => "midden",
                    EducationLevel.Higher => "hoog",
                },
                MonthsOnBenefit,
                Distance switch
                {
                    DistanceToWork.Unknown => null,
                    DistanceToWork.Small => "klein",
                    DistanceToWork.Medium => "middel",
                    DistanceToWork.Large => "groot",
                }
            );
    }

    private async Task<Dictionary<Guid, Known>> Traits(CancellationToken ct)
    {
        var snapshots = await (
            from draw in db.Set<DrawRow>()
            join screening in db.Set<ScreeningRow>() on draw.ScreeningId equals screening.Id
            join snapshot in db.Set<RegisterSnapshotRow>() on screening.SnapshotId equals snapshot.Id
            where draw.ExperimentId == scope.Recorded.ExperimentId
            where draw.PublishedAt != null && draw.PublishedAt < knownBefore
            orderby snapshot.ReferenceDate, snapshot.ImportedAt
            select snapshot.Id
        ).ToListAsync(ct);
        var known = new Dictionary<Guid, Known>();
        foreach (var snapshot in snapshots.Distinct())
        {
            var rows = db.Set<RegisterPersonRow>()
                .AsNoTracking()
                .Where(p => p.SnapshotId == snapshot)
                .Select(p => new
                {
                    p.PersonId,
                    Traits = new Known(p.HouseholdId, p.Born, p.Sex, p.Education, p.MonthsOnBenefit, p.DistanceToWork),
                });
            await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
            {
                known.TryAdd(row.PersonId, row.Traits);
            }
        }

        return known;
    }
}
