// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.App.Exchange.Register;

/// <summary>The defects of one delivery. Every defect is counted; of each kind the first thousand are kept.</summary>
public sealed class DefectReport
{
    public const int KeptPerKind = 1000;

    private readonly Dictionary<string, (DefectKind Kind, int Count, List<Defect> Kept)> byKind = new(
        StringComparer.Ordinal
    );

    public bool IsEmpty => byKind.Count == 0;

    public int Count => byKind.Values.Sum(k => k.Count);

    /// <summary>Per kind the number of defects and the first of them, in ordinal order of the code.</summary>
    public IReadOnlyList<DefectGroup> Groups =>
        [
            .. byKind
                .Values.Select(k => new DefectGroup(k.Kind, k.Count, k.Kept))
                .OrderBy(g => g.Kind.Code, StringComparer.Ordinal),
        ];

    public void Add(DefectKind kind, string wrong, int? row = null, string? column = null, string? value = null)
    {
        if (!byKind.TryGetValue(kind.Code, out var of))
        {
            of = (kind, 0, []);
        }

        if (of.Kept.Count < KeptPerKind)
        {
            of.Kept.Add(
                new Defect(
                    kind,
                    row,
                    column is null ? null : Masked.Text(column),
                    value is null ? null : Masked.Text(value),
                    wrong
                )
            );
        }

        byKind[kind.Code] = of with { Count = of.Count + 1 };
    }
}

/// <summary>The defects of one kind: how many there are, and the first of them.</summary>
public sealed record DefectGroup(DefectKind Kind, int Count, IReadOnlyList<Defect> Kept);
