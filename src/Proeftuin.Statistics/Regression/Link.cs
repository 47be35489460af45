// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;

namespace Proeftuin.Statistics.Regression;

/// <summary>The scale on which the covariates add up to the chance of the outcome; R's binomial(link).</summary>
public enum Link
{
    /// <summary>The logarithm of the odds.</summary>
    Logit,

    /// <summary>The normal quantile of the chance.</summary>
    Probit,
}

/// <summary>A chance and all that follows from it, at one value of the linear predictor.</summary>
/// <param name="Yes">The chance of the outcome.</param>
/// <param name="No">The chance of no outcome, computed by itself.</param>
/// <param name="Slope">How fast the chance rises with the linear predictor.</param>
internal readonly record struct Chance(double Yes, double No, double Slope)
{
    public static Chance Of(Link link, double predictor) =>
        link switch
        {
            Link.Logit => new(
                1 / (1 + Math.Exp(-predictor)),
                1 / (1 + Math.Exp(predictor)),
                1 / (1 + Math.Exp(-predictor)) / (1 + Math.Exp(predictor))
            ),
            Link.Probit => new(Normal.Cdf(predictor), Normal.Upper(predictor), Normal.Density(predictor)),
        };

    /// <summary>How fast the slope itself rises.</summary>
    public static double Bend(Link link, double predictor)
    {
        var chance = Of(link, predictor);
        return link switch
        {
            Link.Logit => chance.Slope * (chance.No - chance.Yes),
            Link.Probit => -predictor * chance.Slope,
        };
    }

    /// <summary>ln of the chance of what happened.</summary>
    public static double Log(Link link, double predictor, bool outcome)
    {
        var signed = outcome ? predictor : -predictor;
        return link switch
        {
            Link.Logit => signed > 0
                ? -Precise.LogOnePlus(Math.Exp(-signed))
                : signed - Precise.LogOnePlus(Math.Exp(signed)),
            Link.Probit => Normal.LogCdf(signed),
        };
    }

    /// <summary>The linear predictor at which the search starts, as in R: the chance (w·y + ½)/(w + 1).</summary>
    public static double Start(Link link, double weight, bool outcome)
    {
        var (happened, not) = ((weight + 0.5) / (weight + 1), 0.5 / (weight + 1));
        return (outcome ? 1 : -1)
            * link switch
            {
                Link.Logit => Math.Log(happened / not),
                Link.Probit => -Normal.Quantile(not),
            };
    }
}
