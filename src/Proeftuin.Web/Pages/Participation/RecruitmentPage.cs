// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Participation;
using Proeftuin.Core;

namespace Proeftuin.Web.Pages.Participation;

/// <summary>A page of the project lead about many people at once: counts, no names.</summary>
public abstract class RecruitmentPage(SeeRecruitment see) : ParticipationPage
{
    public SeeRecruitment.View View { get; private set; } = null!;

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Load(ct) ? Page() : NotFound();

    protected async Task<IActionResult> Done<T>(
        Outcome<T> outcome,
        string address,
        Func<T, string> notice,
        CancellationToken ct
    ) => !await Load(ct) ? NotFound() : await Finish(outcome, address, notice, () => Task.CompletedTask);

    protected virtual async Task<bool> Load(CancellationToken ct)
    {
        if (await see.Handle(Experiment, Actor, ct) is not Outcome<SeeRecruitment.View>.Done { Value: var view })
        {
            return false;
        }

        View = view;
        return true;
    }
}
