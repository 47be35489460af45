// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Settlement;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Settlement.Letter;

/// <summary>The statement as a letter to print: what, how much, by which article, and how and until when to object.</summary>
[Requires(Permission.SeeStatements)]
public sealed class IndexModel(SeeStatement see) : ProeftuinPage
{
    public SeeStatement.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid statement, CancellationToken ct)
    {
        if (await see.Handle(statement, Actor, ct) is not Outcome<SeeStatement.View>.Done { Value: var view })
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
