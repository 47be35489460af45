// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Participation;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Participation.Invite;

/// <summary>Makes invitations or reminders for one draw; shows first how many people get one.</summary>
[Requires(Permission.LeadParticipation)]
public sealed class IndexModel(SeeRecruitment see, MakeLetters make) : RecruitmentPage(see)
{
    [BindProperty(SupportsGet = true)]
    public string DrawId { get; set; } = "";

    [BindProperty]
    public LetterKind Kind { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public DateOnly? ClosesOn { get; set; }

    public RecruitedDraw Draw { get; private set; } = null!;

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await Load(ct))
        {
            return NotFound();
        }

        (On, ClosesOn) = (View.Today, View.Today.AddDays(21));
        Kind = Draw.ToInvite > 0 ? LetterKind.Invitation : LetterKind.Reminder;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var made =
            On is { } on && ClosesOn is { } closes
                ? await make.Handle(new(Experiment, DrawId, Kind, on, closes), Actor, ct)
                : new DateMissing();
        var batch = made.Match(id => $"{Address}/brieven/{id}", _ => Address);
        return await Done(made, batch, _ => "De brieven zijn gemaakt. Druk ze hieronder af.", ct);
    }

    protected override async Task<bool> Load(CancellationToken ct)
    {
        if (!await base.Load(ct) || View.Draws.FirstOrDefault(d => d.DrawId == DrawId) is not { } draw)
        {
            return false;
        }

        Draw = draw;
        return true;
    }
}
