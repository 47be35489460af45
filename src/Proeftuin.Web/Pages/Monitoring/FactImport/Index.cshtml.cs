// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Proeftuin.App.Design;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Monitoring;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Monitoring;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Monitoring.FactImport;

[Requires(Permission.ImportFacts)]
[RequestSizeLimit(MaxRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxRequest)]
public sealed class IndexModel(FactsInBackground import, SeeExperiments experiments) : ProeftuinPage
{
    // A little above the reader's own limit, so that the reader can say what is wrong.
    private const long MaxRequest = 110L * 1024 * 1024;

    [BindProperty]
    public IFormFile? Delivery { get; set; }

    [BindProperty]
    public string? DeliveredMonth { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? Slug { get; set; }

    public IReadOnlyList<SelectListItem> Experiments { get; private set; } = [];

    public static IReadOnlyList<ExitReason> Reasons => ExitReasonsFile.Shipped().All;

    public Task OnGetAsync(CancellationToken ct) => Load(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var isMonth = DateOnly.TryParseExact(
            DeliveredMonth?.Trim(),
            "yyyy-MM",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var month
        );
        Require(Delivery is { Length: > 0 }, nameof(Delivery), "Kies een bestand.");
        Require(isMonth, nameof(DeliveredMonth), "Vul de maand in als 2018-03.");
        Require(!string.IsNullOrWhiteSpace(Source), nameof(Source), "Vul in uit welk systeem de uitdraai komt.");
        Require(
            Source is null or { Length: <= 200 },
            nameof(Source),
            "De bron is langer dan 200 tekens. Maak hem korter."
        );
        if (!ModelState.IsValid)
        {
            await Load(ct);
            return Refused();
        }

        using var bytes = new MemoryStream((int)Delivery!.Length);
        await Delivery.CopyToAsync(bytes, ct);
        var command = new ImportFacts.Command(bytes.ToArray(), Month.Of(month), Source!.Trim(), Slug);
        return Redirect($"/feiten/voortgang/{await import.Handle(command, Actor, ct)}");
    }

    private async Task Load(CancellationToken ct) =>
        Experiments = (await experiments.Handle(Actor, ct)).Match<IReadOnlyList<SelectListItem>>(
            list => [.. list.Select(e => new SelectListItem(e.Name, e.Slug))],
            _ => []
        );

    private void Require(bool isRight, string field, string message)
    {
        if (!isRight)
        {
            ModelState.AddModelError(field, message);
        }
    }
}
