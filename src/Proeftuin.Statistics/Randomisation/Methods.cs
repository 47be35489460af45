// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Randomisation;

/// <summary>The methods of randomisation inference under the names and references by which results carry them.</summary>
internal static class Methods
{
    private const string Fisher = "Fisher (1935), The Design of Experiments";
    private const string Strasser = "Strasser, Weber (1999), Mathematical Methods of Statistics 8:220-250";

    public static readonly Method Exact = new("randomisation test, all assignments", Fisher);
    public static readonly Method Hypergeometric = new(
        "randomisation test of a 0/1 outcome, all assignments",
        "Edgington, Onghena (2007), Randomization Tests"
    );
    public static readonly Method MonteCarlo = new(
        "randomisation test, redrawn",
        "Phipson, Smyth (2010), Statistical Applications in Genetics and Molecular Biology 9:39"
    );
    public static readonly Method Inversion = new(
        "interval by inverting the randomisation test",
        "Rosenbaum (2002), Observational Studies, chapter 2"
    );
    public static readonly Method MaxT = new(
        "max-T over redrawn assignments",
        "Westfall, Young (1993), Resampling-Based Multiple Testing"
    );
    public static readonly Method Permutation = new("asymptotic permutation test", Strasser);
    public static readonly Method ExactPermutation = new(
        "exact permutation test",
        "Streitberg, Roehmel (1986), Statistical Software Newsletter 12:10-17"
    );
    public static readonly Method Wilcoxon = new("Wilcoxon rank sum", "Wilcoxon (1945), Biometrics Bulletin 1:80-83");
    public static readonly Method KruskalWallis = new("Kruskal-Wallis", "Kruskal, Wallis (1952), JASA 47:583-621");
    public static readonly Method SignFlip = new("exact sign-flip test of pairs", Fisher);
}
