// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using System.Text;

namespace Proeftuin.Core.Screening;

/// <summary>The outcome of a screening: every unit in ordinal order of its pseudonym, the counts, and a hash that is the same for the same register and rules.</summary>
public sealed record ScreeningResult
{
    public required ScreeningRules Rules { get; init; }

    public required DateOnly RegisterDate { get; init; }

    public required DateOnly On { get; init; }

    public required DateOnly KnownOn { get; init; }

    /// <summary>Households in the register, whatever the unit of the draw is.</summary>
    public required int RegisterHouseholds { get; init; }

    /// <summary>Persons in the register, whatever the unit of the draw is.</summary>
    public required int RegisterPersons { get; init; }

    public required IReadOnlyList<ScreenedUnit> Units { get; init; }

    public required ScreeningCounts Counts { get; init; }

    public IEnumerable<ScreenedUnit> TargetGroup => Units.Where(unit => unit.Verdict == Verdict.TargetGroup);

    /// <summary>SHA-256, in lower-case hex, over canonical lines: the rules and days first, then one line per unit with verdict, grounds, open grounds and members; UTF-8, "\n" after each line.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in CanonicalLines())
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private List<string> CanonicalLines() =>
        [
            "proeftuin-screening-v1",
            string.Join(
                ';',
                Rules.Unit,
                Iso(RegisterDate),
                Iso(On),
                Iso(KnownOn),
                Iso(Rules.Run.From),
                Rules.Run.Before is { } end ? Iso(end) : "-"
            ),
            .. Rules.Grounds.Select(g => $"{g.Code};{g.Rule};{(g.Number is { } n ? n.ToString(Dutch.Numbers) : "-")}"),
            .. Units.Select(unit =>
                string.Join(
                    ';',
                    unit.Unit.Id,
                    unit.Municipality,
                    unit.Verdict,
                    string.Join(',', unit.Excludes.Select(e => e.Ground.Code)),
                    string.Join(',', unit.Open.Select(o => o.Ground.Code)),
                    string.Join(',', unit.Members)
                )
            ),
        ];

    private static string Iso(DateOnly date) =>
        date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
