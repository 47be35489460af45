// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Screening;
using Proeftuin.App.Storage;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Register.Accepted;

[Requires(Permission.ImportRegister)]
public sealed class IndexModel(SeeSnapshots see) : ProeftuinPage
{
    public RegisterSnapshotRow Snapshot { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid snapshot, CancellationToken ct)
    {
        if (await see.Handle(snapshot, Actor, ct) is not Core.Outcome<RegisterSnapshotRow>.Done { Value: var row })
        {
            return NotFound();
        }

        Snapshot = row;
        return Page();
    }
}
