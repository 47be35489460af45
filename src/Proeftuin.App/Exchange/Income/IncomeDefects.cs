// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Register;

namespace Proeftuin.App.Exchange.Income;

/// <summary>The kinds of defect that only a delivery of income can have; the others are in <see cref="DefectKinds"/> and <see cref="Facts.FactDefects"/>.</summary>
public static class IncomeDefects
{
    public static readonly DefectKind SpreadsheetNotRead = new(
        "INKOMEN-EXCEL",
        "Dit is een Excel-bestand",
        "Bewaar het werkblad als CSV UTF-8 en lever dat aan."
    );
    public static readonly DefectKind ColumnUnknown = new(
        "KOLOM-ONBEKEND",
        "Een kolom hoort niet in deze levering",
        "Haal de kolom weg, of gebruik de naam uit de handleiding. Een onbekende kolom wordt niet stil overgeslagen."
    );
    public static readonly DefectKind OtherMonth = new(
        "MAAND-NA-LEVERING",
        "De maand ligt na de maand van de levering",
        "Controleer de maand van de levering en die van de rij."
    );
    public static readonly DefectKind TooLongAgo = new(
        "MAAND-TE-OUD",
        "De maand ligt meer dan tien jaar terug",
        "Controleer het jaartal."
    );
    public static readonly DefectKind BeforeBenefit = new(
        "MAAND-VOOR-UITKERING",
        "De maand ligt voor het begin van de uitkering",
        "Inkomen van voor de uitkering wordt niet verrekend. Controleer de maand en de ingangsdatum."
    );
    public static readonly DefectKind PeriodNeeded = new(
        "PERIODE-LEEG",
        "De eerste dag van de periode ontbreekt",
        "Vul bij loon per week en per vier weken de eerste dag van de periode in."
    );
    public static readonly DefectKind PeriodElsewhere = new(
        "PERIODE-ANDERE-MAAND",
        "De periode valt niet in de maand",
        "De eerste of de laatste dag van de periode moet in de maand liggen."
    );
    public static readonly DefectKind PeriodNotFirst = new(
        "PERIODE-NIET-EERSTE",
        "Een maandloon begint niet op de eerste van de maand",
        "Laat de eerste dag leeg, of geef het loon op per week of per vier weken."
    );
    public static readonly DefectKind PeriodOverlaps = new(
        "PERIODE-OVERLAP",
        "Twee perioden van dezelfde werkgever overlappen",
        "Controleer de eerste dagen. Elke dag kan maar in één periode vallen."
    );
    public static readonly DefectKind SickSinceMissing = new(
        "ZIEK-SINDS-LEEG",
        "Bij loon tijdens ziekte ontbreekt de eerste ziektedag",
        "Vul 'ziek sinds' in; zonder die dag is niet te zeggen of het inkomen uit arbeid is."
    );
    public static readonly DefectKind SickSinceLater = new(
        "ZIEK-SINDS-LATER",
        "De eerste ziektedag ligt na de periode",
        "Controleer de eerste ziektedag."
    );
    public static readonly DefectKind SickSinceElsewhere = new(
        "ZIEK-SINDS-ANDERE-SOORT",
        "Er staat een ziektedag bij een andere soort inkomen",
        "Laat 'ziek sinds' leeg, of kies 'loon bij ziekte'."
    );
    public static readonly DefectKind InternshipNotJudged = new(
        "STAGE-NIET-BEOORDEELD",
        "Bij een stage staat niet of zij feitelijk loon is",
        "Vul 'feitelijk loon' in met ja of nee."
    );
    public static readonly DefectKind WagesElsewhere = new(
        "FEITELIJK-LOON-ANDERE-SOORT",
        "'Feitelijk loon' is ingevuld bij een andere soort dan stage",
        "Laat de cel leeg, of kies 'stage'."
    );
    public static readonly DefectKind HolidayPayElsewhere = new(
        "VAKANTIEGELD-GEEN-LOON",
        "Er staat vakantiegeld of een reservering bij iets dat geen loon is",
        "Geef dat bedrag op bij het loon waar het bij hoort."
    );
    public static readonly DefectKind TravelAboveNet = new(
        "REISKOSTEN-TE-HOOG",
        "De reiskosten zijn hoger dan het loon",
        "Controleer de komma in het bedrag."
    );
    public static readonly DefectKind JobEndsBefore = new(
        "BAAN-EINDE-VOOR-PERIODE",
        "De baan eindigt voor de periode waarover is betaald",
        "Controleer de laatste dag van de baan en de periode."
    );
    public static readonly DefectKind IssuedBeforePeriod = new(
        "STROOK-VOOR-PERIODE",
        "De loonstrook is ouder dan de periode",
        "Een echte strook komt niet voor het begin van de periode. Controleer de datum, of zet schatting op ja."
    );
    public static readonly DefectKind SlipTwice = new(
        "STROOK-DUBBEL",
        "Hetzelfde kenmerk staat bij twee mensen",
        "Een loonstrook is van één persoon. Controleer het kenmerk en het BSN."
    );
    public static readonly DefectKind SlipIsBsn = new(
        "STROOK-IS-BSN",
        "Het kenmerk of de werkgever lijkt een BSN",
        "Gebruik een ander kenmerk. Een BSN mag alleen in de kolom 'bsn' staan."
    );
    public static readonly DefectKind OtherScheme = new(
        "UITKERING-ANDERE-REGELING",
        "Deze persoon krijgt geen bijstand van de Participatiewet",
        "Proeftuin verrekent alleen bijstand. Lever deze persoon aan bij de andere regeling."
    );
    public static readonly DefectKind KnownContradicts = new(
        "STROOK-TEGENSPRAAK",
        "Er is al een opgave met dezelfde datum en andere gegevens",
        "Vraag na welke klopt, en lever die aan met de datum van de nieuwe strook."
    );
}
