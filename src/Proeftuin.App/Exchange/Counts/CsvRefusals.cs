// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;

namespace Proeftuin.App.Exchange.Counts;

/// <summary>The file does not exist or cannot be opened.</summary>
public sealed record FileNotReadable(string File) : Refusal
{
    public override string Message => $"Het bestand {File} is niet te openen. Controleer de naam en de rechten.";
}

/// <summary>The table has no rows.</summary>
public sealed record TableEmpty(string File) : Refusal
{
    public override string Message => $"{File} is leeg: er staat geen rij met aantallen in.";
}

/// <summary>The table is far larger than a published table can be.</summary>
public sealed record TableTooLarge(string File) : Refusal
{
    public override string Message =>
        $"{File} is groter dan 1 MB. Een gepubliceerde tabel is veel kleiner. Is dit het juiste bestand?";
}

/// <summary>A column that is needed is not there.</summary>
public sealed record ColumnMissing(string File, string Column) : Refusal
{
    public override string Message => $"{File}: de kolom '{Column}' ontbreekt. Zet hem in de eerste regel.";
}

/// <summary>A column we do not know: nothing is silently ignored.</summary>
public sealed record ColumnUnknown(string File, string Column, IReadOnlyList<string> Known) : Refusal
{
    public override string Message =>
        $"{File}: de kolom '{Column}' is niet bekend. Haal hem weg of kies uit: {string.Join(", ", Known)}.";
}

/// <summary>A column is there twice.</summary>
public sealed record ColumnTwice(string File, string Column) : Refusal
{
    public override string Message => $"{File}: de kolom '{Column}' staat er twee keer in. Laat er één staan.";
}

/// <summary>A row has more or fewer values than the heading.</summary>
public sealed record RowTooLongOrShort(string File, int Line, int Values, int Columns) : Refusal
{
    public override string Message =>
        $"{File}, regel {Line}: er staan {Values} waarden, de kop heeft {Columns} kolommen. Controleer de scheidingstekens.";
}

/// <summary>A count is not a whole number.</summary>
public sealed record NotAWholeNumber(string File, int Line, string Column, string Value) : Refusal
{
    public override string Message =>
        $"{File}, regel {Line}, kolom '{Column}': '{Value}' is geen heel getal. Schrijf alleen cijfers, of NA als het niet bekend is.";
}

/// <summary>A count that is always needed is not filled in.</summary>
public sealed record ValueMissing(string File, int Line, string Column) : Refusal
{
    public override string Message => $"{File}, regel {Line}: de kolom '{Column}' is niet ingevuld.";
}

/// <summary>A role is none of the three.</summary>
public sealed record RoleUnknown(string File, int Line, string Value) : Refusal
{
    public override string Message =>
        $"{File}, regel {Line}: de rol '{Value}' is niet bekend. Kies uit: arm (experimentgroep), control (controlegroep) of not_randomised (niet geloot).";
}

/// <summary>Nothing says which group is what.</summary>
public sealed record RolesMissing(IReadOnlyList<string> Codes) : Refusal
{
    public override string Message =>
        "Het bestand zegt niet welke groep de controlegroep is en welke groep niet geloot is. Voeg een kolom 'role' toe "
        + "(arm, control of not_randomised), of geef --control CODE en --not-randomised CODE. "
        + $"De codes zijn: {string.Join(", ", Codes)}.";
}

/// <summary>An option names a group that is not in the table.</summary>
public sealed record GroupNotInTable(string Code, IReadOnlyList<string> Codes) : Refusal
{
    public override string Message =>
        $"De groep '{Code}' staat niet in de tabel. Kies uit: {string.Join(", ", Codes)}.";
}

/// <summary>A pool is not written as NAME=CODE+CODE, or a group is in two pools.</summary>
public sealed record PoolNotUnderstood(string Text) : Refusal
{
    public override string Message =>
        $"'{Text}' is niet te begrijpen. Schrijf groepen die samen bekeken worden als NAAM=CODE+CODE, elke groep één keer.";
}

/// <summary>A claim cannot be read, with its line.</summary>
public sealed record ClaimNotUnderstood(string File, int Line, Refusal Why) : Refusal
{
    public override string Message => $"{File}, regel {Line}: {Why.Message}";
}
