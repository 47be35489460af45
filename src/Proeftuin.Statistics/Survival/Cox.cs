// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.Statistics.Linear;
using ChiSquareDistribution = Proeftuin.Statistics.Distributions.ChiSquare;

namespace Proeftuin.Statistics.Survival;

/// <summary>Proportional-hazards regression. Rows may be whole units or stretches of time with covariates that change (FollowUp.From): Andersen-Gill with clusters by person, Prentice-Williams-Peterson with the event's number as stratum. R: coxph. Reference: Cox (1972), JRSS B 34:187-220. Witness: reference 10, 11 and 12.</summary>
public static class Cox
{
    /// <summary>Not estimable without events, with numbers that are not finite, constant or collinear covariates, as many covariates as rows, separation (an infinite coefficient), one cluster, or an exact rule that is weighted, robust or too large.</summary>
    /// <param name="data">Follow-up; any cause is the event, see <see cref="FollowUp.Only"/>.</param>
    /// <param name="covariates">One row per row of the data, one column per term; no intercept.</param>
    /// <param name="options">Ties, strata, clusters, level.</param>
    public static Answer<CoxFit> Fit(FollowUp data, Matrix covariates, CoxOptions? options = null)
    {
        options ??= new CoxOptions();
        SameLengths(data, covariates, options);
        if (Refused(data, covariates, options) is { } why)
        {
            return why;
        }

        var rows = CoxRows.Of(data, covariates, options);
        if (rows.HasStretchWithoutLength)
        {
            return Obstacle.StretchWithoutLength;
        }

        if (!rows.AllColumnsVary)
        {
            return Obstacle.Collinear;
        }

        return options.Ties is CoxTies.Exact && !CoxExact.IsAffordable(rows)
            ? Obstacle.TooManyTables
            : CoxSearch
                .From(rows.Columns, Likelihood(rows, options.Ties), step => CoxSearch.Move(rows, step))
                .Then(found => Fitted(data, rows, options, found));
    }

    internal static bool IsRobust(FollowUp data, CoxOptions options) =>
        options.Robust ?? (options.Clusters is not null || data.HasFractionalWeights);

    internal static TestResult ChiSquare(double statistic, int degrees, long n, string name, string reference) =>
        new()
        {
            Statistic = statistic,
            DegreesOfFreedom = degrees,
            P = ChiSquareDistribution.Upper(statistic, degrees),
            N = n,
            Method = new Method(name, reference),
            Assumptions = [Assumption.ProportionalHazards, Assumption.CensoringSaysNothing, Assumption.LargeSample],
        };

    private static void SameLengths(FollowUp data, Matrix covariates, CoxOptions options)
    {
        Vectors.SameLength(data.Count, covariates.Rows);
        Vectors.SameLength(data.Count, options.Strata?.Count ?? data.Count);
        Vectors.SameLength(data.Count, options.Clusters?.Count ?? data.Count);
        Vectors.SameLength(data.Count, options.Offset?.Count ?? data.Count);
        Vectors.SameLength(covariates.Columns, options.Names?.Count ?? covariates.Columns);
    }

    private static Obstacle? Refused(FollowUp data, Matrix covariates, CoxOptions options)
    {
        var exact = options.Ties is CoxTies.Exact;
        return !Confidence.IsLevel(options.Level) ? Obstacle.LevelOutsideZeroToOne
            : data.Check() is { } why ? why
            : !covariates.AllFinite() || options.Offset?.All(double.IsFinite) is false ? Obstacle.NotFinite
            : exact && data.Weights is not null ? Obstacle.WeightsNotSupported
            : exact && IsRobust(data, options) ? Obstacle.NoRobustVariance
            : !Array.Exists(data.Causes, c => c != 0) ? Obstacle.NoEvents
            : covariates.Columns == 0 ? Obstacle.NoVariation
            : covariates.Columns >= data.Count ? Obstacle.MoreTermsThanRows
            : options.Clusters is { } c && Groups.Of(c).Count < 2 ? Obstacle.TooFewClusters
            : null;
    }

    private static Func<double[], CoxPoint> Likelihood(CoxRows rows, CoxTies ties)
    {
        if (ties is CoxTies.Exact)
        {
            return beta => CoxExact.At(rows, beta);
        }

        var likelihood = new CoxLikelihood(rows, ties is CoxTies.Efron);
        return beta =>
        {
            likelihood.At(beta);
            return new CoxPoint(likelihood.LogLikelihood, likelihood.Score, likelihood.Information);
        };
    }

    private static Answer<CoxFit> Fitted(FollowUp data, CoxRows rows, CoxOptions options, CoxSearch.Found found)
    {
        var p = rows.Columns;
        var naive = found.Factor.Inverse();
        var (robust, scores) = (IsRobust(data, options), default(Matrix));
        var variance = naive;
        double? robustScore = null;
        if (robust)
        {
            scores = CoxResiduals.Scores(data, rows, options, found.Beta);
            variance = naive.Times(scores.Gram()).Times(naive);
            robustScore = RobustScore(CoxResiduals.Scores(data, rows, options, new double[p]));
            if (Cholesky.Of(variance, 1e-13) is null)
            {
                return Obstacle.TooFewClusters;
            }
        }

        var wald = Cholesky.Of(variance, 1e-13)!.HalfSolve(found.Beta);
        var start = Cholesky.Of(found.Start.Information)!.HalfSolve(found.Start.Score);
        double[] coefficients = [.. found.Beta.Select((b, j) => b / rows.Scale[j])];
        var n = data.Count;
        const string Text = "Therneau, Grambsch (2000), Modeling Survival Data, section 3.4";
        return new CoxFit(new CoxModel(data, rows, options, found.Beta, coefficients))
        {
            Terms =
            [
                .. coefficients.Select(
                    (b, j) =>
                        Term(
                            options.Names?[j] ?? (j + 1).ToString(CultureInfo.InvariantCulture),
                            b,
                            Math.Sqrt(variance[j, j]) / rows.Scale[j],
                            Math.Sqrt(naive[j, j]) / rows.Scale[j],
                            n,
                            options.Level,
                            MethodOf(options.Ties, robust)
                        )
                ),
            ],
            Variance = Unscaled(variance, rows.Scale),
            NaiveVariance = Unscaled(naive, rows.Scale),
            NullLogLikelihood = found.Start.LogLikelihood,
            LogLikelihood = found.End.LogLikelihood,
            LikelihoodRatio = ChiSquare(
                Math.Max(0, 2 * (found.End.LogLikelihood - found.Start.LogLikelihood)),
                p,
                n,
                "Likelihood ratio",
                Text
            ),
            Wald = ChiSquare(Vectors.Dot(wald, wald), p, n, "Wald", Text),
            Score = ChiSquare(Vectors.Dot(start, start), p, n, "Score", Text),
            RobustScore = robustScore is { } s ? ChiSquare(s, p, n, "Robust score", Text) : null,
            N = n,
            Events = rows.Events,
            Iterations = found.Steps,
            Method = MethodOf(options.Ties, robust),
        };
    }

    internal static CoxTerm Term(
        string name,
        double value,
        double error,
        double naiveError,
        long n,
        double level,
        Method method
    )
    {
        var half = Confidence.CriticalValue(level) * error;
        return new CoxTerm
        {
            Name = name,
            LogHazardRatio = new Estimate
            {
                Value = value,
                StandardError = error,
                Interval = new Interval(value - half, value + half, level),
                N = n,
                Method = method,
                Assumptions =
                [
                    Assumption.IndependentUnits,
                    Assumption.CensoringSaysNothing,
                    Assumption.ProportionalHazards,
                    Assumption.LargeSample,
                ],
            },
            NaiveError = naiveError,
            Z = value / error,
            P = Confidence.P(value / error, Alternative.TwoSided),
        };
    }

    private static double? RobustScore(Matrix scores)
    {
        var ones = new double[scores.Rows];
        Array.Fill(ones, 1);
        if (Cholesky.Of(scores.Gram(), 1e-11) is not { } factor)
        {
            return null;
        }

        var half = factor.HalfSolve(scores.TransposedTimes(ones));
        return Vectors.Dot(half, half);
    }

    internal static Matrix Unscaled(Matrix scaled, double[] scale)
    {
        var matrix = new Matrix(scaled.Rows, scaled.Columns);
        for (var j = 0; j < scaled.Rows; j++)
        {
            for (var k = 0; k < scaled.Columns; k++)
            {
                matrix[j, k] = scaled[j, k] / (scale[j] * scale[k]);
            }
        }

        return matrix;
    }

    private static Method MethodOf(CoxTies ties, bool robust) =>
        new(
            $"Cox regression, {ties switch { CoxTies.Efron => "Efron", CoxTies.Breslow => "Breslow", CoxTies.Exact => "exact" }} ties{(robust ? ", robust errors" : "")}",
            robust
                ? "Cox (1972), JRSS B 34:187-220; Lin, Wei (1989), JASA 84:1074-1078"
                : "Cox (1972), JRSS B 34:187-220"
        );
}
