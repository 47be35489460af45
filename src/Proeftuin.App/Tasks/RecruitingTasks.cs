// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Participation;
using Proeftuin.Core;

namespace Proeftuin.App.Tasks;

/// <summary>What recruiting asks of the project lead now, read from where people stand.</summary>
internal static class RecruitingTasks
{
    /// <summary>So many days before the first day of the experiment silence becomes a task.</summary>
    private const int Near = 21;

    public static IEnumerable<OpenTask> Of(SeeRecruitment.View view)
    {
        var protocol = view.Recorded.Protocol;
        var address = $"/experimenten/{protocol.Slug}/deelname";
        foreach (var draw in view.Draws.Where(d => d.ToInvite > 0))
        {
            yield return new(
                $"Nodig {Dutch.Count(draw.ToInvite)} mensen uit",
                protocol.Name,
                $"{address}/uitnodigen/{draw.DrawId}"
            );
        }

        if (view.Silent > 0)
        {
            yield return new(
                $"Leg vast wie niet antwoordde: {Dutch.Count(view.Silent)} mensen",
                protocol.Name,
                address
            );
        }

        foreach (var draw in view.Draws.Where(d => d.ToAnswer > view.Silent && StartIsNear(view)))
        {
            yield return new(
                $"De start is nabij en {Dutch.Count(draw.ToAnswer)} mensen antwoordden nog niet: herinner hen",
                protocol.Name,
                $"{address}/uitnodigen/{draw.DrawId}"
            );
        }

        foreach (var arm in view.Places)
        {
            if (Wanted(arm) is { } what)
            {
                yield return new(what, protocol.Name, $"{address}/plaatsen");
            }
        }

        if (view.ReadyToStart > 0)
        {
            yield return new($"Leg de start vast van {Dutch.Count(view.ReadyToStart)} mensen", protocol.Name, address);
        }

        if (view.ReadyToComplete > 0)
        {
            yield return new(
                $"Rond de deelname van {Dutch.Count(view.ReadyToComplete)} mensen af",
                protocol.Name,
                address
            );
        }
    }

    private static string? Wanted(ArmPlaces arm) =>
        arm.Enrolled > arm.Free && arm.Waiting == 0
            ? $"Plan een loting om plaatsen: {Dutch.Count(arm.Enrolled)} aanmeldingen voor {arm.Name}"
        : arm.Enrolled > 0 ? $"Geef plaatsen in {arm.Name}: {Dutch.Count(arm.Enrolled)} aanmeldingen"
        : arm is { Waiting: > 0, Free: > 0 } ? $"Roep mensen op van de wachtlijst van {arm.Name}"
        : null;

    private static bool StartIsNear(SeeRecruitment.View view) =>
        view.Recorded.Protocol.Run.Match(
            run => view.Today < run.From && run.From <= view.Today.AddDays(Near),
            _ => false
        );
}
