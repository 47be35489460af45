// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Provisions;

/// <summary>Something is written down for a day that has not come.</summary>
public sealed record DayStillToCome(DateOnly On) : Refusal
{
    public override string Message => $"{Dutch.Date(On)} moet nog komen. Vul een dag in tot en met vandaag.";
}

/// <summary>The decision was taken before.</summary>
public sealed record DecidedBefore(DateOnly On) : Refusal
{
    public override string Message => $"Hierop is al besloten op {Dutch.Date(On)}. Ververs de pagina.";
}

/// <summary>A decision lies before the request it is about.</summary>
public sealed record DecisionBeforeRequest(DateOnly Requested) : Refusal
{
    public override string Message =>
        $"Het besluit ligt voor het verzoek van {Dutch.Date(Requested)}. Controleer de dag.";
}

/// <summary>Who wrote down the application may not decide on it.</summary>
public sealed record SamePersonDecides : Refusal
{
    public override string Message => "U legde deze aanvraag zelf vast. Iemand anders moet beslissen.";
}

/// <summary>Who decided may not pay.</summary>
public sealed record SamePersonPays : Refusal
{
    public override string Message => "U besliste zelf over deze premie. Iemand anders moet de betaling vastleggen.";
}
