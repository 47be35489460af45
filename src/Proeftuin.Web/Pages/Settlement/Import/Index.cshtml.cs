// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Settlement;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Settlement.Import;

/// <summary>Delivers a month's income.</summary>
[Requires(Permission.SettleMonths)]
[RequestSizeLimit(MaxRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxRequest)]
public sealed class IndexModel(IncomeInBackground import) : ProeftuinPage
{
    // A little above the reader's own limit, so that the reader can say what is wrong.
    private const long MaxRequest = 110L * 1024 * 1024;

    [BindProperty]
    public IFormFile? Delivery { get; set; }

    [BindProperty]
    public string? DeliveredMonth { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var month = SettlementWords.Read(DeliveredMonth);
        Require(Delivery is { Length: > 0 }, nameof(Delivery), "Kies een bestand.");
        Require(month is not null, nameof(DeliveredMonth), "Vul de maand in als 2018-03.");
        Require(
            Source is { Length: > 0 and <= 200 } && !string.IsNullOrWhiteSpace(Source),
            nameof(Source),
            "Vul in uit welk systeem de uitdraai komt, in ten hoogste 200 tekens."
        );
        if (!ModelState.IsValid)
        {
            return Refused();
        }

        using var bytes = new MemoryStream((int)Delivery!.Length);
        await Delivery.CopyToAsync(bytes, ct);
        var command = new ImportIncome.Command(bytes.ToArray(), month!.Value, Source!.Trim());
        return Redirect($"/verrekenen/voortgang/{await import.Handle(command, Actor, ct)}");
    }

    private void Require(bool isRight, string field, string message)
    {
        if (!isRight)
        {
            ModelState.AddModelError(field, message);
        }
    }
}
