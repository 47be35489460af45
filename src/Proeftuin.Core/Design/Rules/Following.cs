// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Design;

/// <summary>Following people is accounted for to themselves: why, on which basis, how they hear, how long, how they object.</summary>
internal static class Following
{
    private static readonly IReadOnlyList<(FollowedAs Who, string Name)> Everybody =
    [
        (FollowedAs.Participant, "deelnemers"),
        (FollowedAs.Decliner, "mensen die niet meedoen"),
        (FollowedAs.Stopped, "mensen die stoppen"),
        (FollowedAs.Reference, "de referentiegroep"),
    ];

    public static IEnumerable<Verdict> IsAccountedFor(Protocol protocol, DesignRule rule)
    {
        foreach (
            var (who, name) in Everybody.Where(e =>
                e.Who is not FollowedAs.Reference || protocol.Has(ArmKind.Reference)
            )
        )
        {
            var gaps = protocol.Followed.FirstOrDefault(f => f.Who == who) is { } group ? Gaps(group) : All;
            if (gaps.Count > 0)
            {
                yield return new Verdict.Broken(
                    $"Voor het volgen van {name} ontbreekt: {string.Join(", ", gaps)}.",
                    "Vul dit bij 'volgen' in, of volg deze mensen niet. Leg het voor aan de functionaris gegevensbescherming."
                );
            }
        }
    }

    private static readonly IReadOnlyList<string> All =
    [
        "doel",
        "grondslag",
        "kennisgeving",
        "bewaartermijn",
        "recht van bezwaar",
    ];

    private static IReadOnlyList<string> Gaps(FollowedGroup group)
    {
        bool[] known =
        [
            group.Purpose.IsKnown,
            group.Basis.IsKnown,
            group.Notice.IsKnown,
            group.Retention.IsKnown,
            group.Objection.IsKnown,
        ];
        return [.. All.Where((_, i) => !known[i])];
    }

    public static IEnumerable<Verdict> ParticipantsHearWhatItMeans(Protocol protocol, DesignRule rule)
    {
        if (protocol.Consequences is Knowable<IReadOnlyList<Note>>.Unknown)
        {
            yield return new Verdict.Broken(
                "Wat meedoen betekent voor toeslagen, minimaregelingen en de terugkeer naar de gewone regels staat er niet.",
                "Vul 'gevolgen_voor_deelnemers' in en vertel het vóór de toestemming en aan het einde."
            );
        }
    }
}
