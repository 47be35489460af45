// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Design;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Design;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Joint.Answer;

/// <summary>The partner reads what joining means and says yes or no.</summary>
[Requires(Permission.JoinExperiments)]
public sealed class IndexModel(SeeJoint see, AnswerInvitation answer) : ProeftuinPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public JointView Invitation { get; private set; } = null!;

    public bool IsOpen => Invitation.State == JointState.Proposed;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Load(ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken ct) => Answered(accept: true, ct);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken ct) => Answered(accept: false, ct);

    private async Task<IActionResult> Answered(bool accept, CancellationToken ct)
    {
        if (!await Load(ct))
        {
            return NotFound();
        }

        var done = await Reason
            .Of(Why)
            .Match(
                reason => answer.Handle(new(Id, accept, reason), Actor, ct),
                why => Task.FromResult<Outcome<string?>>(new Outcome<string?>.Refused(why))
            );
        return await Show(
            done,
            slug =>
            {
                Notice = slug is null
                    ? "U hebt de uitnodiging afgewezen."
                    : "U doet mee. Het experiment staat nu ook bij uw gemeente, met hetzelfde protocol.";
                return Redirect(slug is null ? "/gezamenlijk" : $"/experimenten/{slug}/gezamenlijk");
            }
        );
    }

    private async Task<bool> Load(CancellationToken ct)
    {
        var all = (await see.Handle(Actor, ct)).Match(found => found, _ => []);
        Invitation = all.FirstOrDefault(a => a.Id == Id && !a.WeLead)!;
        return Invitation is not null;
    }
}
