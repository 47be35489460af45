// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Participation;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Participation.Overview;

/// <summary>How recruiting stands and the acts for many people at once.</summary>
[Requires(Permission.LeadParticipation)]
public sealed class IndexModel(
    SeeRecruitment see,
    CloseReplies close,
    StartParticipants start,
    CompleteParticipants complete
) : RecruitmentPage(see)
{
    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct) =>
        await Done(
            await close.Handle(new(Experiment), Actor, ct),
            Address,
            n => $"Vastgelegd: {Dutch.Count(n)} mensen antwoordden niet.",
            ct
        );

    public async Task<IActionResult> OnPostStartAsync(CancellationToken ct) =>
        await Done(
            await start.Handle(new(Experiment), Actor, ct),
            Address,
            n => $"{Dutch.Count(n)} mensen zijn begonnen.",
            ct
        );

    public async Task<IActionResult> OnPostCompleteAsync(CancellationToken ct) =>
        await Done(
            await complete.Handle(new(Experiment), Actor, ct),
            Address,
            n => $"{Dutch.Count(n)} mensen hebben het afgerond.",
            ct
        );
}
