// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Screening;

/// <summary>One line of the table of art. 7a AOW: who is born in this range (both days included) reaches the state pension age at these years and months. <paramref name="KnownFrom"/> is the day the law or announcement was published; null when that is not recorded.</summary>
public sealed record StatePensionAgeRow(
    DateOnly BornFrom,
    DateOnly BornUpToAndIncluding,
    int Years,
    int Months,
    DateOnly? KnownFrom,
    Citation Citation
);

/// <summary>
/// The state pension age (AOW-leeftijd) by birth date and by what was known on a day. Later law replaces earlier law, so replaying a
/// decision of 2017 uses what was known in 2017. Refuses an empty table, a range that ends before it begins, an impossible age, gaps
/// in birth dates, and overlaps among rows published on the same day. Source: art. 7a AOW.
/// </summary>
public sealed class StatePensionAge
{
    private readonly IReadOnlyList<StatePensionAgeRow> rows;

    private StatePensionAge(IReadOnlyList<StatePensionAgeRow> rows) => this.rows = rows;

    public IReadOnlyList<StatePensionAgeRow> Rows => rows;

    public static Outcome<StatePensionAge> Of(IReadOnlyList<StatePensionAgeRow> rows)
    {
        if (rows.Count == 0)
        {
            return new StatePensionAgeTableEmpty();
        }

        var byBirth = rows.OrderBy(r => r.BornFrom)
            .ThenBy(r => r.BornUpToAndIncluding)
            .ThenBy(r => r.KnownFrom)
            .ToList();
        if (
            byBirth.FirstOrDefault(r =>
                r.BornUpToAndIncluding < r.BornFrom || r.Years < 0 || r.Months is < 0 or > 11
            ) is
            { } wrong
        )
        {
            return new StatePensionAgeRowWrong(wrong.BornFrom);
        }

        var covered = byBirth[0].BornUpToAndIncluding;
        foreach (var row in byBirth.Skip(1))
        {
            if (row.BornFrom > covered.AddDays(1))
            {
                return new StatePensionAgeGap(covered.AddDays(1), row.BornFrom.AddDays(-1));
            }

            covered = row.BornUpToAndIncluding > covered ? row.BornUpToAndIncluding : covered;
        }

        var overlap = byBirth
            .GroupBy(r => r.KnownFrom)
            .SelectMany(known => known.Zip(known.Skip(1)))
            .FirstOrDefault(pair => pair.Second.BornFrom <= pair.First.BornUpToAndIncluding);
        return overlap.Second is { } second
            ? new StatePensionAgeOverlap(second.BornFrom)
            : new StatePensionAge(byBirth);
    }

    /// <summary>The day somebody reaches the state pension age, by the latest row that was known on <paramref name="knownOn"/>. Refuses when no row covers the birth date, when none was known yet, and when the only rows do not say since when they are known.</summary>
    public Outcome<DateOnly> ReachedOn(DateOnly born, DateOnly knownOn)
    {
        var covering = rows.Where(r => r.BornFrom <= born && born <= r.BornUpToAndIncluding).ToList();
        var known = covering.Where(r => r.KnownFrom <= knownOn).MaxBy(r => r.KnownFrom);
        return known is not null ? Age.ReachedOn(born, known.Years, known.Months)
            : covering.Count == 0 ? new StatePensionAgeNotInTable(born)
            : covering.Exists(r => r.KnownFrom is null) ? new StatePensionAgeKnownFromMissing(born, knownOn)
            : new StatePensionAgeNotYetKnown(born, knownOn);
    }

    /// <summary>
    /// Whether somebody reaches the state pension age before <paramref name="before"/>, as known on <paramref name="knownOn"/>. Who would
    /// not reach it even at the lowest age in the whole table does not reach it, whatever was known; for others the refusals of
    /// <see cref="ReachedOn"/> hold.
    /// </summary>
    public Outcome<bool> ReachedBefore(DateOnly born, DateOnly before, DateOnly knownOn)
    {
        var lowest = rows.Min(r => r.Years * 12 + r.Months);
        return Age.ReachedOn(born, 0, lowest) >= before ? false : ReachedOn(born, knownOn).Map(day => day < before);
    }
}

/// <summary>The table has no rows.</summary>
public sealed record StatePensionAgeTableEmpty : Refusal
{
    public override string Message => "De tabel met AOW-leeftijden is leeg. Vul parameters/aow-leeftijd.yaml aan.";
}

/// <summary>A row ends before it begins or holds an impossible age.</summary>
public sealed record StatePensionAgeRowWrong(DateOnly BornFrom) : Refusal
{
    public override string Message =>
        $"De rij van de AOW-tabel die begint bij {Dutch.Date(BornFrom)} klopt niet: het einde ligt voor het begin, of de leeftijd kan niet bestaan.";
}

/// <summary>Birth dates between two rows have no row.</summary>
public sealed record StatePensionAgeGap(DateOnly From, DateOnly UpToAndIncluding) : Refusal
{
    public override string Message =>
        $"De AOW-tabel heeft een gat: geboortedata van {Dutch.Date(From)} tot en met {Dutch.Date(UpToAndIncluding)} ontbreken.";
}

/// <summary>Two rows that became known on the same day cover the same birth dates.</summary>
public sealed record StatePensionAgeOverlap(DateOnly BornFrom) : Refusal
{
    public override string Message =>
        $"De AOW-tabel heeft twee rijen voor mensen geboren vanaf {Dutch.Date(BornFrom)} die op dezelfde dag bekend werden. Haal er een weg.";
}

/// <summary>No row covers the birth date.</summary>
public sealed record StatePensionAgeNotInTable(DateOnly Born) : Refusal
{
    public override string Message =>
        $"Voor iemand geboren op {Dutch.Date(Born)} staat er geen AOW-leeftijd in de tabel. Vul parameters/aow-leeftijd.yaml aan.";
}

/// <summary>The rows for this birth date were published after the day of the decision.</summary>
public sealed record StatePensionAgeNotYetKnown(DateOnly Born, DateOnly KnownOn) : Refusal
{
    public override string Message =>
        $"Voor iemand geboren op {Dutch.Date(Born)} was op {Dutch.Date(KnownOn)} nog geen AOW-leeftijd vastgesteld.";
}

/// <summary>The row for this birth date does not say since when it was known, so a decision of an earlier day cannot be replayed.</summary>
public sealed record StatePensionAgeKnownFromMissing(DateOnly Born, DateOnly KnownOn) : Refusal
{
    public override string Message =>
        $"Voor iemand geboren op {Dutch.Date(Born)} is niet vastgelegd sinds wanneer de AOW-leeftijd bekend was. Daarom is niet te bepalen wat op {Dutch.Date(KnownOn)} gold. Vul 'bekend sinds' in parameters/aow-leeftijd.yaml aan.";
}
