// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Matching;
using Proeftuin.Statistics.Regression;
using Proeftuin.Tests.Statistics.Survival;

namespace Proeftuin.Tests.Statistics.Matching;

/// <summary>NSW participants against PSID non-participants, as reference 13 and 14 use them.</summary>
internal static class Lalonde
{
    private static readonly ReferenceTable Data = ReferenceTable.Of("lalonde_matchit.csv");

    public static readonly string[] Ids = Data.Text("id");
    public static readonly bool[] Treated = [.. Data.Counts("treat").Select(t => t == 1)];
    public static readonly double[] Treat = Data.Numbers("treat");
    public static readonly double[] Earned75 = Data.Numbers("re75");
    public static readonly double[] Earned = Data.Numbers("re78");
    public static readonly string[] Race = Data.Text("race");

    public static double[] Column(string name) => Data.Numbers(name);

    /// <summary>One number per combination of the given columns.</summary>
    public static int[] Labels(params string[] columns)
    {
        string[] combined =
        [
            .. Enumerable.Range(0, Ids.Length).Select(i => string.Join('|', columns.Select(c => Data.Text(c)[i]))),
        ];
        var known = combined.Distinct(StringComparer.Ordinal).ToList();
        return [.. combined.Select(c => known.IndexOf(c))];
    }

    /// <summary>age + educ + race + married + nodegree + re74 + re75, after what is there already.</summary>
    public static DesignMatrix WithCovariates(DesignMatrix design) =>
        design
            .With("age", Column("age"))
            .With("educ", Column("educ"))
            .WithFactor("race", Race, ["black", "hispan", "white"])
            .With("married", Column("married"))
            .With("nodegree", Column("nodegree"))
            .With("re74", Column("re74"))
            .With("re75", Earned75);

    public static IReadOnlyList<Covariate> Covariates(IReadOnlyList<double> scores) =>
        [
            new("distance", scores),
            new("age", Column("age")),
            new("educ", Column("educ")),
            .. Covariate.Levels("race", Race),
            new("married", Column("married")),
            new("nodegree", Column("nodegree")),
            new("re74", Column("re74")),
            new("re75", Earned75),
        ];
}
