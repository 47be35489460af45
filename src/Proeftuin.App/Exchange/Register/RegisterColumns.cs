// SPDX-License-Identifier: EUPL-1.2
using System.Buffers;
using System.Text;
using static Proeftuin.App.Exchange.Register.RegisterField;

namespace Proeftuin.App.Exchange.Register;

/// <summary>The one table of columns. The order in a file is free; capitals, spaces and punctuation in a header do not matter.</summary>
public static class RegisterColumns
{
    private const string YesNo = "ja of nee; leeg is onbekend";

    public static readonly IReadOnlyList<RegisterColumn> All =
    [
        new(
            Household,
            "huishouden",
            true,
            "nummer van de uitkering; nooit een BSN",
            "huishoudnummer",
            "uitkeringsnummer",
            "dossiernummer",
            "uitkering nr"
        ),
        new(
            PersonNumber,
            "persoon",
            true,
            "1 voor de aanvrager, 2 voor de partner",
            "persoon volgnummer",
            "volgnummer",
            "rol"
        ),
        new(RegisterField.Bsn, "bsn", true, "burgerservicenummer, negen cijfers", "burgerservicenummer", "sofinummer"),
        new(Name, "naam", true, "gaat alleen naar de identiteitskluis", "volledige naam", "achternaam"),
        new(Address, "adres", false, "gaat alleen naar de identiteitskluis", "woonadres"),
        new(Born, "geboortedatum", true, "datum, of 'onbekend'", "geb datum", "geboren", "gebdat"),
        new(
            HouseholdType,
            "leefvorm",
            true,
            "alleenstaand, alleenstaande ouder, gehuwd/samenwonend, of 'onbekend'",
            "huishoudtype",
            "leefsituatie"
        ),
        new(
            Benefit,
            "uitkeringssoort",
            true,
            "Pw, Bbz, IOAW, IOAZ, of 'onbekend'",
            "soort uitkering",
            "regeling",
            "uitkering"
        ),
        new(
            BenefitSince,
            "ingangsdatum",
            true,
            "eerste dag van de lopende uitkering, of 'onbekend'",
            "ingangsdatum uitkering",
            "uitkering sinds",
            "begindatum uitkering",
            "startdatum uitkering"
        ),
        new(
            ExemptArticle9Lid2,
            "ontheffing 9 lid 2",
            true,
            $"tijdelijke ontheffing; {YesNo}",
            "ontheffing art 9 lid 2",
            "tijdelijke ontheffing",
            "ontheffing artikel 9 lid 2"
        ),
        new(
            ExemptArticle9Lid5,
            "ontheffing 9 lid 5",
            false,
            $"volledig en duurzaam arbeidsongeschikt; {YesNo}",
            "ontheffing art 9 lid 5",
            "ontheffing artikel 9 lid 5"
        ),
        new(
            ExemptArticle9a,
            "ontheffing 9a",
            false,
            $"alleenstaande ouder met kind tot vijf jaar; {YesNo}",
            "ontheffing art 9a",
            "ontheffing artikel 9a"
        ),
        new(Wsnp, "wsnp", true, $"in de wettelijke schuldsanering; {YesNo}", "schuldsanering", "in wsnp"),
        new(
            Institution,
            "inrichting",
            true,
            $"verblijf in een inrichting; {YesNo}",
            "verblijf in inrichting",
            "in inrichting"
        ),
        new(
            CostSharers,
            "kostendelers",
            false,
            "aantal kostendelende medebewoners; leeg is onbekend",
            "aantal kostendelers",
            "kostendelende medebewoners"
        ),
        new(
            ChildrenUnder12,
            "kinderen onder 12",
            false,
            "aantal kinderen jonger dan 12; leeg is onbekend",
            "aantal kinderen onder 12",
            "kinderen jonger dan 12"
        ),
        new(MedicallyHoursLimited, "medisch urenbeperkt", false, YesNo, "medische urenbeperking", "urenbeperkt"),
        new(
            WageSubsidyTargetGroup,
            "doelgroep loonkostensubsidie",
            false,
            YesNo,
            "loonkostensubsidie",
            "doelgroep lks"
        ),
        new(
            ExemptionMonthsN,
            "maanden vrijlating n",
            false,
            "gebruikte maanden, artikel 31 lid 2 onder n; leeg is onbekend, nooit 0",
            "vrijlating n",
            "maanden n"
        ),
        new(
            ExemptionMonthsR,
            "maanden vrijlating r",
            false,
            "gebruikte maanden, onder r; leeg is onbekend, nooit 0",
            "vrijlating r",
            "maanden r"
        ),
        new(
            ExemptionMonthsY,
            "maanden vrijlating y",
            false,
            "gebruikte maanden, onder y; leeg is onbekend, nooit 0",
            "vrijlating y",
            "maanden y"
        ),
        new(
            ExemptionMonthsZ,
            "maanden vrijlating z/aa",
            false,
            "gebruikte maanden, onder z of aa; leeg is onbekend, nooit 0",
            "vrijlating z",
            "vrijlating z/aa",
            "maanden z",
            "maanden vrijlating z"
        ),
        new(CaseManager, "klantmanager", false, "code of naam van de klantmanager", "consulent", "casemanager"),
        new(Sex, "geslacht", false, "man, vrouw, anders, of leeg", "m/v"),
        new(Education, "opleiding", false, "basis, laag, midden, hoog, of leeg", "opleidingsniveau"),
        new(
            MonthsOnBenefit,
            "maanden in de bijstand",
            false,
            "aantal maanden in totaal; leeg is onbekend",
            "maanden bijstand",
            "bijstandsduur in maanden"
        ),
        new(
            DistanceToWork,
            "afstand tot de arbeidsmarkt",
            false,
            "klein, middel, groot, of leeg",
            "afstand arbeidsmarkt",
            "afstand tot werk"
        ),
        new(
            Municipality,
            "gemeente",
            false,
            "nodig als de levering van meer gemeenten is",
            "gemeentenaam",
            "woongemeente"
        ),
    ];

    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    private static readonly Dictionary<string, RegisterColumn> ByName = Index();

    private static readonly Dictionary<RegisterField, RegisterColumn> ByField = All.ToDictionary(c => c.Field);

    public static RegisterColumn Of(RegisterField field) => ByField[field];

    public static string HeaderOf(RegisterField field) => ByField[field].Header;

    /// <summary>The column that a header means; null when it is not one of ours.</summary>
    public static RegisterColumn? Recognise(string header) => ByName.GetValueOrDefault(Normal(header));

    /// <summary>Letters and digits in lower case: "Geb.datum" and "geb datum" are the same.</summary>
    public static string Normal(string header)
    {
        if (!header.AsSpan().ContainsAnyExcept(Plain))
        {
            return header;
        }

        var normal = new StringBuilder(header.Length);
        foreach (var c in header)
        {
            if (char.IsLetterOrDigit(c))
            {
                normal.Append(char.ToLowerInvariant(c));
            }
        }

        return normal.ToString();
    }

    private static Dictionary<string, RegisterColumn> Index()
    {
        var index = new Dictionary<string, RegisterColumn>(StringComparer.Ordinal);
        foreach (var column in All)
        {
            index.Add(Normal(column.Header), column);
            foreach (var synonym in column.Synonyms)
            {
                index.Add(Normal(synonym), column);
            }
        }

        return index;
    }
}
