// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Design;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Joint.Invite;

[Requires(Permission.JoinExperiments)]
public sealed class IndexModel(SeeJoint see, InviteMunicipality invite) : ProeftuinPage
{
    [BindProperty(SupportsGet = true)]
    public string Experiment { get; set; } = "";

    [BindProperty]
    public string? Municipality { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        (await see.HandleFor(Experiment, Actor, ct)).IsDone ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var done = await Reason
            .Of(Why)
            .Match(
                reason => invite.Handle(new(Experiment, Municipality, reason), Actor, ct),
                why => Task.FromResult<Outcome<string>>(new Outcome<string>.Refused(why))
            );
        return await Show(
            done,
            name =>
            {
                Notice = $"{name} is uitgenodigd. De projectleider daar geeft antwoord.";
                return Redirect($"/experimenten/{Experiment}/gezamenlijk");
            }
        );
    }
}
