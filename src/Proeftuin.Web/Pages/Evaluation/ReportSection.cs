// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Web.Pages.Evaluation;

/// <summary>A section of an evaluation with a page of its own: the word in its address, its title, and what a reader finds there.</summary>
public sealed record ReportSection(string Code, string Title, string About)
{
    public static IReadOnlyList<ReportSection> All { get; } =
    [
        new(
            "uitkomsten",
            "Alle uitkomsten",
            "elke uitkomst van het plan: iedereen die geloot is, wie begon, wie niet stopte, en het effect van meedoen"
        ),
        new("mensen", "Wie geloot is, en van wie de uitkomst ontbreekt", "uitval per groep, en wat die kan uitmaken"),
        new("maanden", "Per maand", "het verschil tussen de groepen, elke maand opnieuw"),
        new("uitstroom", "Uitstroom door de tijd", "nog in de bijstand, naar werk, en om andere redenen"),
        new("deelgroepen", "Deelgroepen", "naar leeftijd, geslacht, opleiding, uitkeringsduur en afstand tot werk"),
        new("niet-geloot", "Naast mensen die niet meededen", "zoals zij zijn, en gekoppeld op kenmerken; niet geloot"),
        new("anders-gerekend", "Anders gerekend", "of het antwoord aan een keuze hangt"),
    ];

    /// <summary>The section with this word in its address; null when there is none.</summary>
    public static ReportSection? Named(string code) =>
        All.FirstOrDefault(s => string.Equals(s.Code, code, StringComparison.Ordinal));
}
