// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Register;
using Proeftuin.Core;

namespace Proeftuin.App.Screening;

/// <summary>The delivery has defects, so nothing of it was stored.</summary>
public sealed record DeliveryHasDefects(RegisterReading Reading) : Refusal
{
    public override string Message =>
        $"De levering is niet opgeslagen: er {(Reading.Defects.Count == 1 ? "is 1 fout" : $"zijn {Dutch.Count(Reading.Defects.Count)} fouten")} gevonden. Bekijk de meldingen, herstel de bron en lever opnieuw.";
}

/// <summary>The same content was delivered before.</summary>
public sealed record AlreadyDelivered(DateOnly ReferenceDate, DateTimeOffset At, bool SameFile) : Refusal
{
    public override string Message =>
        (SameFile ? "Precies dit bestand" : "Een bestand met dezelfde inhoud, alleen anders geordend,")
        + $" is al ingelezen op {Dutch.Date(DateOnly.FromDateTime(At.UtcDateTime))} met peildatum {Dutch.Date(ReferenceDate)}. Er is niets opgeslagen.";
}

/// <summary>A newer register is already there; the sender must say that an older one is meant.</summary>
public sealed record OlderThanLatest(DateOnly ReferenceDate, DateOnly Latest) : Refusal
{
    public override string Message =>
        $"Deze levering heeft peildatum {Dutch.Date(ReferenceDate)}, maar er is al een register van {Dutch.Date(Latest)}. Vink aan dat u bewust een ouder register inleest, of kies een ander bestand.";
}

/// <summary>There is no such delivery in this municipality.</summary>
public sealed record NoSuchSnapshot : Refusal
{
    public override string Message => "Dit register is er niet in uw gemeente. Kies een register uit de lijst.";
}

/// <summary>There is no such screening of this experiment.</summary>
public sealed record NoSuchScreening : Refusal
{
    public override string Message => "Deze screening is er niet. Kies een screening uit de lijst van het experiment.";
}

/// <summary>The unit does not occur in this screening.</summary>
public sealed record NotInScreening : Refusal
{
    public override string Message => "Dit huishouden of deze persoon komt in deze screening niet voor.";
}
