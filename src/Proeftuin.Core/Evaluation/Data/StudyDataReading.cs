// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;

namespace Proeftuin.Core.Evaluation.Data;

/// <summary>Reads a frozen data set back. What was not written in exactly this form is refused with its line.</summary>
public static class StudyDataReading
{
    public static Outcome<StudyData> Read(string text)
    {
        var lines = text.Split('\n');
        try
        {
            return Whole(lines);
        }
        catch (FormatException wrong)
        {
            return new NotAStudyData(wrong.Message);
        }
    }

    private static StudyData Whole(string[] lines)
    {
        if (lines is not [$"# {StudyDataText.Version}", ..] || lines[^1].Length > 0)
        {
            throw new FormatException(
                $"Regel 1: verwacht '# {StudyDataText.Version}', en aan het eind een nieuwe regel."
            );
        }

        var head = Array.FindIndex(lines, l => !l.StartsWith('#'));
        string About(string key) =>
            Array.Find(lines, l => l.StartsWith($"# {key} ", StringComparison.Ordinal))?[(key.Length + 3)..]
            ?? throw new FormatException($"'# {key}' ontbreekt.");
        var columns = lines[head].Split(',');
        var own = StudyDataText.Columns.Count;
        var months = (columns.Length - own) / 2;
        if (
            !columns.Take(own).SequenceEqual(StudyDataText.Columns, StringComparer.Ordinal)
            || columns.Length != own + 2 * months
        )
        {
            throw new FormatException($"Regel {head + 1}: de kolommen zijn anders dan verwacht.");
        }

        return new StudyData
        {
            Experiment = About("experiment"),
            ProtocolSha256 = About("protocol"),
            CountDate = Day(About("teldatum"))!.Value,
            KnownOn = Day(About("bekend_op"))!.Value,
            FollowedFrom = Day(About("gevolgd_vanaf"))!.Value,
            Reasons =
            [
                .. lines
                    .Where(l => l.StartsWith("# reden ", StringComparison.Ordinal))
                    .Select(l => l["# reden ".Length..].Split(' ', 3))
                    .Select(r => new StudyReason(r[0], r[2], r[1] is "werk")),
            ],
            Months =
            [
                .. columns.Skip(own).Take(months).Select(c => Month.Of(Day(c["stand_".Length..] + "-01")!.Value)),
            ],
            People = [.. lines[(head + 1)..^1].Select((line, i) => Person(line.Split(','), months, head + 2 + i))],
        };
    }

    private static StudyPerson Person(string[] cells, int months, int line)
    {
        var own = StudyDataText.Columns.Count;
        if (cells.Length != own + 2 * months)
        {
            throw new FormatException($"Regel {line}: {cells.Length} cellen in plaats van {own + 2 * months}.");
        }

        return new StudyPerson
        {
            Pseudonym = cells[0],
            Unit = cells[1],
            Arm = OrNull(cells[2]),
            Draw = OrNull(cells[3]),
            FollowedFrom = Day(cells[4]) ?? throw new FormatException($"Regel {line}: 'gevolgd_vanaf' is leeg."),
            Places = Enum.GetValues<PlacesLot>().First(p => Same(StudyDataText.PlaceWord(p), cells[5])),
            ConsentedOn = Day(cells[6]),
            StartsOn = Day(cells[7]),
            StoppedOn = Day(cells[8]),
            DataWithdrawn = YesNo(cells[9]) is true,
            FollowedUntil = Day(cells[10]),
            Traits = new(Number(cells[11]), OrNull(cells[12]), OrNull(cells[13]), Number(cells[14]), OrNull(cells[15])),
            OutcomeKnown = YesNo(cells[16]) is true,
            FirstExit = Day(cells[17]),
            FirstExitReason = OrNull(cells[18]),
            WorkExit = Day(cells[19]),
            WorkExitSinceStart = Day(cells[20]),
            OnBenefit = YesNo(cells[21]),
            HasGoal = YesNo(cells[22]),
            Promising = YesNo(cells[23]),
            Months = [.. Enumerable.Range(0, months).Select(m => Seen(cells[own + m], cells[own + months + m]))],
        };
    }

    private static MonthSeen? Seen(string state, string cents) =>
        state switch
        {
            "" => null,
            "bijstand" => new MonthSeen(true, true, Cents(cents)),
            "deels" => new MonthSeen(false, true, Cents(cents)),
            "geen" => new MonthSeen(false, false, Cents(cents)),
            _ => throw new FormatException($"'{state}' is geen stand van een maand."),
        };

    private static bool? YesNo(string cell) =>
        cell switch
        {
            "" => null,
            "ja" => true,
            "nee" => false,
            _ => throw new FormatException($"'{cell}' is geen ja of nee."),
        };

    private static DateOnly? Day(string cell) =>
        cell.Length == 0 ? null : DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int? Number(string cell) => cell.Length == 0 ? null : int.Parse(cell, CultureInfo.InvariantCulture);

    private static long Cents(string cell) => long.Parse(cell, CultureInfo.InvariantCulture);

    private static string? OrNull(string cell) => cell.Length == 0 ? null : cell;

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}

/// <summary>The text is not a data set of this program.</summary>
public sealed record NotAStudyData(string Why) : Refusal
{
    public override string Message =>
        $"Dit is geen dataset van Proeftuin: {Why} Gebruik het bestand zoals het is bevroren, zonder het te openen in een rekenblad.";
}
