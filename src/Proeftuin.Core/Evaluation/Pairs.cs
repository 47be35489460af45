// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Evaluation;

/// <summary>Which groups of a published table are compared: each arm, each named pool and all arms together, against the control arm and a group left alone (by lot) and against those never drawn (not by lot).</summary>
internal static class Pairs
{
    public static IReadOnlyList<Comparison> Of(PublishedCounts counts, double level) =>
        [
            .. Enum.GetValues<ExitMeasure>()
                .SelectMany(m =>
                    ByLot(counts, m, level)
                        .Concat(Against(counts, GroupRole.Reference, true, m, level))
                        .Concat(Against(counts, GroupRole.NotRandomised, false, m, level))
                ),
        ];

    private static IEnumerable<Comparison> ByLot(PublishedCounts counts, ExitMeasure measure, double level)
    {
        var arms = counts.Groups.Where(g => g.Role is GroupRole.Arm).ToList();
        var control = counts.Groups.SingleOrDefault(g => g.Role is GroupRole.Control);
        return control is null
            ? []
            : Candidates(arms, null, measure)
                .Where(c => !c.Codes.Contains(control.Code, StringComparer.Ordinal))
                .Select(first =>
                    Comparison.Of(measure, first, Together(control.Name, [control], measure), true, level)
                );
    }

    private static IEnumerable<Comparison> Against(
        PublishedCounts counts,
        GroupRole role,
        bool byLot,
        ExitMeasure measure,
        double level
    )
    {
        var arms = counts.Groups.Where(g => g.Role is GroupRole.Arm).ToList();
        var control = counts.Groups.SingleOrDefault(g => g.Role is GroupRole.Control);
        return counts
            .Groups.Where(g => g.Role == role)
            .SelectMany(outside =>
                Candidates(arms, control, measure)
                    .Select(first =>
                        Comparison.Of(measure, first, Together(outside.Name, [outside], measure), byLot, level)
                    )
            );
    }

    /// <summary>Single groups, then named pools, then all arms, then all arms with the control arm.</summary>
    private static IReadOnlyList<ComparedGroup> Candidates(
        IReadOnlyList<PublishedGroup> arms,
        PublishedGroup? control,
        ExitMeasure measure
    )
    {
        List<ComparedGroup> all = [.. arms.Select(a => Together(a.Name, [a], measure))];
        if (control is not null)
        {
            all.Add(Together(control.Name, [control], measure));
        }

        all.AddRange(
            arms.Where(a => a.Pool is not null)
                .GroupBy(a => a.Pool!, StringComparer.Ordinal)
                .Where(p => p.Count() > 1)
                .Select(p => Together(p.Key, [.. p], measure))
        );
        if (arms.Count > 1)
        {
            all.Add(Together("Alle experimentgroepen samen", arms, measure));
        }

        if (arms.Count > 0 && control is not null)
        {
            all.Add(Together("Alle gelote groepen samen", [.. arms, control], measure));
        }

        return [.. all.DistinctBy(c => string.Join('+', c.Codes), StringComparer.Ordinal)];
    }

    private static ComparedGroup Together(string name, IReadOnlyList<PublishedGroup> groups, ExitMeasure measure) =>
        new(
            name,
            [.. groups.Select(g => g.Code)],
            Share.Of(groups.Sum(g => g.Exits(measure)), groups.Sum(g => g.Size)).OrThrow()
        );
}
