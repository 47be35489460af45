// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Participation;

/// <summary>The act does not fit where the person stands on that day.</summary>
public sealed record ActDoesNotFit(ParticipationState State, ParticipationAct Act) : Refusal
{
    public override string Message =>
        $"Deze persoon staat op '{State.Dutch()}'. Daarbij past niet: {Act.Dutch()}. Kijk in het tijdpad of er iets ontbreekt of dubbel staat.";
}

/// <summary>The day has yet to come.</summary>
public sealed record InTheFuture(DateOnly On) : Refusal
{
    public override string Message =>
        $"{Dutch.Date(On)} ligt in de toekomst. Leg pas vast wat er is gebeurd, met de datum waarop het gebeurde.";
}

/// <summary>The day lies before the lot was drawn.</summary>
public sealed record BeforeTheDraw(DateOnly On, DateOnly DrawnOn) : Refusal
{
    public override string Message =>
        $"{Dutch.Date(On)} ligt vóór de loting van {Dutch.Date(DrawnOn)}. Controleer de datum.";
}

/// <summary>The reference arm is never approached.</summary>
public sealed record ReferenceIsNotInvited(string Arm) : Refusal
{
    public override string Message =>
        $"Groep '{Arm}' wordt volgens het protocol niet benaderd: niet uitnodigen en niet aanmelden.";
}

/// <summary>The closing date lies before the letter.</summary>
public sealed record ClosesBeforeSending(DateOnly ClosesOn) : Refusal
{
    public override string Message =>
        $"De sluitingsdatum {Dutch.Date(ClosesOn)} ligt vóór de brief. Kies een latere datum.";
}

/// <summary>Somebody consents who has had no invitation.</summary>
public sealed record NotInvitedYet : Refusal
{
    public override string Message => "Deze persoon is op die dag nog niet uitgenodigd. Leg eerst de uitnodiging vast.";
}

/// <summary>There is a consent already.</summary>
public sealed record AlreadyConsented(DateOnly On) : Refusal
{
    public override string Message =>
        $"Deze persoon heeft zich al aangemeld op {Dutch.Date(On)}. Klopt die regel niet, corrigeer hem dan.";
}

/// <summary>The consent names another arm than the lot.</summary>
public sealed record ConsentToAnotherArm(string Drawn, string Asked) : Refusal
{
    public override string Message =>
        $"Deze persoon is geloot voor groep '{Drawn}' en kan zich niet aanmelden voor '{Asked}'. De loting bepaalt de groep.";
}

/// <summary>In this arm people choose, and the choice is not there or is none of the possible ones.</summary>
public sealed record ChoiceMissing(IReadOnlyList<string> Choices) : Refusal
{
    public override string Message =>
        $"In deze groep kiest iemand zelf. Leg vast welke van deze: {string.Join(", ", Choices)}.";
}

/// <summary>This arm has no choice.</summary>
public sealed record NoFreeChoice(string Arm) : Refusal
{
    public override string Message => $"In groep '{Arm}' valt niets te kiezen; de loting bepaalt de regels.";
}

/// <summary>The choice can no longer be changed.</summary>
public sealed record ChoiceIsFixed : Refusal
{
    public override string Message =>
        "De keuze staat vast: het protocol laat wijzigen na de eigen start niet toe. Deze persoon kan wel stoppen.";
}

/// <summary>A consent without the rules the person agreed to.</summary>
public sealed record RulesVersionMissing : Refusal
{
    public override string Message =>
        "Een aanmelding hoort bij een versie van de spelregels. Kies de spelregels die deze persoon heeft gekregen.";
}

/// <summary>Consent must be given before the own start.</summary>
public sealed record ConsentAfterOwnStart(DateOnly Consent) : Refusal
{
    public override string Message =>
        $"De aanmelding ({Dutch.Date(Consent)}) moet vóór de eigen start liggen. Kies een latere startdatum.";
}

/// <summary>The own start lies after the experiment.</summary>
public sealed record StartsAfterTheEnd(DateOnly Start, DateOnly LastDay) : Refusal
{
    public override string Message =>
        $"De start op {Dutch.Date(Start)} ligt na de laatste dag van het experiment ({Dutch.Date(LastDay)}).";
}

/// <summary>A call-up needs an own start after it.</summary>
public sealed record StartMustBeLater : Refusal
{
    public override string Message => "Geef een startdatum na de dag van de oproep.";
}

/// <summary>The arm has limited places and nobody decided about this person's place.</summary>
public sealed record PlaceNotDecided(int Places) : Refusal
{
    public override string Message =>
        $"Deze groep heeft {Dutch.Count(Places)} plaatsen. Verdeel eerst de plaatsen; daarna kan deze persoon starten.";
}

/// <summary>Somebody who never said yes cannot stop.</summary>
public sealed record NeverTookPart(ParticipationState State) : Refusal
{
    public override string Message =>
        $"Deze persoon ({State.Dutch()}) heeft zich niet aangemeld en kan dus niet stoppen. Bezwaar tegen het volgen van gegevens kan wel worden vastgelegd.";
}

/// <summary>The choice about the data is missing.</summary>
public sealed record DataChoiceMissing : Refusal
{
    public override string Message => "Leg vast wat deze persoon wil met de gegevens.";
}

/// <summary>Nobody completes before the last day.</summary>
public sealed record NotAtTheEndYet(DateOnly LastDay) : Refusal
{
    public override string Message =>
        $"Het experiment loopt tot en met {Dutch.Date(LastDay)}. Afronden kan vanaf die dag; wie eerder weggaat, stopt.";
}

/// <summary>The line to take back is not there, is a retraction itself or was taken back before.</summary>
public sealed record NoLineToRetract(int Sequence) : Refusal
{
    public override string Message =>
        $"Regel {Dutch.Count(Sequence)} kan niet worden ingetrokken: hij bestaat niet of is al ingetrokken.";
}

/// <summary>With this line a later one would make no sense.</summary>
public sealed record LaterLineNoLongerFits(ParticipationAct Act, DateOnly On) : Refusal
{
    public override string Message =>
        $"Dit past niet bij een latere regel: '{Act.Happened()}' op {Dutch.Date(On)}. Trek die regel eerst in, of controleer de datum.";
}
