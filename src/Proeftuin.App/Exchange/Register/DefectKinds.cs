// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.App.Exchange.Register;

/// <summary>Every kind of defect a delivery can have.</summary>
public static class DefectKinds
{
    public static readonly DefectKind FileEmpty = new(
        "BESTAND-LEEG",
        "Het bestand is leeg",
        "Maak de uitdraai opnieuw en lever dat bestand aan."
    );
    public static readonly DefectKind FileTooLarge = new(
        "BESTAND-TE-GROOT",
        "Het bestand is te groot",
        "Lever alleen de kolommen uit de handleiding, of splits niet: vraag de beheerder om een hogere grens."
    );
    public static readonly DefectKind FileIsHtml = new(
        "BESTAND-HTML",
        "Dit is een webpagina",
        "Exporteer uit het systeem als CSV of XLSX; een opgeslagen webpagina is geen register."
    );
    public static readonly DefectKind FileIsOldExcel = new(
        "BESTAND-XLS",
        "Dit is een oud of beveiligd Excel-bestand",
        "Open het in Excel, haal het wachtwoord weg en bewaar het als .xlsx of als CSV."
    );
    public static readonly DefectKind FileKindUnknown = new(
        "BESTAND-SOORT",
        "Dit is geen CSV- of XLSX-bestand",
        "Lever een CSV- of XLSX-bestand."
    );
    public static readonly DefectKind FileEncoding = new(
        "BESTAND-CODERING",
        "De tekens zijn niet te lezen",
        "Bewaar het bestand als CSV UTF-8."
    );
    public static readonly DefectKind FileHasNul = new(
        "BESTAND-NUL",
        "Het bestand bevat NUL-tekens",
        "Het bestand is beschadigd of geen tekst. Maak de uitdraai opnieuw."
    );
    public static readonly DefectKind FileSeparator = new(
        "BESTAND-SCHEIDING",
        "Het scheidingsteken is niet herkend",
        "Gebruik een puntkomma, komma of tab tussen de kolommen."
    );
    public static readonly DefectKind FileOnlyHeader = new(
        "BESTAND-ALLEEN-KOP",
        "Er staan geen rijen onder de kopregel",
        "Controleer de selectie in het bronsysteem en maak de uitdraai opnieuw."
    );
    public static readonly DefectKind FileQuotes = new(
        "BESTAND-AANHALING",
        "Een aanhalingsteken klopt niet",
        "Zet tekst met een scheidingsteken tussen dubbele aanhalingstekens en verdubbel een aanhalingsteken in de tekst."
    );
    public static readonly DefectKind XlsxBroken = new(
        "XLSX-KAPOT",
        "Het Excel-bestand is beschadigd",
        "Open het in Excel, bewaar het opnieuw als .xlsx en lever dat aan."
    );
    public static readonly DefectKind XlsxBomb = new(
        "XLSX-OPGEBLAZEN",
        "Het Excel-bestand is uitgepakt veel te groot",
        "Dit bestand wordt niet geopend. Maak de uitdraai opnieuw; lever anders CSV."
    );
    public static readonly DefectKind XlsxMacros = new(
        "XLSX-MACRO",
        "Het Excel-bestand bevat macro's",
        "Bewaar het als gewoon .xlsx-bestand zonder macro's."
    );
    public static readonly DefectKind XlsxFormula = new(
        "XLSX-FORMULE",
        "Een cel bevat een formule",
        "Vervang formules door hun waarden (kopiëren, plakken als waarden)."
    );
    public static readonly DefectKind XlsxSheets = new(
        "XLSX-BLADEN",
        "Het Excel-bestand heeft meer werkbladen",
        "Laat één werkblad over, met het register."
    );
    public static readonly DefectKind XlsxHidden = new(
        "XLSX-VERBORGEN",
        "Er zijn verborgen rijen, kolommen of bladen",
        "Maak alles zichtbaar of verwijder het, zodat u weet wat u aanlevert."
    );
    public static readonly DefectKind XlsxMerged = new(
        "XLSX-SAMENGEVOEGD",
        "Er zijn samengevoegde cellen",
        "Splits samengevoegde cellen; elke rij is één persoon."
    );
    public static readonly DefectKind XlsxLinks = new(
        "XLSX-KOPPELING",
        "Het Excel-bestand verwijst naar andere bestanden",
        "Verbreek de koppelingen en bewaar het bestand opnieuw."
    );
    public static readonly DefectKind XlsxErrorValue = new(
        "XLSX-FOUTWAARDE",
        "Een cel bevat een foutwaarde van Excel",
        "Herstel de cel in het bronbestand."
    );
    public static readonly DefectKind HeaderMissing = new(
        "KOP-ONTBREEKT",
        "De kopregel is niet herkend",
        "Zet de kolomnamen uit de handleiding op de eerste regel."
    );
    public static readonly DefectKind ColumnMissing = new(
        "KOLOM-ONTBREEKT",
        "Een verplichte kolom ontbreekt",
        "Voeg de kolom toe; de naam staat in de handleiding."
    );
    public static readonly DefectKind ColumnTwice = new(
        "KOLOM-DUBBEL",
        "Een kolom komt twee keer voor",
        "Haal één van de twee kolommen weg."
    );
    public static readonly DefectKind ColumnNameless = new(
        "KOLOM-ZONDER-NAAM",
        "Een kolom heeft geen naam",
        "Geef de kolom een naam of haal hem weg."
    );
    public static readonly DefectKind ColumnsTooMany = new(
        "KOLOM-TE-VEEL",
        "Het bestand heeft te veel kolommen",
        "Lever alleen de kolommen uit de handleiding."
    );
    public static readonly DefectKind RowTooShort = new(
        "RIJ-TE-KORT",
        "Een rij heeft te weinig cellen",
        "Controleer of er een regeleinde in een cel staat of een scheidingsteken ontbreekt."
    );
    public static readonly DefectKind RowTooWide = new(
        "RIJ-TE-BREED",
        "Een rij heeft te veel cellen",
        "Controleer of er een scheidingsteken in een cel staat; zet die tekst tussen aanhalingstekens."
    );
    public static readonly DefectKind RowTooLong = new(
        "RIJ-TE-LANG",
        "Een rij is te lang",
        "Waarschijnlijk staat er een aanhalingsteken open. Herstel dat in de bron."
    );
    public static readonly DefectKind RowsTooMany = new(
        "RIJ-TE-VEEL",
        "Het bestand heeft te veel rijen",
        "Lever het register van één gemeente of samenwerking per keer."
    );
    public static readonly DefectKind CellFormula = new(
        "CEL-FORMULE",
        "Een cel begint als een formule",
        "Haal het teken =, +, - of @ aan het begin weg."
    );
    public static readonly DefectKind CellControl = new(
        "CEL-TEKEN",
        "Een cel bevat een onzichtbaar stuurteken",
        "Haal het teken weg in de bron."
    );
    public static readonly DefectKind CellGarbled = new(
        "CEL-VERMINKT",
        "Letters zijn verminkt",
        "Het bestand is met een verkeerde tekenset opgeslagen. Bewaar het opnieuw als CSV UTF-8."
    );
    public static readonly DefectKind CellTooLong = new(
        "CEL-TE-LANG",
        "Een cel is te lang",
        "Kort de tekst in; hier hoort een kort gegeven."
    );
    public static readonly DefectKind CellEmpty = new(
        "CEL-LEEG",
        "Een verplicht gegeven ontbreekt",
        "Vul het gegeven in. Is het echt niet bekend en mag dat volgens de handleiding, schrijf dan 'onbekend'."
    );
    public static readonly DefectKind BsnLength = new(
        "BSN-LENGTE",
        "Een BSN heeft geen negen cijfers",
        "Zoek het nummer na in de bron."
    );
    public static readonly DefectKind BsnElevenTest = new(
        "BSN-ELFPROEF",
        "Een BSN voldoet niet aan de elfproef",
        "Zoek het nummer na in de bron."
    );
    public static readonly DefectKind BsnTwice = new(
        "BSN-DUBBEL",
        "Een BSN komt twee keer voor in één huishouden",
        "Haal de dubbele rij weg of herstel het nummer."
    );
    public static readonly DefectKind BsnInTwoHouseholds = new(
        "BSN-TWEE-HUISHOUDENS",
        "Een persoon staat in twee huishoudens",
        "Zoek uit bij welke uitkering de persoon hoort op de peildatum."
    );
    public static readonly DefectKind HouseholdIsBsn = new(
        "HUISHOUDEN-IS-BSN",
        "Het huishoudnummer is een BSN",
        "Gebruik het nummer van de uitkering. Een BSN mag alleen in de kolom 'bsn' staan."
    );
    public static readonly DefectKind BornInFuture = new(
        "GEBOREN-TOEKOMST",
        "Een geboortedatum ligt na de peildatum",
        "Herstel de geboortedatum of de peildatum."
    );
    public static readonly DefectKind BornBefore1900 = new(
        "GEBOREN-VOOR-1900",
        "Een geboortedatum ligt voor 1900",
        "Herstel de geboortedatum."
    );
    public static readonly DefectKind DateDoesNotExist = new(
        "DATUM-BESTAAT-NIET",
        "Een datum bestaat niet",
        "Herstel de datum in de bron."
    );
    public static readonly DefectKind DateTwoDigitYear = new(
        "DATUM-JAAR-TWEE-CIJFERS",
        "Een jaartal heeft twee cijfers",
        "Schrijf het jaar met vier cijfers; anders is 19 of 20 niet te zien."
    );
    public static readonly DefectKind DateOrder = new(
        "DATUM-VOLGORDE",
        "Een datum lijkt in Amerikaanse volgorde te staan",
        "Schrijf dag-maand-jaar of jaar-maand-dag. Let op: ook de andere datums in dit bestand kunnen verwisseld zijn."
    );
    public static readonly DefectKind DateUnreadable = new(
        "DATUM-ONLEESBAAR",
        "Een datum is niet te lezen",
        "Schrijf bijvoorbeeld 1-7-2017, 2017-07-01 of 1 juli 2017."
    );
    public static readonly DefectKind BenefitInFuture = new(
        "UITKERING-TOEKOMST",
        "Een uitkering begint na de peildatum",
        "Haal de rij weg of herstel de ingangsdatum of de peildatum."
    );
    public static readonly DefectKind BenefitBeforeBirth = new(
        "UITKERING-VOOR-GEBOORTE",
        "Een uitkering begint voor de geboorte",
        "Herstel de geboortedatum of de ingangsdatum."
    );
    public static readonly DefectKind WordUnknown = new(
        "WOORD-ONBEKEND",
        "Een woord is niet herkend",
        "Gebruik een van de woorden uit de handleiding."
    );
    public static readonly DefectKind NumberUnreadable = new(
        "GETAL-ONLEESBAAR",
        "Een aantal is geen getal",
        "Vul een heel getal in, of laat de cel leeg als het niet bekend is."
    );
    public static readonly DefectKind NumberNegative = new(
        "GETAL-NEGATIEF",
        "Een aantal is negatief",
        "Vul 0 of meer in, of laat de cel leeg als het niet bekend is."
    );
    public static readonly DefectKind NumberDecimal = new(
        "GETAL-DECIMAAL",
        "Een aantal is geen heel getal",
        "Vul hele aantallen in, of laat de cel leeg als het niet bekend is."
    );
    public static readonly DefectKind NumberTooLarge = new(
        "GETAL-TE-GROOT",
        "Een aantal is onwaarschijnlijk groot",
        "Controleer het getal in de bron."
    );
    public static readonly DefectKind ExemptionMonthsTooMany = new(
        "VRIJLATING-TE-VEEL",
        "Er zijn meer maanden vrijlating dan de wet toestaat",
        "Controleer de telling in de bron; de maanden tellen over de hele uitkeringsgeschiedenis."
    );
    public static readonly DefectKind MonthsContradict = new(
        "MAANDEN-TEGENSTRIJDIG",
        "De maanden in de bijstand kloppen niet met de ingangsdatum",
        "Herstel de ingangsdatum of het aantal maanden."
    );
    public static readonly DefectKind CoupleOfOne = new(
        "PAAR-MET-EEN",
        "Een stel heeft maar één persoon",
        "Voeg de partner toe of herstel de leefvorm."
    );
    public static readonly DefectKind SingleOfTwo = new(
        "ALLEEN-MET-TWEE",
        "Een alleenstaande heeft twee personen",
        "Herstel de leefvorm of het huishoudnummer."
    );
    public static readonly DefectKind HouseholdTooLarge = new(
        "HUISHOUDEN-TE-GROOT",
        "Een huishouden heeft meer dan twee personen",
        "Alleen wie de uitkering krijgt, hoort in het bestand: geen kinderen of medebewoners."
    );
    public static readonly DefectKind PersonNumberTwice = new(
        "PERSOON-DUBBEL",
        "Een persoonsnummer komt twee keer voor in één huishouden",
        "Geef de aanvrager 1 en de partner 2."
    );
    public static readonly DefectKind BenefitContradicts = new(
        "UITKERING-TEGENSTRIJDIG",
        "Eén huishouden heeft twee verschillende uitkeringen",
        "Eén huishouden is één uitkering: soort en ingangsdatum zijn voor beide personen gelijk."
    );
    public static readonly DefectKind TypeContradicts = new(
        "LEEFVORM-TEGENSTRIJDIG",
        "Eén huishouden heeft twee leefvormen",
        "Geef beide personen dezelfde leefvorm."
    );
    public static readonly DefectKind HouseholdContradicts = new(
        "HUISHOUDEN-TEGENSTRIJDIG",
        "De personen van één huishouden spreken elkaar tegen",
        "Geef beide personen hetzelfde aantal kostendelers en kinderen."
    );
    public static readonly DefectKind HouseholdInTwoMunicipalities = new(
        "GEMEENTE-TWEE",
        "Eén huishouden staat in twee gemeenten",
        "Zoek uit welke gemeente de uitkering betaalt."
    );
    public static readonly DefectKind OtherMunicipality = new(
        "GEMEENTE-ANDERE",
        "Een rij is van een andere gemeente",
        "Lever alleen rijen van de eigen gemeente of van de gemeenten die samen meedoen."
    );
    public static readonly DefectKind ControlTotalWrong = new(
        "TOTAAL-KLOPT-NIET",
        "Een controletotaal klopt niet",
        "Het bestand is niet volledig of het totaal is verkeerd. Maak de uitdraai opnieuw."
    );
    public static readonly DefectKind ControlTotalUnreadable = new(
        "TOTAAL-ONLEESBAAR",
        "Een controleregel is niet te lezen",
        "Schrijf bijvoorbeeld: #controle;huishoudens;502"
    );
    public static readonly DefectKind ReferenceDateMissing = new(
        "PEILDATUM-ONTBREEKT",
        "De peildatum ontbreekt",
        "Vul de dag in waarop de gegevens kloppen."
    );
    public static readonly DefectKind ReferenceDateInFuture = new(
        "PEILDATUM-TOEKOMST",
        "De peildatum ligt in de toekomst",
        "Vul de dag in waarop de uitdraai is gemaakt, niet later dan vandaag."
    );

    /// <summary>All kinds, in ordinal order of their codes.</summary>
    public static readonly IReadOnlyList<DefectKind> All =
    [
        .. typeof(DefectKinds)
            .GetFields()
            .Where(f => f.FieldType == typeof(DefectKind))
            .Select(f => (DefectKind)f.GetValue(null)!)
            .OrderBy(k => k.Code, StringComparer.Ordinal),
    ];
}
