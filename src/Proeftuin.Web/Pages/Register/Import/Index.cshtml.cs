// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Screening;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Register.Import;

[Requires(Permission.ImportRegister)]
[RequestSizeLimit(MaxRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxRequest)]
public sealed class IndexModel(ImportInBackground import) : ProeftuinPage
{
    // A little above the reader's own limit, so that the reader can say what is wrong.
    private const long MaxRequest = 110L * 1024 * 1024;

    [BindProperty]
    public IFormFile? Delivery { get; set; }

    [BindProperty]
    public DateOnly? ReferenceDate { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? Municipalities { get; set; }

    [BindProperty]
    public int? Households { get; set; }

    [BindProperty]
    public int? Persons { get; set; }

    [BindProperty]
    public bool AcceptOlder { get; set; }

    public void OnGet() => Municipalities = User.FindFirst(ActorClaims.MunicipalityName)?.Value;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Require(Delivery is { Length: > 0 }, nameof(Delivery), "Kies een bestand.");
        Require(ReferenceDate is not null || Has(nameof(ReferenceDate)), nameof(ReferenceDate), "Vul de peildatum in.");
        Require(!string.IsNullOrWhiteSpace(Source), nameof(Source), "Vul in uit welk systeem de uitdraai komt.");
        Require(
            Source is null or { Length: <= 200 },
            nameof(Source),
            "De bron is langer dan 200 tekens. Maak hem korter."
        );
        if (!ModelState.IsValid)
        {
            return Refused();
        }

        using var bytes = new MemoryStream((int)Delivery!.Length);
        await Delivery.CopyToAsync(bytes, ct);
        var names = (Municipalities ?? "").Split(
            ',',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        var command = new ImportRegister.Command(
            bytes.ToArray(),
            ReferenceDate,
            Source!.Trim(),
            names,
            new ControlTotals(Households, Persons, null),
            AcceptOlder
        );
        return Redirect($"/register/voortgang/{await import.Handle(command, Actor, ct)}");
    }

    private bool Has(string field) => ModelState[field] is { Errors.Count: > 0 };

    private void Require(bool isRight, string field, string message)
    {
        if (!isRight)
        {
            ModelState.AddModelError(field, message);
        }
    }
}
