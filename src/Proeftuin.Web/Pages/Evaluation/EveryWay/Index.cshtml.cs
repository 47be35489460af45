// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proeftuin.App.Evaluation;
using Proeftuin.Core;
using Proeftuin.Core.Evaluation.Ways;
using Proeftuin.Web.Access;
using Every = Proeftuin.Core.Evaluation.Ways.EveryWay;

namespace Proeftuin.Web.Pages.Evaluation.EveryWay;

/// <summary>A published table worked out by every method, one comparison at a time; for everybody.</summary>
[Public]
public sealed class IndexModel : PageModel
{
    /// <summary>The number of the comparison, from 1.</summary>
    [FromQuery(Name = "vergelijking")]
    public int? Chosen { get; set; }

    public Publication Publication { get; private set; } = null!;

    public Every Ways { get; private set; } = null!;

    public ComparedInEveryWay Comparison => Ways.Comparisons[Math.Clamp(Chosen ?? 1, 1, Ways.Comparisons.Count) - 1];

    public IActionResult OnGet(string name)
    {
        if (Publications.Named(name) is not { } publication)
        {
            return NotFound();
        }

        Publication = publication;
        Ways = Every.Of(publication.Counts);
        return Page();
    }

    /// <summary>Six digits: these numbers are to be laid beside those of another program.</summary>
    public static string Digits(double value) => value.ToString("0.000000", Dutch.Numbers);

    public static string Digits(Outcome<double> value) => value.Match(Digits, why => why[0].Message);

    public static string Level(double level) => (level * 100).ToString("0", CultureInfo.InvariantCulture) + "%";
}
