// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Draw;

/// <summary>What the screening found for one unit, as far as the draw needs it.</summary>
public enum Eligibility
{
    InTargetGroup,
    Excluded,

    /// <summary>A fact is missing; the draw waits until it is known.</summary>
    Undetermined,
}

/// <summary>One unit of the screening with its stratum and its persons (study pseudonyms).</summary>
public sealed record ScreenedUnit(UnitRef Unit, Eligibility Eligibility, string Stratum, IReadOnlyList<string> Persons);

/// <summary>One unit of the frame as it will be frozen.</summary>
public sealed record FrozenUnit(UnitRef Unit, string Stratum, IReadOnlyList<string> Persons);

/// <summary>The proof that the frame is the target group, no more and no less: every unit of the register is in exactly one count.</summary>
public sealed record Reconciliation(int Register, int Excluded, int DrawnBefore, int InFrame)
{
    /// <summary>Refuses a unit that was dropped, doubled, added or altered, a register with unexplained rows, undetermined units, and a person who is in two units.</summary>
    public static Outcome<Reconciliation> Of(
        int unitsInRegister,
        IReadOnlyList<ScreenedUnit> screened,
        IReadOnlyList<FrozenUnit> frozen,
        IReadOnlySet<string> personsDrawnBefore
    )
    {
        var undetermined = screened.Count(u => u.Eligibility == Eligibility.Undetermined);
        if (undetermined > 0)
        {
            return new UndeterminedUnits(undetermined);
        }

        var found = new Dictionary<UnitRef, FrozenUnit>(frozen.Count);
        foreach (var unit in frozen)
        {
            if (!found.TryAdd(unit.Unit, unit))
            {
                return new FrameNotReconciled($"Eenheid {unit.Unit.Id} staat er twee keer in.");
            }
        }

        var drawnBefore = 0;
        var seen = new HashSet<UnitRef>();
        foreach (var unit in screened)
        {
            if (!seen.Add(unit.Unit))
            {
                return new FrameNotReconciled($"De screening telt eenheid {unit.Unit.Id} twee keer.");
            }

            if (unit.Eligibility == Eligibility.Excluded)
            {
                continue;
            }

            if (unit.Persons.Any(personsDrawnBefore.Contains))
            {
                drawnBefore++;
            }
            else if (!found.Remove(unit.Unit, out var frozenUnit))
            {
                return new FrameNotReconciled($"Eenheid {unit.Unit.Id} hoort bij de doelgroep, maar ontbreekt.");
            }
            else if (
                frozenUnit.Stratum != unit.Stratum
                || !frozenUnit
                    .Persons.Order(StringComparer.Ordinal)
                    .SequenceEqual(unit.Persons.Order(StringComparer.Ordinal), StringComparer.Ordinal)
            )
            {
                return new FrameNotReconciled(
                    $"Bij eenheid {unit.Unit.Id} is het stratum of zijn de personen anders dan in de screening."
                );
            }
        }

        if (found.Count > 0)
        {
            var strange = found.Keys.Select(u => u.Id).Order(StringComparer.Ordinal).First();
            return new FrameNotReconciled($"Eenheid {strange} hoort niet bij de doelgroep.");
        }

        var excluded = screened.Count(u => u.Eligibility == Eligibility.Excluded);
        var counts = new Reconciliation(unitsInRegister, excluded, drawnBefore, frozen.Count);
        return counts.Unexplained == 0 ? counts : new UnexplainedRows(counts);
    }

    /// <summary>The counts of two municipalities that draw from one list, added.</summary>
    public Reconciliation With(Reconciliation other) =>
        new(
            Register + other.Register,
            Excluded + other.Excluded,
            DrawnBefore + other.DrawnBefore,
            InFrame + other.InFrame
        );

    /// <summary>Register rows that are in no count; must be 0.</summary>
    public int Unexplained => Register - Excluded - DrawnBefore - InFrame;
}

/// <summary>Of some units it is not known whether they are in the target group.</summary>
public sealed record UndeterminedUnits(int Count) : Refusal
{
    public override string Message =>
        $"Van {Dutch.Count(Count)} huishoudens is nog niet bekend of ze bij de doelgroep horen. Vul de ontbrekende gegevens aan en screen opnieuw.";
}

/// <summary>The frame is not exactly the target group.</summary>
public sealed record FrameNotReconciled(string What) : Refusal
{
    public override string Message => $"De lijst sluit niet aan op de screening. {What} Er is niets bevroren.";
}

/// <summary>The counts do not add up to the register.</summary>
public sealed record UnexplainedRows(Reconciliation Counts) : Refusal
{
    public override string Message =>
        $"Het register telt {Dutch.Count(Counts.Register)}, maar uitgesloten ({Dutch.Count(Counts.Excluded)}), eerder geloot ({Dutch.Count(Counts.DrawnBefore)}) en op de lijst ({Dutch.Count(Counts.InFrame)}) zijn samen {Dutch.Count(Counts.Register - Counts.Unexplained)}. Er is niets bevroren.";
}
