// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Evaluation;

namespace Proeftuin.App.Exchange.Counts;

/// <summary>Reads what a report prints, with the place, the words and the computation, from CSV.</summary>
public static class ClaimsFile
{
    private static readonly string[] Columns = ["where", "quote", "printed", "computed"];

    public static Outcome<IReadOnlyList<PublishedClaim>> Read(string name, string text) =>
        CsvTable.Read(name, text, Columns, []).Then(Claims);

    private static Outcome<IReadOnlyList<PublishedClaim>> Claims(CsvTable table)
    {
        var read = table.Rows.Select(Claim).ToList();
        var faults = read.SelectMany(c => c.Why).ToList();
        return faults.Count > 0
            ? new Outcome<IReadOnlyList<PublishedClaim>>.Refused(faults)
            : new Outcome<IReadOnlyList<PublishedClaim>>.Done([.. read.Select(c => c.OrThrow())]);
    }

    private static Outcome<PublishedClaim> Claim(CsvRow row)
    {
        var empty = Columns
            .Where(c => row[c].Length == 0)
            .Select(c => new ValueMissing(row.File, row.Line, c))
            .ToList();
        if (empty.Count > 0)
        {
            return new Outcome<PublishedClaim>.Refused(empty);
        }

        var printed = Printed.Parse(row["printed"]);
        var computation = Computation.Parse(row["computed"]);
        List<Refusal> faults =
        [
            .. printed.Why.Concat(computation.Why).Select(w => new ClaimNotUnderstood(row.File, row.Line, w)),
        ];
        return faults.Count > 0
            ? new Outcome<PublishedClaim>.Refused(faults)
            : new PublishedClaim(row["where"], row["quote"], printed.OrThrow(), computation.OrThrow());
    }
}
