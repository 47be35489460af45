// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Facts;
using Proeftuin.App.Exchange.Register;
using Proeftuin.Core;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Exchange.Income;

/// <summary>What rows of one delivery say against each other: the same row twice, two statements about one payment, periods that overlap, one slip for two people.</summary>
internal static class WithinTheFile
{
    public static void Check(IReadOnlyList<IncomeLine> lines, DefectReport report)
    {
        var payments = new Dictionary<(string Bsn, string Payer, IncomeKind, PayRhythm, DateOnly), IncomeLine>();
        var slips = new Dictionary<(string Payer, string Slip), IncomeLine>();
        foreach (var line in lines)
        {
            var (payer, kind, rhythm, first) = line.Payment;
            var key = (line.Bsn.Digits, payer, kind, rhythm, first);
            if (!payments.TryAdd(key, line))
            {
                Second(payments[key], line, report);
            }

            var slip = (payer, line.Slip);
            if (!slips.TryAdd(slip, line) && slips[slip].Bsn != line.Bsn)
            {
                report.Add(
                    IncomeDefects.SlipTwice,
                    $"Rij {slips[slip].Line} heeft hetzelfde kenmerk en is van iemand anders.",
                    line.Line,
                    "loonstrook",
                    line.Slip
                );
            }
        }

        Overlapping(payments.Values, report);
    }

    private static void Second(IncomeLine first, IncomeLine line, DefectReport report)
    {
        var same = string.Equals(first.Says, line.Says, StringComparison.Ordinal);
        report.Add(
            same ? FactDefects.RowTwice : FactDefects.RowContradicts,
            same
                ? $"Dezelfde gegevens staan in rij {Dutch.Count(first.Line)}."
                : $"Rij {Dutch.Count(first.Line)} zegt iets anders over dezelfde betaling.",
            line.Line
        );
    }

    private static void Overlapping(IEnumerable<IncomeLine> lines, DefectReport report)
    {
        foreach (
            var job in lines
                .Where(l => l.Income.Rhythm is not PayRhythm.Monthly)
                .GroupBy(l => (l.Bsn.Digits, l.Income.From, l.Income.Kind, l.Income.Rhythm))
        )
        {
            var inOrder = job.OrderBy(l => l.Income.FirstDay).ToList();
            foreach (var (one, next) in inOrder.Zip(inOrder.Skip(1)))
            {
                if (next.Income.FirstDay <= one.Income.LastDay)
                {
                    report.Add(
                        IncomeDefects.PeriodOverlaps,
                        $"De periode begint op {Dutch.Date(next.Income.FirstDay)}, terwijl die van rij {Dutch.Count(one.Line)} loopt tot en met {Dutch.Date(one.Income.LastDay)}.",
                        next.Line,
                        "begin periode"
                    );
                }
            }
        }
    }
}
