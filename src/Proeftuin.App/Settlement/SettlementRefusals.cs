// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;

namespace Proeftuin.App.Settlement;

/// <summary>Another month is being settled and is not finished.</summary>
public sealed record RunIsOpen(Month Month) : Refusal
{
    public override string Message =>
        $"De verrekening van {Dutch.MonthOf(Month.Year, Month.Number)} is nog niet af. Maak die eerst af: verreken {Dutch.MonthOf(Month.Year, Month.Number)} opnieuw, dan gaat zij verder waar zij stopte.";
}

/// <summary>The month has not begun.</summary>
public sealed record MonthNotBegun(Month Month) : Refusal
{
    public override string Message =>
        $"{Dutch.MonthOf(Month.Year, Month.Number)} is nog niet begonnen en kan niet worden verrekend.";
}

/// <summary>A later month was settled already; what became known goes along with that one.</summary>
public sealed record MonthSettledAlready(Month Month, Month Last) : Refusal
{
    public override string Message =>
        $"{Dutch.MonthOf(Month.Year, Month.Number)} is al verrekend. Wat later bekend werd, wordt verwerkt als u {Dutch.MonthOf(Last.Year, Last.Number)} opnieuw verrekent, of de maand daarna.";
}

/// <summary>A month between was not settled.</summary>
public sealed record MonthsBetween(Month First) : Refusal
{
    public override string Message =>
        $"Verreken eerst {Dutch.MonthOf(First.Year, First.Number)}. Een maand overslaan kan niet, anders kloppen de tellingen niet.";
}

/// <summary>There is no register to settle from.</summary>
public sealed record NoRegisterToSettle : Refusal
{
    public override string Message =>
        "Er is nog geen register ingelezen. Vraag de projectleider om het uitkeringsbestand in te lezen.";
}

/// <summary>There is no such household.</summary>
public sealed record NoSuchHousehold : Refusal
{
    public override string Message => "Dit huishouden is er niet. Kies een huishouden uit de lijst.";
}

/// <summary>There is no such statement.</summary>
public sealed record NoSuchStatement : Refusal
{
    public override string Message => "Deze verrekening is er niet. Kies een verrekening uit de lijst.";
}
