// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Settlement;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Settlement.Letters;

/// <summary>The letters of a settled month, made for print. Opening them is a ledger event.</summary>
[Requires(Permission.SeeStatements)]
public sealed class IndexModel(PrintStatements print) : ProeftuinPage
{
    /// <summary>"alle" or "veranderd".</summary>
    [FromQuery(Name = "welke")]
    public string? Which { get; set; }

    [FromQuery(Name = "deel")]
    public int? Part { get; set; }

    public PrintStatements.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string month, CancellationToken ct)
    {
        var all = string.Equals(Which, "alle", StringComparison.Ordinal);
        if (
            SettlementWords.Read(month) is not { } which
            || await print.Handle(which, !all, Part ?? 1, Actor, ct)
                is not Outcome<PrintStatements.View>.Done { Value: var view }
        )
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
