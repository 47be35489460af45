// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.App.Settlement;
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement.WhatIf;

namespace Proeftuin.App.WhatIf;

/// <summary>
/// Reads a population from CSV with semicolons: one row per person, a couple on two rows after each other with the same household number. Whole
/// or not at all: every wrong row is named, up to <see cref="MostFaults"/>. Carries no names and no BSN; the columns are in the handbook.
/// </summary>
public static class WhatIfPopulationFile
{
    public const int MostFaults = 20;

    private const int MostMonths = 60;

    private static readonly string[] Columns =
    [
        "huishouden",
        "leefvorm",
        "kostendelers",
        "jongste_kind",
        "geboren",
        "besluit",
        "urenbeperkt",
        "loonkostensubsidie",
        "meer_uren_kan_niet",
        "n_gebruikt",
        "r_gebruikt",
        "z_gebruikt",
        "34a_gebruikt",
    ];

    private sealed record Row(
        int Line,
        string Household,
        HouseholdType Type,
        int CostSharers,
        Month? Child,
        WhatIfTraits Traits,
        WhatIfPerson Person
    );

    public static Outcome<WhatIfPopulation> Read(TextReader text, Month start)
    {
        var header = (text.ReadLine() ?? "").TrimStart('\uFEFF').Split(';');
        var months = header.Length - Columns.Length;
        if (months is < 1 or > MostMonths || !header.SequenceEqual(Columns.Concat(Pay(months)), StringComparer.Ordinal))
        {
            return new WhatIfHeaderWrong(string.Join(';', Columns) + ";loon_01_cent;loon_02_cent;…");
        }

        var faults = new List<Refusal>();
        var rows = new List<Row>();
        for (var line = 2; text.ReadLine() is { } content && faults.Count < MostFaults; line++)
        {
            if (new Cells(line, content.Split(';'), header).Row(months, faults) is { } row)
            {
                rows.Add(row);
            }
        }

        return faults.Count > 0
            ? new Outcome<WhatIfPopulation>.Refused(faults)
            : Together(rows).Then(households => WhatIfPopulation.Of(start, months, households));
    }

    private static IEnumerable<string> Pay(int months) =>
        Enumerable.Range(1, months).Select(m => string.Create(CultureInfo.InvariantCulture, $"loon_{m:00}_cent"));

    private static Outcome<IReadOnlyList<WhatIfHousehold>> Together(IReadOnlyList<Row> rows)
    {
        var households = new List<WhatIfHousehold>();
        var kinds = new Dictionary<HouseholdKind, HouseholdKind>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            var (one, two) = (rows[i], (Row?)null);
            if (i + 1 < rows.Count && string.Equals(rows[i + 1].Household, one.Household, StringComparison.Ordinal))
            {
                two = rows[++i];
            }

            if (!seen.Add(one.Household))
            {
                return new WhatIfHouseholdTwice(one.Line, one.Household);
            }

            if ((one.Type is HouseholdType.Couple) != two is not null || (two is not null && !SameHousehold(one, two)))
            {
                return new WhatIfRowsDoNotFit(one.Line, one.Household);
            }

            var kind = new HouseholdKind(one.Type, one.CostSharers, one.Traits, two?.Traits);
            kinds.TryAdd(kind, kind);
            households.Add(new(kinds[kind], one.Child, one.Person, two?.Person));
        }

        return households;
    }

    private static bool SameHousehold(Row one, Row two) =>
        one.Type == two.Type && one.CostSharers == two.CostSharers && one.Child == two.Child;

    /// <summary>The cells of one row; every fault is noted with its row and column.</summary>
    private sealed class Cells(int line, string[] cells, string[] header)
    {
        private const int MostUsed = 250;

        public Row? Row(int months, List<Refusal> faults)
        {
            if (cells.Length != header.Length)
            {
                faults.Add(new WhatIfCellsMissing(line, cells.Length, header.Length));
                return null;
            }

            var before = faults.Count;
            var type = Type(faults);
            var used = new UsedMonths(Used(9, faults), Used(10, faults), Used(11, faults), Used(12, faults));
            var net = new Eur[months];
            for (var month = 0; month < months; month++)
            {
                net[month] = new(Number(Columns.Length + month, 0, (int)WhatIfPopulation.MostNet.Cents, faults));
            }

            var traits = new WhatIfTraits(YesNo(5, faults), YesNo(6, faults), YesNo(7, faults), YesNo(8, faults));
            var row = new Row(
                line,
                cells[0],
                type,
                Number(2, 0, 20, faults),
                cells[3].Length == 0 ? null : Month(3, faults),
                traits,
                new(Month(4, faults), used, net)
            );
            return faults.Count > before ? null : row;
        }

        private HouseholdType Type(List<Refusal> faults)
        {
            foreach (var (word, meaning) in HouseholdMonthFile.Types.All)
            {
                if (string.Equals(cells[1], word, StringComparison.Ordinal))
                {
                    return meaning;
                }
            }

            Fault(1, $"een van: {string.Join(", ", HouseholdMonthFile.Types.All.Select(t => t.Word))}", faults);
            return HouseholdType.Unknown;
        }

        private byte Used(int column, List<Refusal> faults) => (byte)Number(column, 0, MostUsed, faults);

        private int Number(int column, int least, int most, List<Refusal> faults)
        {
            if (
                int.TryParse(cells[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= least
                && number <= most
            )
            {
                return number;
            }

            Fault(column, $"een geheel getal van {Dutch.Count(least)} tot en met {Dutch.Count(most)}", faults);
            return 0;
        }

        private bool YesNo(int column, List<Refusal> faults)
        {
            if (cells[column] is not ("ja" or "nee"))
            {
                Fault(column, "ja of nee", faults);
            }

            return cells[column] is "ja";
        }

        private Month Month(int column, List<Refusal> faults)
        {
            if (
                DateOnly.TryParseExact(
                    cells[column] + "-01",
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                )
            )
            {
                return Core.Month.Of(day);
            }

            Fault(column, "een maand als 1984-05", faults);
            return new(2000, 1);
        }

        private void Fault(int column, string expected, List<Refusal> faults) =>
            faults.Add(new WhatIfCellWrong(line, header[column], expected));
    }
}

/// <summary>The first row does not name the columns.</summary>
public sealed record WhatIfHeaderWrong(string Expected) : Refusal
{
    public override string Message => $"De eerste rij moet de kolommen noemen, in deze volgorde: {Expected}.";
}

/// <summary>A row with too few or too many cells.</summary>
public sealed record WhatIfCellsMissing(int Line, int Cells, int Expected) : Refusal
{
    public override string Message =>
        $"Rij {Dutch.Count(Line)}: er staan {Dutch.Count(Cells)} waarden en het moeten er {Dutch.Count(Expected)} zijn.";
}

/// <summary>A cell that cannot be read. The value itself is not repeated.</summary>
public sealed record WhatIfCellWrong(int Line, string Column, string Expected) : Refusal
{
    public override string Message => $"Rij {Dutch.Count(Line)}, kolom {Column}: verwacht wordt {Expected}.";
}

/// <summary>A household that comes back after another one.</summary>
public sealed record WhatIfHouseholdTwice(int Line, string Household) : Refusal
{
    public override string Message =>
        $"Rij {Dutch.Count(Line)}: huishouden '{Household}' staat er al. Zet de twee rijen van gehuwden onder elkaar en geef elk huishouden een eigen nummer.";
}

/// <summary>The rows of a household do not fit its type or each other.</summary>
public sealed record WhatIfRowsDoNotFit(int Line, string Household) : Refusal
{
    public override string Message =>
        $"Rij {Dutch.Count(Line)}: de rijen van huishouden '{Household}' passen niet bij elkaar. Gehuwden hebben twee rijen met dezelfde leefvorm, kostendelers en jongste kind; een ander huishouden heeft één rij.";
}
