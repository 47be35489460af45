// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Regression;

/// <summary>A fitted regression of a yes/no outcome: what R's summary(glm) prints, and average marginal effects in percentage points of chance.</summary>
public sealed class LogisticFit
{
    private readonly FittedTerms fit;
    private readonly Link link;
    private readonly double[]? weights;
    private readonly double[] predictor;
    private readonly double total;

    internal LogisticFit(FittedTerms fit, Link link, double[]? weights, double[] predictor)
    {
        (this.fit, this.link, this.weights, this.predictor) = (fit, link, weights, predictor);
        total = weights is null ? predictor.Length : Vectors.Sum(weights);
    }

    public required long N { get; init; }

    /// <summary>−2 × the log likelihood.</summary>
    public required double Deviance { get; init; }

    /// <summary>The deviance when everybody has the same chance.</summary>
    public required double NullDeviance { get; init; }

    public required Method Method { get; init; }

    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];

    public double LogLikelihood => -Deviance / 2;

    /// <summary>Akaike's criterion: deviance + 2 × the number of coefficients.</summary>
    public double Aic => Deviance + 2 * Rank;

    public IReadOnlyList<string> Terms => fit.Design.Terms;

    /// <summary>The terms that have a coefficient, by their place in the design.</summary>
    public IReadOnlyList<int> Kept => fit.Kept;

    public int Rank => fit.Kept.Count;

    /// <summary>The covariance of the coefficients that exist, in the order of <see cref="Kept"/>.</summary>
    public Matrix Covariance => fit.Covariance;

    /// <summary>The fitted chance of every row.</summary>
    public IReadOnlyList<double> Fitted => Array.ConvertAll(predictor, p => Chance.Of(link, p).Yes);

    /// <summary>One coefficient, on the scale of the link (log odds); throws for a name that is not a term.</summary>
    public Answer<Coefficient> this[string term] =>
        Sum(term, new Dictionary<string, double>(StringComparer.Ordinal) { [term] = 1 });

    /// <summary>A sum of coefficients with factors.</summary>
    public Answer<Coefficient> Sum(string name, IReadOnlyDictionary<string, double> factors) => fit.Sum(name, factors);

    public IReadOnlyList<Answer<Coefficient>> Coefficients() => [.. Terms.Select(term => this[term])];

    /// <summary>e^coefficient with its interval: the odds ratio of a logit. Not for probit.</summary>
    public Answer<Estimate> OddsRatio(string term)
    {
        if (link is not Link.Logit)
        {
            throw new InvalidOperationException("Only a logit has odds ratios.");
        }

        return this[term]
            .Map(c => new Estimate
            {
                Value = Math.Exp(c.Value),
                StandardError = c.StandardError,
                Interval = new Interval(Math.Exp(c.Interval.Lower), Math.Exp(c.Interval.Upper), c.Interval.Level),
                N = N,
                Method = Method,
                Assumptions = Assumptions,
            });
    }

    /// <summary>The fitted chances of another design with the same terms.</summary>
    public IReadOnlyList<double> Predict(DesignMatrix design) =>
        Array.ConvertAll(PredictorOf(design), p => Chance.Of(link, p).Yes);

    /// <summary>The average change in chance when one term goes from one value to another for everybody (0 to 1 for an arm). For a design with products of that term give both designs.</summary>
    public Answer<Coefficient> AverageChange(string term, double from = 0, double to = 1) =>
        AverageChange(term, fit.Design.Setting(term, from), fit.Design.Setting(term, to));

    /// <summary>The average change in chance between two designs with the same terms and rows; standard error by the delta method. Reference: Bartus (2005), Stata Journal 5:309-329.</summary>
    public Answer<Coefficient> AverageChange(string name, DesignMatrix from, DesignMatrix to)
    {
        var (low, high) = (PredictorOf(from), PredictorOf(to));
        double value = 0;
        var (before, after) = (new double[low.Length], new double[high.Length]);
        for (var i = 0; i < low.Length; i++)
        {
            var share = Share(i);
            var (without, with) = (Chance.Of(link, low[i]), Chance.Of(link, high[i]));
            // the difference of two chances close to 1 is that of the small ones
            value += share * (without.Yes > 0.5 ? without.No - with.No : with.Yes - without.Yes);
            before[i] = share * without.Slope;
            after[i] = share * with.Slope;
        }

        double[] gradient =
        [
            .. Kept.Select(j => Vectors.Dot(to.Columns[j], after) - Vectors.Dot(from.Columns[j], before)),
        ];
        return fit.Smooth(name, value, gradient);
    }

    /// <summary>The average slope of the chance along one continuous term; the design must not hold products or powers of it.</summary>
    public Answer<Coefficient> AverageSlope(string term)
    {
        var place = fit.Kept.ToList().IndexOf(fit.Design.Place(term));
        if (place < 0)
        {
            return Obstacle.Collinear;
        }

        var slope = 0.0;
        var bends = new double[predictor.Length];
        for (var i = 0; i < predictor.Length; i++)
        {
            slope += Share(i) * Chance.Of(link, predictor[i]).Slope;
            bends[i] = Share(i) * Chance.Bend(link, predictor[i]);
        }

        double[] gradient = [.. Kept.Select(j => fit.Values[place] * Vectors.Dot(fit.Design.Columns[j], bends))];
        gradient[place] += slope;
        return fit.Smooth(term, fit.Values[place] * slope, gradient);
    }

    /// <summary>The likelihood-ratio test of all terms together against the same chance for everybody; needs an intercept.</summary>
    public Answer<TestResult> LikelihoodRatio() =>
        !fit.Design.HasIntercept ? throw new InvalidOperationException("The comparison is with an intercept alone.")
        : Rank < 2 ? Obstacle.Collinear
        : Tested(Math.Max(0, NullDeviance - Deviance), Rank - 1);

    /// <summary>Wald's test that these coefficients are all 0, with the covariance chosen for this fit.</summary>
    public Answer<TestResult> Wald(IReadOnlyList<string> terms) =>
        fit.Wald(terms) switch
        {
            null => Obstacle.TooFewClusters,
            { Count: 0 } => Obstacle.Collinear,
            var (statistic, count) => Tested(statistic, count),
        };

    private TestResult Tested(double statistic, int degreesOfFreedom) =>
        new()
        {
            Statistic = statistic,
            DegreesOfFreedom = degreesOfFreedom,
            P = ChiSquare.Upper(statistic, degreesOfFreedom),
            N = N,
            Method = Method,
            Assumptions = Assumptions,
        };

    private double[] PredictorOf(DesignMatrix design) =>
        design.Terms.SequenceEqual(Terms, StringComparer.Ordinal)
            ? design.Times(fit.Kept, fit.Values)
            : throw new ArgumentException("The design must have the same terms.", nameof(design));

    private double Share(int row) => (weights?[row] ?? 1) / total;
}
