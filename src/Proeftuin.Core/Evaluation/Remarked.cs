// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Evaluation;

/// <summary>What a published table leaves out or does not add up to.</summary>
internal static class Remarked
{
    public static IReadOnlyList<Remark> On(PublishedCounts counts)
    {
        var byLot = counts.Groups.Where(g => g.Randomised).ToList();
        return
        [
            .. LeftOut(byLot),
            .. IsIntentionToTreat(byLot)
                ? Array.Empty<Remark>()
                : [new IntentionToTreatNotEstimable(byLot.Count > 0 && byLot.All(g => g.Drawn is not null))],
            .. counts.Groups.Where(g => !g.Randomised).Select(g => new NotRandomisedGroup(g.Name)),
            .. counts.Groups.Any(g => g.Role is GroupRole.Control) ? Array.Empty<Remark>() : [new NoControlArm()],
            .. counts.Groups.SelectMany(AddUp),
        ];
    }

    /// <summary>Everyone who was drawn is in the table, if need be as a missing outcome.</summary>
    private static bool IsIntentionToTreat(IReadOnlyList<PublishedGroup> byLot) =>
        byLot.Count > 0 && byLot.All(g => g.Drawn is { } drawn && drawn == g.Size + (g.Missing ?? 0));

    private static IEnumerable<Remark> LeftOut(IReadOnlyList<PublishedGroup> byLot)
    {
        var known = byLot.Where(g => g is { Started: not null, Stopped: not null }).ToList();
        var (started, stopped, counted) = (
            known.Sum(g => g.Started!.Value),
            known.Sum(g => g.Stopped!.Value),
            known.Sum(g => g.Size)
        );
        return stopped > 0 && counted == started - stopped ? [new StoppedAreLeftOut(stopped, started, counted)] : [];
    }

    private static IEnumerable<Remark> AddUp(PublishedGroup group) =>
        group is { Started: { } started, Stopped: { } stopped, ExitedAll: { } exited, OnBenefitAtEnd: { } still }
        && started != stopped + exited + still
            ? [new ParticipantsDoNotAddUp(group.Name, started, stopped + exited + still)]
            : [];
}
