// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>
/// Gives everyone who enrolled in an arm a place while there are enough. When there are too few a lottery decides, never a
/// person. After that lottery who enrols late comes behind on the waiting list, in order of enrolment.
/// </summary>
public sealed class DividePlaces(Work work, TimeProvider clock)
{
    public sealed record Command(string Experiment, string Arm, DateOnly On);

    public Task<Outcome<int>> Handle(Command command, Actor actor, CancellationToken ct) =>
        ManyActs.Of(
            work,
            clock,
            command.Experiment,
            actor,
            ("deelname.plaatsen", "Plaatsen geven aan wie zich heeft aangemeld"),
            async (_, recruits) =>
            {
                var places = await PlacesInArm.Of(recruits, command.Arm, ct);
                if (places is not Outcome<PlacesInArm>.Done { Value: var arm })
                {
                    return new Outcome<Planned>.Refused(places.Why);
                }

                var enrolled = await ManyActs.People(
                    recruits.Visible().Where(p => p.DrawnArm == command.Arm && p.State == ParticipationState.Consented),
                    ct
                );
                if (arm.Waiting > 0)
                {
                    return Behind(enrolled, arm, command.On);
                }

                var units = enrolled.Select(p => p.Pseudonym).Distinct(StringComparer.Ordinal).Count();
                return units > arm.Free
                    ? new MoreEnrolledThanPlaces(command.Arm, units, arm.Free)
                    : new Planned(enrolled, person => Admission(person, command.On));
            },
            ct
        );

    /// <summary>A place from this day; a start that is past by then moves to the next first of the month.</summary>
    internal static ParticipationEventRow Admission(ParticipantRow person, DateOnly on) =>
        new()
        {
            Act = ParticipationAct.Admit,
            On = on,
            StartsOn = person.StartsOn > on ? person.StartsOn : new Month(on.Year, on.Month).Plus(1).FirstDay,
        };

    private static Planned Behind(List<ParticipantRow> enrolled, PlacesInArm arm, DateOnly on)
    {
        var ranks = enrolled
            .OrderBy(p => p.ConsentedOn)
            .ThenBy(p => p.Pseudonym, StringComparer.Ordinal)
            .Select(p => p.Pseudonym)
            .Distinct(StringComparer.Ordinal)
            .Select((code, i) => (code, Rank: arm.LastRank + 1 + i))
            .ToDictionary(x => x.code, x => x.Rank, StringComparer.Ordinal);
        return new Planned(
            enrolled,
            person => new ParticipationEventRow
            {
                Act = ParticipationAct.PutOnWaitingList,
                On = on,
                Rank = ranks[person.Pseudonym],
            }
        );
    }
}

/// <summary>How many places of an arm are taken (in units: a couple takes one), how many wait and the last rank.</summary>
internal sealed record PlacesInArm(int Places, int Taken, int Waiting, int LastRank)
{
    public int Free => Math.Max(0, Places - Taken);

    public static async Task<Outcome<PlacesInArm>> Of(Recruits recruits, string arm, CancellationToken ct)
    {
        if (
            recruits.Recorded.Protocol.Draw?.PlacesLotteries.FirstOrDefault(l => l.Arm == arm)
            is not { Maximum: var places }
        )
        {
            return new ArmHasNoLimit(arm);
        }

        var people = await recruits
            .Visible()
            .AsNoTracking()
            .Where(p =>
                p.DrawnArm == arm
                && (
                    p.State == ParticipationState.Admitted
                    || p.State == ParticipationState.Active
                    || p.State == ParticipationState.Waiting
                )
            )
            .Select(p => new
            {
                p.Pseudonym,
                p.State,
                p.WaitingRank,
            })
            .ToListAsync(ct);
        var waiting = people.Where(p => p.State == ParticipationState.Waiting).ToList();
        return new PlacesInArm(
            places,
            people
                .Where(p => p.State != ParticipationState.Waiting)
                .Select(p => p.Pseudonym)
                .Distinct(StringComparer.Ordinal)
                .Count(),
            waiting.Select(p => p.Pseudonym).Distinct(StringComparer.Ordinal).Count(),
            waiting.Max(p => p.WaitingRank) ?? 0
        );
    }
}

/// <summary>The protocol gives this arm no maximum.</summary>
public sealed record ArmHasNoLimit(string Arm) : Refusal
{
    public override string Message =>
        $"Groep '{Arm}' heeft volgens het protocol geen maximum: wie zich aanmeldt, kan starten.";
}

/// <summary>More people enrolled than there are places: lots decide.</summary>
public sealed record MoreEnrolledThanPlaces(string Arm, int Enrolled, int Places) : Refusal
{
    public override string Message =>
        $"Voor groep '{Arm}' zijn {Dutch.Count(Enrolled)} aanmeldingen en {Dutch.Count(Places)} plaatsen vrij. Plan een loting om plaatsen: niemand kiest wie mee mag doen.";
}
