// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Screening;
using Proeftuin.App.Storage;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Register;

[Requires(Permission.ImportRegister)]
public sealed class IndexModel(SeeSnapshots see) : ProeftuinPage
{
    public IReadOnlyList<RegisterSnapshotRow> Snapshots { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await Show(
            await see.Handle(Actor, ct),
            snapshots =>
            {
                Snapshots = snapshots;
                return Page();
            }
        );
}
