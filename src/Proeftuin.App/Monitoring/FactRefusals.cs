// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Facts;
using Proeftuin.Core;

namespace Proeftuin.App.Monitoring;

/// <summary>The delivery has defects, so nothing of it was stored.</summary>
public sealed record FactsHaveDefects(FactReading Reading) : Refusal
{
    public override string Message =>
        $"De levering is niet opgeslagen: er {(Reading.Defects.Count == 1 ? "is 1 fout" : $"zijn {Dutch.Count(Reading.Defects.Count)} fouten")} gevonden. Bekijk de meldingen, herstel de bron en lever opnieuw.";
}

/// <summary>The same facts were delivered before.</summary>
public sealed record FactsDeliveredBefore(DateOnly On) : Refusal
{
    public override string Message => $"Deze feiten zijn al ingelezen op {Dutch.Date(On)}. Er is niets opgeslagen.";
}

/// <summary>Goals belong to an experiment with a ladder.</summary>
public sealed record GoalsNeedAnExperiment : Refusal
{
    public override string Message =>
        "Doelen horen bij een experiment waarvan het protocol doelen noemt. Kies dat experiment.";
}

/// <summary>There is no such person among the people drawn, or not in the own caseload.</summary>
public sealed record NoSuchPerson : Refusal
{
    public override string Message => "Deze persoon is er niet in uw lijst. Kies iemand uit de lijst met deelnemers.";
}

/// <summary>There is no such fact, or it was retracted already.</summary>
public sealed record NoSuchFact : Refusal
{
    public override string Message =>
        "Dit feit is er niet (meer). Misschien heeft iemand het al gecorrigeerd; ververs de pagina.";
}

/// <summary>Correcting this turn would leave others that no longer fit.</summary>
public sealed record CorrectionDoesNotFit(DateOnly Other) : Refusal
{
    public override string Message =>
        $"Zonder dit feit past wat er op {Dutch.Date(Other)} gebeurde niet meer. Corrigeer dat eerst.";
}

/// <summary>There is no frozen table with this number.</summary>
public sealed record NoSuchFrozenTable : Refusal
{
    public override string Message => "Deze bevroren tabel is er niet. Kies een tabel uit de lijst.";
}
