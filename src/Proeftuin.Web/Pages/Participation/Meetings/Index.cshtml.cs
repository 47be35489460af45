// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Participation;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Participation.Meetings;

/// <summary>The information meetings of an experiment, and a form to plan one.</summary>
[Requires(Permission.LeadParticipation)]
public sealed class IndexModel(SeeRecruitment recruitment, SeeMeetings see, PlanMeeting plan)
    : RecruitmentPage(recruitment)
{
    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? Arm { get; set; }

    [BindProperty]
    public bool Interpreter { get; set; }

    public IReadOnlyList<SeeMeetings.Item> Meetings { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await Done(
            On is { } on
                ? await plan.Handle(new(Experiment, on, Time ?? "", Place ?? "", Arm, Interpreter), Actor, ct)
                : new DateMissing(),
            $"{Address}/bijeenkomsten",
            _ => "De bijeenkomst is gepland en komt in brieven die u hierna maakt.",
            ct
        );

    protected override async Task<bool> Load(CancellationToken ct)
    {
        var meetings = await see.Handle(Experiment, Actor, ct);
        Meetings = meetings.Match(items => items, _ => []);
        return meetings.IsDone && await base.Load(ct);
    }
}
