// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Identity;
using Proeftuin.Core.Design;
using Proeftuin.Core.Monitoring;

namespace Proeftuin.App.Exchange.Facts;

/// <summary>With what a delivery of facts is read: today, the reasons that exist, and for goals the ladder of the protocol.</summary>
public sealed record FactReadingOptions(DateOnly Today, ExitReasons Reasons, IReadOnlyList<Goal> Goals);

/// <summary>Reads a delivery of facts whole: which kind it is, its rows, and what contradicts within the file. Every defect is reported at once.</summary>
public static class FactReader
{
    private static readonly IReadOnlyDictionary<string, BenefitTurn> Turns = new Dictionary<string, BenefitTurn>(
        StringComparer.Ordinal
    )
    {
        ["uitstroom"] = BenefitTurn.Exit,
        ["einde"] = BenefitTurn.Exit,
        ["beeindiging"] = BenefitTurn.Exit,
        ["herinstroom"] = BenefitTurn.Reentry,
        ["instroom"] = BenefitTurn.Reentry,
        ["toekenning"] = BenefitTurn.Reentry,
    };

    public static FactReading Read(byte[] file, FactReadingOptions options, Action<long>? progress = null)
    {
        var report = new DefectReport();
        var limits = ReadingLimits.Default;
        var isWorkbook = file.AsSpan().StartsWith("PK"u8);
        if (isWorkbook)
        {
            report.Add(FactDefects.SpreadsheetNotRead, "Feiten worden als CSV aangeleverd.");
        }

        var table = isWorkbook ? null : FileSniffer.Open(file, limits, report, FactColumns.IsKnown);
        var kind = table is null ? null : KindOf(table.Header, report);
        (List<FactLine> Read, int Rows) lines =
            table is null || kind is not { } known ? ([], 0) : Lines(table, known, options, limits, report, progress);
        return new FactReading
        {
            Kind = kind,
            Defects = report,
            Lines = lines.Read,
            Rows = lines.Rows,
            Format = table?.Format ?? "onbekend",
            ContentSha256 = report.IsEmpty ? DeliveredRows.ContentHash(lines.Read.Select(l => l.Canonical)) : "",
        };
    }

    /// <summary>The kind of the columns; with a defect for every column that the likeliest kind lacks.</summary>
    private static FactKind? KindOf(string[] header, DefectReport report)
    {
        if (FactColumns.Recognise(header) is { } kind)
        {
            return kind;
        }

        var (missing, there) = FactColumns.Nearest(header);
        if (there < 2)
        {
            report.Add(FactDefects.KindUnknown, "De kopregel hoort bij geen soort levering.", row: 1);
        }
        else
        {
            foreach (var column in missing)
            {
                report.Add(
                    DefectKinds.ColumnMissing,
                    $"De kolom '{column.Header}' ontbreekt ({column.Explanation}).",
                    row: 1,
                    column: column.Header
                );
            }
        }

        return null;
    }

    private static (List<FactLine> Read, int Rows) Lines(
        SourceTable table,
        FactKind kind,
        FactReadingOptions options,
        ReadingLimits limits,
        DefectReport report,
        Action<long>? progress
    )
    {
        var map = DeliveredRows.Places(table.Header, FactColumns.Of(kind), report);
        var cells = new FactCells(map, options.Today, report);
        var read = new List<FactLine>();
        var byKey = new Dictionary<string, FactLine>(StringComparer.Ordinal);
        var rows = 0;
        foreach (var source in table.Rows.Where(r => !Array.TrueForAll(r.Cells, string.IsNullOrWhiteSpace)))
        {
            if (++rows > limits.MaxRows)
            {
                report.Add(DefectKinds.RowsTooMany, $"Er zijn meer dan {limits.MaxRows} rijen.", source.Line);
                break;
            }

            if (
                DeliveredRows.HasRightWidth(source, table.Header.Length, report)
                && Row(cells.At(source), kind, options) is { } line
                && IsFirst(line, byKey, report)
            )
            {
                read.Add(line);
            }

            if (rows % 1000 == 0)
            {
                progress?.Invoke(rows);
            }
        }

        if (rows == 0 && report.IsEmpty)
        {
            report.Add(DefectKinds.FileOnlyHeader, "Alleen de kopregel is gevuld.");
        }

        return (read, rows);
    }

    private static FactLine? Row(FactCells cells, FactKind kind, FactReadingOptions options) =>
        kind switch
        {
            FactKind.Benefit => Benefit(cells, options.Reasons),
            FactKind.Earnings => Earnings(cells),
            FactKind.Jobs => Job(cells),
            FactKind.Goals => Goals(cells, options.Goals),
        };

    private static BenefitLine? Benefit(FactCells cells, ExitReasons reasons)
    {
        var person = cells.Person();
        var turn = cells.Word(FactField.Turn, Turns, required: true);
        var on = cells.Day(FactField.On);
        var reason = cells.Text(FactField.Reason)?.ToLowerInvariant();
        if (turn is BenefitTurn.Exit && reason is null)
        {
            cells.Defect(FactDefects.ReasonMissing, "Bij een uitstroom hoort een reden.", FactField.Reason, null);
            return null;
        }

        if (turn is BenefitTurn.Exit && reasons.Find(reason!) is null)
        {
            cells.Defect(FactDefects.ReasonUnknown, "Deze code staat niet in de lijst.", FactField.Reason, reason);
            return null;
        }

        if (turn is BenefitTurn.Reentry && reason is not null)
        {
            cells.Defect(
                FactDefects.ReasonWithReentry,
                "Een herinstroom heeft geen uitstroomreden.",
                FactField.Reason,
                reason
            );
            return null;
        }

        return person is { } who && turn is { } what && on is { } day
            ? new BenefitLine(cells.Line, who, new BenefitEvent(what, day, reason))
            : null;
    }

    private static EarningsLine? Earnings(FactCells cells)
    {
        var (person, month, amount) = (cells.Person(), cells.Month(), cells.Amount());
        var source = cells.Text(FactField.Source) ?? "";
        return person is { } who && month is { } when && amount is { } net
            ? new EarningsLine(cells.Line, who, when, source, net)
            : null;
    }

    private static JobLine? Job(FactCells cells)
    {
        var (person, from, last) = (
            cells.Person(),
            cells.Day(FactField.From),
            cells.Day(FactField.Until, required: false)
        );
        if (last < from)
        {
            cells.Defect(FactDefects.JobEndsBefore, "De laatste dag ligt voor de eerste.", FactField.Until, null);
            return null;
        }

        return person is { } who && from is { } begin ? new JobLine(cells.Line, who, begin, last?.AddDays(1)) : null;
    }

    private static GoalLine? Goals(FactCells cells, IReadOnlyList<Goal> ladder)
    {
        var (person, on, told) = (cells.Person(), cells.Day(FactField.On), cells.Required(FactField.Goals));
        var promising = cells.Word(FactField.Promising, DeliveredRows.YesNo, required: false);
        var highest = cells.Text(FactField.Highest);
        if (person is not { } who || on is not { } day || told is null)
        {
            return null;
        }

        var goals = told.Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var unknown = goals
            .Concat(highest is null ? [] : [highest])
            .FirstOrDefault(g => !ladder.Any(l => string.Equals(l.Code, g, StringComparison.Ordinal)));
        if (unknown is not null)
        {
            cells.Defect(
                FactDefects.GoalUnknown,
                $"'{Masked.Text(unknown)}' is geen doel van dit protocol.",
                FactField.Goals,
                told
            );
            return null;
        }

        if (goals.Distinct(StringComparer.Ordinal).Count() < goals.Length)
        {
            cells.Defect(FactDefects.GoalTwice, "Een doel is twee keer genoemd.", FactField.Goals, told);
            return null;
        }

        if (highest is not null && !goals.Contains(highest, StringComparer.Ordinal))
        {
            cells.Defect(
                FactDefects.HighestNotAmong,
                "Het hoogst haalbare doel staat niet bij de doelen.",
                FactField.Highest,
                highest
            );
            return null;
        }

        // In the order of the ladder, so that the same goals are the same fact.
        string[] ordered = [.. ladder.Select(l => l.Code).Where(c => goals.Contains(c, StringComparer.Ordinal))];
        return new GoalLine(cells.Line, who, new GoalReview(day, ordered, highest, promising));
    }

    /// <summary>Whether nothing in the file said this, or the opposite, before.</summary>
    private static bool IsFirst(FactLine line, Dictionary<string, FactLine> byKey, DefectReport report)
    {
        if (byKey.TryAdd(line.Key, line))
        {
            return true;
        }

        var first = byKey[line.Key];
        var same = string.Equals(first.Canonical, line.Canonical, StringComparison.Ordinal);
        report.Add(
            same ? FactDefects.RowTwice : FactDefects.RowContradicts,
            same
                ? $"Dezelfde gegevens staan in rij {first.Line}."
                : $"Rij {first.Line} zegt iets anders over hetzelfde.",
            line.Line
        );
        return false;
    }
}
