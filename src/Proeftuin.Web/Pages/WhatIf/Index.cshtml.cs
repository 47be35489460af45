// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Proeftuin.App.Settlement;
using Proeftuin.App.WhatIf;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Settlement.WhatIf;
using Proeftuin.Web.Access;
using Proeftuin.Web.Charts;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.WhatIf;

/// <summary>What would another rule cost nationally, and who gains? About invented people; every number stands in the address and nothing is stored.</summary>
[Requires(Permission.SeeExperiments)]
public sealed class IndexModel : ProeftuinPage
{
    /// <summary>One calculation at a time: it uses every core for a moment, and another one can wait that long.</summary>
    private static readonly SemaphoreSlim OneAtATime = new(1);

    [BindProperty(SupportsGet = true, Name = "maand")]
    public string? MonthText { get; set; }

    [BindProperty(SupportsGet = true, Name = "artikel")]
    public string? Article { get; set; }

    [BindProperty(SupportsGet = true, Name = "percentage")]
    public string? Share { get; set; }

    [BindProperty(SupportsGet = true, Name = "maximum")]
    public string? Maximum { get; set; }

    [BindProperty(SupportsGet = true, Name = "maanden")]
    public string? Months { get; set; }

    [BindProperty(SupportsGet = true, Name = "leeftijd")]
    public string? Age { get; set; }

    [BindProperty(SupportsGet = true, Name = "opnieuw")]
    public string? Restart { get; set; }

    public WhatIfAnswer? Answer { get; private set; }

    public WhatIfRow Row => Answer!.Alternatives.Single();

    public static IEnumerable<SelectListItem> Articles =>
        [
            new("de wet van die maand", ""),
            new("artikel 31: onderdeel n, en daarna r, y, z en aa", "31"),
            new("artikel 34a, zoals vanaf 2027", "34a"),
        ];

    public static IEnumerable<SelectListItem> Restarts =>
        [
            new("nooit", "nooit"),
            new("iedereen begint met nul gebruikte maanden", "bij_begin"),
            new("bij een nieuwe baan, als de maanden op zijn", "bij_nieuwe_baan"),
        ];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var asked = Request.Query.Count > 0;
        MonthText ??= "2026-01";
        if (!asked)
        {
            return Page();
        }

        var (month, share, maximum) = (MonthOf(), ShareOf(), MaximumOf());
        var (months, age) = (Whole("maanden", Months), Whole("leeftijd", Age));
        if (!ModelState.IsValid)
        {
            return Refused();
        }

        var rule = WhatIfRule.Of(
            "Uw regel",
            Article switch
            {
                "31" => WhatIfArticle.Article31,
                "34a" => WhatIfArticle.Article34a,
                _ => null,
            },
            share,
            maximum,
            months,
            age,
            WhatIfRulesFile.Restarts.All.FirstOrDefault(r => r.Word == Restart).Meaning
        );
        await OneAtATime.WaitAsync(ct);
        try
        {
            var answer = await Task.Run(
                () => rule.Then(r => RunWhatIf.Handle(new("Wat als", month, [r]), MadePopulation.National, ct)),
                ct
            );
            return await Show(
                answer,
                done =>
                {
                    Answer = done;
                    return Page();
                }
            );
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>What is wrong with a field, to stand beside it.</summary>
    public string? Fault(string field) =>
        ModelState.TryGetValue(field, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    public IHtmlContent Curve() =>
        LineChart.Draw(
            "overhouden",
            "Wat een alleenstaande in de eerste maand overhoudt van loon",
            string.Join(
                ' ',
                CurveRows().Select(r => $"Bij {r.Pay} loon: onder de wet {r.Law}, onder uw regel {r.Rule}.")
            ),
            [new("onder de wet", Answer!.Law.KeptByPay), new("onder uw regel", Row.KeptByPay)]
        );

    /// <summary>The points of the picture at every hundred euros.</summary>
    public IEnumerable<(Eur Pay, Eur Law, Eur Rule)> CurveRows() =>
        Answer!
            .Law.KeptByPay.Zip(Row.KeptByPay)
            .Where(p => p.First.Pay > Eur.Zero && p.First.Pay.Cents % 10_000 == 0)
            .Select(p => (p.First.Pay, p.First.Kept, p.Second.Kept));

    public IHtmlContent Effects() =>
        CountBars.Draw(
            "verdeling",
            "Huishoudens naar verschil in bijstand per maand",
            [
                .. Row.Effect!.Bands.Select(b =>
                    (WhatIfWords.Band(b), (long)b.Households, b.From < Eur.Zero || b.From is null)
                ),
            ]
        );

    private Month MonthOf()
    {
        if (
            DateOnly.TryParseExact(
                MonthText + "-01",
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var first
            )
        )
        {
            return Month.Of(first);
        }

        ModelState.AddModelError("maand", "Schrijf de maand als 2026-01 (jaar en maand).");
        return MadePopulation.Start;
    }

    private long? ShareOf()
    {
        if (string.IsNullOrWhiteSpace(Share))
        {
            return null;
        }

        if (
            decimal.TryParse(
                Share.Trim().Replace(',', '.'),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var percent
            )
            && percent <= 100
            && percent * 10 % 1 == 0
        )
        {
            return (long)(percent * 100);
        }

        ModelState.AddModelError("percentage", "Schrijf een percentage van 0 tot en met 100, zoals 25 of 12,5.");
        return null;
    }

    private Eur? MaximumOf()
    {
        if (string.IsNullOrWhiteSpace(Maximum))
        {
            return null;
        }

        if (string.Equals(Maximum.Trim(), "geen", StringComparison.OrdinalIgnoreCase))
        {
            return WhatIfRule.NoMaximum;
        }

        if (EuroText.Read(Maximum) is { } amount)
        {
            return amount;
        }

        ModelState.AddModelError("maximum", "Schrijf een bedrag als 199 of 199,00, of het woord geen.");
        return null;
    }

    private int? Whole(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        ModelState.AddModelError(field, "Schrijf een geheel getal, zoals 24.");
        return null;
    }
}
