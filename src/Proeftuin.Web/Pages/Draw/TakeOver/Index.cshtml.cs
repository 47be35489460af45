// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Draw;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Draw.TakeOver;

/// <summary>The project lead of a partner municipality takes over the outcome for the own people.</summary>
[Requires(Permission.JoinExperiments)]
public sealed class IndexModel(SeeDraw see, TakeOverDraw takeOver) : DrawPage(see)
{
    [BindProperty]
    public string? Why { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowDraw(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var done = await Reason
            .Of(Why)
            .Match(
                reason => takeOver.Handle(new(DrawId, reason), Actor, ct),
                why => Task.FromResult<Outcome<long>>(new Outcome<long>.Refused(why))
            );
        return await Finish(
            done,
            people => $"De uitslag is overgenomen: {Dutch.Count(people)} mensen van uw gemeente zijn geloot.",
            ct
        );
    }
}
