// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Register;

namespace Proeftuin.App.Exchange.Facts;

/// <summary>The kinds of defect that only a delivery of facts can have; what is wrong with a file, a cell, a date or a BSN is in <see cref="DefectKinds"/>.</summary>
public static class FactDefects
{
    public static readonly DefectKind KindUnknown = new(
        "FEIT-SOORT",
        "De kolommen horen bij geen soort levering",
        "Gebruik de kolomnamen uit de handleiding voor uitstroom, inkomsten, banen of doelen."
    );
    public static readonly DefectKind SpreadsheetNotRead = new(
        "FEIT-EXCEL",
        "Dit is een Excel-bestand",
        "Bewaar het werkblad als CSV UTF-8 en lever dat aan."
    );
    public static readonly DefectKind PersonUnknown = new(
        "PERSOON-ONBEKEND",
        "Deze persoon staat niet in het register",
        "Controleer het nummer. Hoort de persoon erbij, lees dan eerst een register in waarin hij of zij staat."
    );
    public static readonly DefectKind NotAParticipant = new(
        "PERSOON-NIET-GELOOT",
        "Deze persoon is in dit experiment niet geloot",
        "Doelen horen bij mensen die geloot zijn. Controleer het nummer en het experiment."
    );
    public static readonly DefectKind RowTwice = new(
        "RIJ-DUBBEL",
        "De rij staat er twee keer in",
        "Haal de dubbele rij weg."
    );
    public static readonly DefectKind RowContradicts = new(
        "RIJ-TEGENSPRAAK",
        "Twee rijen spreken elkaar tegen",
        "Zoek in de bron uit welke rij klopt en haal de andere weg."
    );
    public static readonly DefectKind ReasonMissing = new(
        "REDEN-LEEG",
        "De reden van uitstroom ontbreekt",
        "Vul de code in, of 'onbekend' als de reden echt niet bekend is."
    );
    public static readonly DefectKind ReasonUnknown = new(
        "REDEN-ONBEKENDE-CODE",
        "Deze reden staat niet in de lijst",
        "Gebruik een code uit de lijst in de handleiding."
    );
    public static readonly DefectKind ReasonWithReentry = new(
        "REDEN-BIJ-HERINSTROOM",
        "Er staat een reden bij een herinstroom",
        "Laat de reden leeg, of verander de gebeurtenis in uitstroom."
    );
    public static readonly DefectKind InFuture = new(
        "DATUM-TOEKOMST",
        "De datum ligt in de toekomst",
        "Lever feiten aan als ze gebeurd zijn."
    );
    public static readonly DefectKind BeforeBenefit = new(
        "UITSTROOM-VOOR-BEGIN",
        "De gebeurtenis ligt vóór het begin van de uitkering",
        "Controleer de datum, en de ingangsdatum in het register."
    );
    public static readonly DefectKind NoBenefit = new(
        "UITSTROOM-ZONDER-UITKERING",
        "Er is geen uitkering bekend die kan eindigen",
        "Controleer het nummer, of lever eerst de instroom aan (gebeurtenis herinstroom)."
    );
    public static readonly DefectKind LeftAlready = new(
        "UITSTROOM-DUBBEL",
        "De persoon was al uitgestroomd",
        "Lever de herinstroom ertussen mee, of corrigeer de bekende uitstroom op de pagina van de persoon."
    );
    public static readonly DefectKind OtherReason = new(
        "UITSTROOM-ANDERE-REDEN",
        "Deze uitstroom is al bekend met een andere reden",
        "Corrigeer de bekende uitstroom op de pagina van de persoon; daar hoort een reden bij."
    );
    public static readonly DefectKind AmountUnreadable = new(
        "BEDRAG-ONLEESBAAR",
        "Het bedrag is niet te lezen",
        "Schrijf het bedrag als 450,00."
    );
    public static readonly DefectKind AmountNegative = new(
        "BEDRAG-NEGATIEF",
        "Het bedrag is kleiner dan nul",
        "Lever het juiste bedrag van de maand; een correctie is een nieuw bedrag, geen verschil."
    );
    public static readonly DefectKind AmountTooHigh = new(
        "BEDRAG-TE-HOOG",
        "Het bedrag is onwaarschijnlijk hoog",
        "Controleer de komma. Een bedrag boven € 20.000 per maand wordt niet aangenomen."
    );
    public static readonly DefectKind MonthUnreadable = new(
        "MAAND-ONLEESBAAR",
        "De maand is niet te lezen",
        "Schrijf de maand als 2018-03."
    );
    public static readonly DefectKind JobEndsBefore = new(
        "BAAN-EINDE-VOOR-BEGIN",
        "De baan eindigt voor hij begint",
        "Controleer beide datums."
    );
    public static readonly DefectKind GoalUnknown = new(
        "DOEL-ONBEKEND",
        "Dit doel staat niet op de ladder van het protocol",
        "Gebruik de codes van de doelen in het protocol."
    );
    public static readonly DefectKind GoalTwice = new(
        "DOEL-DUBBEL",
        "Een doel staat twee keer in dezelfde cel",
        "Noem elk doel één keer."
    );
    public static readonly DefectKind HighestNotAmong = new(
        "DOEL-HOOGST-NIET-GENOEMD",
        "Het hoogst haalbare doel is niet een van de doelen",
        "Zet het hoogst haalbare doel ook bij de doelen."
    );
}
