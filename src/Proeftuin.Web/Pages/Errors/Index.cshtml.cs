// SPDX-License-Identifier: EUPL-1.2
using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Errors;

/// <summary>What happened, whether anything was saved, what to do next, and a trace id. Never a stack trace.</summary>
[Public]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class IndexModel : PageModel
{
    public string Heading { get; private set; } = "";
    public string WhatHappened { get; private set; } = "";
    public string WhatNext { get; private set; } = "";
    public string Trace => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public void OnGet(int code) => Explain(code);

    public void OnPost(int code) => Explain(code);

    private void Explain(int code) =>
        (Heading, WhatHappened, WhatNext) = code switch
        {
            400 => (
                "Dit verzoek kan niet worden gelezen",
                "Het formulier is niet volledig aangekomen. Er is niets opgeslagen.",
                "Ga terug, laad de pagina opnieuw en verstuur het formulier nog een keer."
            ),
            403 => (
                "U mag deze pagina niet bekijken",
                "Uw rol geeft geen toegang tot deze pagina. Er is niets opgeslagen.",
                "Hebt u deze toegang nodig? Vraag de beheerder van uw gemeente."
            ),
            404 => (
                "Deze pagina is niet gevonden",
                "Het adres bestaat niet of is niet voor uw gemeente.",
                "Controleer het adres of begin opnieuw bij het begin."
            ),
            413 => ("Het bestand is te groot", "Er is niets opgeslagen.", "Verstuur een kleiner bestand."),
            429 => (
                "Te veel verzoeken",
                "U vroeg in korte tijd te veel op.",
                "Wacht een minuut en probeer het opnieuw."
            ),
            _ => (
                "Er ging iets mis",
                "Door een fout in het programma kon dit niet worden afgerond. Wat u verstuurde is niet opgeslagen.",
                "Probeer het opnieuw. Blijft het misgaan? Geef het kenmerk hieronder door aan de beheerder."
            ),
        };
}
