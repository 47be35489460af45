// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Regression;

/// <summary>The kinds of error under the names and references by which results carry them.</summary>
internal static class Methods
{
    public static Method Of(ErrorType errors) =>
        errors switch
        {
            ErrorType.Classical => new("least squares, classical errors", "Gauss-Markov; Greene (2018), chapter 4"),
            ErrorType.HC0 => new("least squares, HC0 errors", "White (1980), Econometrica 48:817-838"),
            ErrorType.HC1 => new("least squares, HC1 errors", "Hinkley (1977), Technometrics 19:285-292"),
            ErrorType.HC2 or ErrorType.HC3 => new(
                $"least squares, {errors} errors",
                "MacKinnon, White (1985), Journal of Econometrics 29:305-325"
            ),
            ErrorType.CR0 or ErrorType.CR1 => new(
                $"least squares, {errors} errors by cluster",
                "Liang, Zeger (1986), Biometrika 73:13-22"
            ),
            ErrorType.CR2 => new(
                "least squares, CR2 errors by cluster, Satterthwaite degrees of freedom",
                "Bell, McCaffrey (2002); Pustejovsky, Tipton (2018), JBES 36:672-683"
            ),
        };

    public static IReadOnlyList<Assumption> Assumed(ErrorType errors) =>
        errors switch
        {
            ErrorType.Classical => [Assumption.IndependentUnits, Assumption.EqualVariances],
            ErrorType.HC0 or ErrorType.HC1 => [Assumption.IndependentUnits, Assumption.LargeSample],
            ErrorType.HC2 or ErrorType.HC3 => [Assumption.IndependentUnits],
            ErrorType.CR0 or ErrorType.CR1 => [Assumption.IndependentClusters, Assumption.LargeSample],
            ErrorType.CR2 => [Assumption.IndependentClusters],
        };
}
