// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Draw;

/// <summary>The moment of the public value is less than 24 hours away.</summary>
public sealed record MomentTooNear(DateTimeOffset Moment) : Refusal
{
    public override string Message =>
        $"De openbare waarde valt op {UtcMoment.Write(Moment)}. Kies een moment dat minstens 24 uur na nu ligt, zodat de vastlegging eerst kan worden gepubliceerd.";
}

/// <summary>The drand round is not the first one at the committed moment.</summary>
public sealed record RoundNotAtMoment(long Round, long Expected) : Refusal
{
    public override string Message =>
        $"Drand-ronde {Round.ToString(System.Globalization.CultureInfo.InvariantCulture)} hoort niet bij het gekozen moment; dat is ronde {Expected.ToString(System.Globalization.CultureInfo.InvariantCulture)}.";
}

/// <summary>The source of the public value is not described.</summary>
public sealed record EntropySourceMissing : Refusal
{
    public override string Message =>
        "Beschrijf op één regel (hoogstens 300 tekens) waar de openbare waarde vandaan komt, zodat iedereen haar zelf kan ophalen.";
}

/// <summary>Another attempt at the same draw is still open: two at once would let somebody choose.</summary>
public sealed record AnotherAttemptIsOpen(DrawId Open) : Refusal
{
    public override string Message =>
        $"Loting {Open} loopt nog. Een nieuwe poging kan pas als die nietig is verklaard; twee tegelijk zou kiezen mogelijk maken.";
}

/// <summary>Where the record was published is not filled in.</summary>
public sealed record PublicationPlaceMissing : Refusal
{
    public override string Message =>
        "Vul op één regel in waar de vastlegging is gepubliceerd, bijvoorbeeld het nummer van het gemeenteblad.";
}

/// <summary>Less than 24 hours are left before the public value.</summary>
public sealed record PublishedTooLate(DateTimeOffset Moment) : Refusal
{
    public override string Message =>
        $"De openbare waarde valt op {UtcMoment.Write(Moment)}; dat is binnen 24 uur. Deze publicatie komt te laat. Verklaar de loting nietig en doe een nieuwe poging.";
}

/// <summary>The moment of the public value has not come.</summary>
public sealed record BeforeTheMoment(DateTimeOffset Moment) : Refusal
{
    public override string Message =>
        $"Dit kan pas na {UtcMoment.Write(Moment)}, het vastgelegde moment van de openbare waarde.";
}

/// <summary>No holder of this name is in the committed record.</summary>
public sealed record HolderUnknown(string Holder) : Refusal
{
    public override string Message => $"'{Holder}' is geen houder in de vastlegging van deze loting.";
}

/// <summary>The opened secret is not the one that was promised.</summary>
public sealed record SecretNotAsPromised(string Holder) : Refusal
{
    public override string Message =>
        $"Dit geheim hoort niet bij de gepubliceerde toezegging van {Holder}. Controleer of het goed is overgetypt; een ander geheim kan niet.";
}

/// <summary>The same person typed the public value twice.</summary>
public sealed record SamePersonTypedTwice : Refusal
{
    public override string Message =>
        "U hebt de openbare waarde al ingevoerd. Nu moet een tweede persoon dat doen, zonder uw invoer te zien.";
}

/// <summary>One or more holders have not opened their secret; nothing replaces it.</summary>
public sealed record SecretsMissing(IReadOnlyList<string> Holders) : Refusal
{
    public override string Message =>
        $"Nog niet geopend: het geheim van {string.Join(", ", Holders)}. Zonder dit geheim is er geen loting; niets kan het vervangen.";
}

/// <summary>Two persons have not typed the public value yet.</summary>
public sealed record EntropyMissing : Refusal
{
    public override string Message => "De openbare waarde is nog niet door twee personen gelijk ingevoerd.";
}

/// <summary>The record was not published in time.</summary>
public sealed record NotPublishedInTime : Refusal
{
    public override string Message =>
        "De vastlegging is niet minstens 24 uur voor het moment gepubliceerd. Verklaar de loting nietig en doe een nieuwe poging.";
}

/// <summary>The stored frame is not the frame that was committed.</summary>
public sealed record FrameChanged : Refusal
{
    public override string Message =>
        "De opgeslagen lijst is niet de lijst die is vastgelegd. Er wordt niet getrokken. Laat de beheerder het logboek controleren.";
}

/// <summary>The verifier conducted the draw and may not verify it.</summary>
public sealed record VerifierConductedTheDraw : Refusal
{
    public override string Message => "Wie de loting trok, mag haar niet controleren. Vraag de tweede ondertekenaar.";
}

/// <summary>The digest is not 64 hexadecimal digits.</summary>
public sealed record DigestHasWrongForm : Refusal
{
    public override string Message => "De uitkomst (assignment_sha256) is 64 tekens: alleen 0-9 en kleine letters a-f.";
}

/// <summary>An annulled earlier attempt could be computed but was not.</summary>
public sealed record EarlierAttemptNotComputed(DrawId Earlier) : Refusal
{
    public override string Message =>
        $"Reken eerst de nietige poging {Earlier} uit. Die wordt naast deze loting gepubliceerd, zodat iedereen ziet wat zij had opgeleverd.";
}

/// <summary>Nobody asked for annulment.</summary>
public sealed record NobodyAskedAnnulment : Refusal
{
    public override string Message => "Niemand heeft nietigverklaring gevraagd.";
}

/// <summary>Who asks may not approve.</summary>
public sealed record SamePersonMayNotApprove : Refusal
{
    public override string Message =>
        "U hebt de nietigverklaring zelf gevraagd. Een tweede persoon moet haar goedkeuren.";
}
