// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>The value of a parameter is not known for a period: nobody found it, or it does not exist yet.</summary>
public sealed record ParameterUnknown(string Title, DateOnly Since, string Why) : Refusal
{
    public override string Message =>
        $"{Dutch.Capital(Title)} per {Dutch.Date(Since)} is niet bekend ({Why}). Er wordt niets geraden. Vul de waarde met haar bron in bij de parameters.";
}

/// <summary>The value was not yet known on the day of the decision that is replayed.</summary>
public sealed record ParameterNotYetKnown(string Title, DateOnly On, DateOnly KnownOn) : Refusal
{
    public override string Message =>
        $"{Dutch.Capital(Title)} voor {Dutch.Date(On)} was op {Dutch.Date(KnownOn)} nog niet bekend.";
}

/// <summary>A parameter that is asked for stands in no file.</summary>
public sealed record ParameterMissing(string Name) : Refusal
{
    public override string Message => $"De parameter '{Name}' bestaat niet. Kijk in de lijst van parameters.";
}

/// <summary>Two files give the same parameter.</summary>
public sealed record ParameterTwice(string Name) : Refusal
{
    public override string Message => $"De parameter '{Name}' staat er twee keer in. Haal er een weg.";
}

/// <summary>Two rows of a parameter cover the same days and do not say which of them came later.</summary>
public sealed record ParameterRowsOverlap(string Name, DateOnly From) : Refusal
{
    public override string Message =>
        $"De parameter '{Name}' heeft twee waarden voor {Dutch.Date(From)}. Laat de perioden aansluiten, of geef beide rijen een eigen 'bekend_vanaf'.";
}

/// <summary>Between two rows of a parameter days are left out.</summary>
public sealed record ParameterGap(string Name, DateOnly From, DateOnly UpToAndIncluding) : Refusal
{
    public override string Message =>
        $"De parameter '{Name}' slaat {Dutch.Date(From)} tot en met {Dutch.Date(UpToAndIncluding)} over. Schrijf voor die dagen een rij, met 'onbekend' als de waarde er niet is.";
}
