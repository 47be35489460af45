// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Proportions;

/// <summary>The methods for proportions under the names and references by which results carry them.</summary>
internal static class Methods
{
    private const string NewcombeOne = "Newcombe (1998), Statistics in Medicine 17:857-872";
    private const string NewcombeTwo = "Newcombe (1998), Statistics in Medicine 17:873-890";

    public static readonly Method Wilson = new("Wilson score", "Wilson (1927), JASA 22:209-212");
    public static readonly Method WilsonCorrected = new("Wilson score with continuity correction", NewcombeOne);
    public static readonly Method ClopperPearson = new(
        "Clopper-Pearson exact",
        "Clopper, Pearson (1934), Biometrika 26:404-413"
    );
    public static readonly Method Jeffreys = new(
        "Jeffreys",
        "Brown, Cai, DasGupta (2001), Statistical Science 16:101-133"
    );
    public static readonly Method AgrestiCoull = new(
        "Agresti-Coull",
        "Agresti, Coull (1998), American Statistician 52:119-126"
    );

    public static readonly Method Wald = new("Wald", NewcombeTwo + ", method 1");
    public static readonly Method WaldCorrected = new("Wald with continuity correction", NewcombeTwo + ", method 2");
    public static readonly Method Newcombe = new("Newcombe hybrid score", NewcombeTwo + ", method 10");
    public static readonly Method NewcombeCorrected = new(
        "Newcombe hybrid score with continuity correction",
        NewcombeTwo + ", method 11"
    );
    public static readonly Method AgrestiCaffo = new(
        "Agresti-Caffo",
        "Agresti, Caffo (2000), American Statistician 54:280-288"
    );
    public static readonly Method MiettinenNurminen = new(
        "Miettinen-Nurminen score",
        "Miettinen, Nurminen (1985), Statistics in Medicine 4:213-226"
    );

    public static readonly Method Katz = new(
        "Katz log ratio",
        "Katz, Baptista, Azen, Pike (1978), Biometrics 34:469-474"
    );
    public static readonly Method Woolf = new(
        "Woolf log odds ratio",
        "Woolf (1955), Annals of Human Genetics 19:251-253"
    );
    public static readonly Method ConditionalOdds = new(
        "exact conditional odds ratio",
        "Cornfield (1956), Proc. 3rd Berkeley Symposium 4:135-148"
    );

    public static readonly Method Fisher = new("Fisher exact", "Fisher (1935), JRSS 98:39-82");
    public static readonly Method MidP = new("Fisher mid-p", "Lancaster (1961), JASA 56:223-234");
    public static readonly Method Permutation = new(
        "exact permutation of the absolute difference",
        "Edgington, Onghena (2007), Randomization Tests"
    );
    public static readonly Method ChiSquare = new("chi-square", "Pearson (1900), Philosophical Magazine 50:157-175");
    public static readonly Method ChiSquareYates = new(
        "chi-square with Yates' correction",
        "Yates (1934), Supplement to JRSS 1:217-235"
    );
    public static readonly Method LikelihoodRatio = new(
        "G (likelihood ratio)",
        "Wilks (1938), Annals of Mathematical Statistics 9:60-62"
    );
    public static readonly Method PooledZ = new("z with pooled standard error", NewcombeTwo);
    public static readonly Method UnpooledZ = new("z with unpooled standard error", NewcombeTwo);
    public static readonly Method FreemanHalton = new(
        "Fisher-Freeman-Halton exact",
        "Freeman, Halton (1951), Biometrika 38:141-149; Mehta, Patel (1983), JASA 78:427-434"
    );

    public static readonly Method CommonOdds = new(
        "Mantel-Haenszel common odds ratio",
        "Robins, Breslow, Greenland (1986), Biometrics 42:311-323"
    );
    public static readonly Method CommonRatio = new(
        "Mantel-Haenszel common ratio",
        "Greenland, Robins (1985), Biometrics 41:55-68"
    );
    public static readonly Method CommonDifference = new(
        "Mantel-Haenszel common difference, Sato error",
        "Sato, Greenland, Robins (1989), Biometrics 45:1323-1324"
    );
    public static readonly Method CommonDifferenceLarge = new(
        "Mantel-Haenszel common difference",
        "Greenland, Robins (1985), Biometrics 41:55-68"
    );
    public static readonly Method CommonOddsExact = new(
        "exact conditional common odds ratio",
        "Mehta, Patel, Gray (1985), JASA 80:969-973"
    );
    public static readonly Method CochranMantelHaenszel = new(
        "Cochran-Mantel-Haenszel",
        "Mantel, Haenszel (1959), JNCI 22:719-748"
    );
    public static readonly Method CochranMantelHaenszelCorrected = new(
        "Cochran-Mantel-Haenszel with continuity correction",
        "Mantel, Haenszel (1959), JNCI 22:719-748"
    );
    public static readonly Method CochranMantelHaenszelExact = new(
        "exact Cochran-Mantel-Haenszel",
        "Mehta, Patel, Gray (1985), JASA 80:969-973"
    );
    public static readonly Method GeneralisedMantelHaenszel = new(
        "generalised Cochran-Mantel-Haenszel",
        "Landis, Heyman, Koch (1978), International Statistical Review 46:237-254"
    );
    public static readonly Method BreslowDay = new(
        "Breslow-Day homogeneity of odds ratios",
        "Breslow, Day (1980), IARC Scientific Publications 32"
    );
    public static readonly Method BreslowDayTarone = new(
        "Breslow-Day homogeneity of odds ratios with Tarone's correction",
        "Tarone (1985), Biometrika 72:91-95"
    );
    public static readonly Method WoolfHomogeneity = new(
        "Woolf homogeneity of odds ratios",
        "Woolf (1955), Annals of Human Genetics 19:251-253"
    );
    public static readonly Method Barnard = new(
        "Barnard unconditional exact, pooled z",
        "Barnard (1947), Biometrika 34:123-138; Suissa, Shuster (1985), JRSS A 148:317-327"
    );
    public static readonly Method Boschloo = new(
        "Boschloo unconditional exact",
        "Boschloo (1970), Statistica Neerlandica 24:1-35"
    );
}
