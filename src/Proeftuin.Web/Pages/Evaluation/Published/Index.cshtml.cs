// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proeftuin.App.Evaluation;
using Proeftuin.Core;
using Proeftuin.Core.Evaluation;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Evaluation.Published;

/// <summary>A published table worked out, for everybody: counts that a municipality made public, no personal data.</summary>
[Public]
public sealed class IndexModel : PageModel
{
    /// <summary>The level of all intervals on the page.</summary>
    private const double Level = 0.95;

    public Publication Publication { get; private set; } = null!;

    public CountsReport Report { get; private set; } = null!;

    public IActionResult OnGet(string name)
    {
        if (Publications.Named(name) is not { } publication)
        {
            return NotFound();
        }

        Publication = publication;
        Report = CountsReport.Of(publication.Counts, publication.Claims, Level).OrThrow();
        return Page();
    }
}
