// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Accounts;
using Proeftuin.App.Storage;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Access.ChooseMunicipality;

[SignedIn]
public sealed class IndexModel(OpenMunicipality municipalities) : ProeftuinPage
{
    [BindProperty]
    public Guid Municipality { get; set; }

    public IReadOnlyList<MunicipalityAccess> Municipalities { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => Load(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await municipalities.Handle(User.AccountId(), Municipality, User.WithCode(), ct);
        if (outcome.IsDone)
        {
            await HttpContext.Begin(
                User.AccountId(),
                User.FindFirst(ActorClaims.Stamp)!.Value,
                Municipality,
                User.WithCode()
            );
            return LocalRedirect("/");
        }

        if (outcome.Why is [SecondFactorNeeded])
        {
            return LocalRedirect("/tweede-stap/instellen");
        }

        return await Show(outcome, _ => Page(), () => Load(ct));
    }

    private async Task Load(CancellationToken ct) =>
        Municipalities = (await municipalities.Standing(User.AccountId(), ct))?.Municipalities ?? [];
}
