// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Monitoring;

/// <summary>What a figure means, written once: on the screen, in a document and in the handbook it is the same text.</summary>
public sealed record Definition(string Code, string Name, string Text, string OutOf)
{
    public static readonly Definition IntentionToTreat = new(
        "iedereen-geloot",
        "Iedereen die geloot is",
        "Iedereen die voor de groep is geloot telt mee: ook wie nee zei, niet antwoordde, door een latere loting geen plaats kreeg of stopte. Stoppen met meedoen beëindigt de telling niet. Trok iemand de gegevens in of wordt iemand niet meer gevolgd, dan blijft die mens in het aantal en ontbreekt de uitkomst. De uitstroom telt vanaf de dag van de loting.",
        "iedereen die voor de groep is geloot en van wie de uitkomst bekend is"
    );

    public static readonly Definition Participants = new(
        "begonnen",
        "Wie begon",
        "Alleen mensen die op de teldatum echt waren begonnen, ook als zij later stopten. Zij kozen zelf om mee te doen; een verschil met anderen kan daar ook van komen. De uitstroom telt vanaf het eigen begin.",
        "wie in de groep begon en van wie de uitkomst bekend is"
    );

    public static readonly Definition DidNotStop = new(
        "niet-gestopt",
        "Wie begon en niet stopte",
        "Wie begon, zonder wie op de teldatum was gestopt. Dit is de noemer die Wageningen publiceerde. Wie stopte valt weg, dus deze percentages kunnen te mooi of te somber zijn.",
        "wie in de groep begon en op de teldatum niet was gestopt"
    );

    public static readonly Definition NotDrawn = new(
        "niet-geloot",
        "Niet geloot",
        "Mensen uit de doelgroep van dezelfde screening die geen lot kregen. Zij worden gevolgd vanaf de eerste loting. Een vergelijking met hen is geen vergelijking door loting.",
        "wie niet is geloot en van wie de uitkomst bekend is"
    );

    public static readonly Definition Gross = new(
        "bruto",
        "Uitstroom naar werk, bruto",
        "Mensen van wie de uitkering op of voor de teldatum minstens één keer eindigde met als reden werk in loondienst of als zelfstandige. Ieder mens telt één keer. De eerste dag zonder bijstand is de dag van de uitstroom.",
        "mensen van wie de uitkomst bekend is"
    );

    public static readonly Definition Net = new(
        "netto",
        "Uitstroom naar werk, netto",
        "Van de mensen die bruto meetellen: wie op de teldatum zelf geen bijstand heeft. Uitstroom, terugkeer en weer uitstroom telt dus netto mee; uitstroom en terugkeer niet.",
        "mensen van wie de uitkomst bekend is"
    );

    public static readonly Definition National = new(
        "landelijk",
        "Landelijke maat",
        "Mensen die een maand na het einde van hun uitkering een baan hebben en geen bijstand. Zo telt het CBS volledige uitstroom naar werk (dashboard Cohortonderzoek uitstroom bijstand naar werk, technische toelichting). De reden van uitstroom doet hier niet mee. Ligt die maand na de teldatum, dan is het nog niet te zeggen. Zonder gegevens over banen is er geen cijfer.",
        "mensen van wie de uitkomst bekend is"
    );

    public static readonly Definition Left = new(
        "uitgestroomd",
        "Niet meer in de bijstand",
        "Mensen die op de teldatum geen bijstand hebben, om welke reden dan ook. De reden in de tabel is die van de laatste uitstroom.",
        "mensen van wie de uitkomst bekend is"
    );

    public static readonly Definition PerMonth = new(
        "per-maand",
        "Opgeteld per maand",
        "Aan het einde van elke kalendermaand: wie tot dan toe bruto uitstroomde, en wie daarvan op dat moment geen bijstand had. Een uitstroom op 1 december hoort bij november. De laatste maand is gelijk aan de tabel.",
        "mensen van wie de uitkomst bekend is"
    );

    public static readonly Definition SinceStart = new(
        "sinds-begin",
        "Sinds het eigen begin",
        "Wie later begon, is minder lang gevolgd. Daarom staat hier per maand sinds het eigen begin (of sinds de loting) hoeveel mensen zo lang zijn gevolgd en hoeveel van hen toen waren uitgestroomd.",
        "wie minstens zoveel hele maanden is gevolgd"
    );

    public static readonly Definition PartTime = new(
        "parttime",
        "Parttime werk",
        "Het deel van de mensen met bijstand in een maand dat in die maand inkomsten uit werk heeft die met de bijstand worden verrekend.",
        "wie in die maand minstens een dag bijstand had"
    );

    public static readonly Definition MeanEarnings = new(
        "gemiddeld",
        "Gemiddelde inkomsten",
        "De geregistreerde netto inkomsten die in de maand worden verrekend, gedeeld door het aantal mensen met zulke inkomsten. Op hele centen afgerond.",
        "mensen met inkomsten in die maand"
    );

    public static readonly Definition Goals = new(
        "doelen",
        "Doelen",
        "Bij elke deelnemer kunnen meer doelen tegelijk staan; de aantallen per doel tellen daarom op tot meer dan het aantal mensen. Het hoogst haalbare doel staat één keer per deelnemer. 'Kansrijk' is het oordeel dat bij het bepalen van de doelen is vastgelegd.",
        "wie in de groep begon, zonder wie de gegevens introk"
    );

    public static readonly Definition Takers = new(
        "deelnemers",
        "Deelnemers, gestopt en uitgestroomd",
        "Wie begon staat in precies één kolom: gestopt, of anders niet meer in de bijstand, of anders nog in de bijstand. Wie stopte en ook uitstroomde, staat bij gestopt.",
        "wie in de groep begon"
    );
}
