// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement.WhatIf;

/// <summary>Which article a rule changes: art. 31 lid 2 (n, then r, y, z and aa), or art. 34a as it comes in 2027.</summary>
public enum WhatIfArticle
{
    Article31,
    Article34a,
}

/// <summary>When the months of an exemption begin to count anew, beside what the act says itself.</summary>
public enum WhatIfRestart
{
    Never,

    /// <summary>Everybody begins with nothing used.</summary>
    AtStart,

    /// <summary>Who used all months of n gets them again with a job that begins after that.</summary>
    WithNewJob,
}

/// <summary>
/// One rule to calculate: the act on a day, with other numbers where they are given. Amounts in whole cents, shares in hundredths of a per
/// cent. Refuses a share that is not a whole number of tenths of a per cent, numbers out of reach, and what art. 34a does not have.
/// </summary>
public sealed record WhatIfRule
{
    /// <summary>More than anybody earns, so that it never binds.</summary>
    public static readonly Eur NoMaximum = Eur.OfEuros(100_000);

    /// <summary>Fifty years of months, so that they never end.</summary>
    public const int NoEnd = 600;

    private WhatIfRule() { }

    public string Name { get; private init; } = "";

    /// <summary>Null: the article that holds on the day.</summary>
    public WhatIfArticle? Article { get; private init; }

    public long? ShareBasisPoints { get; private init; }

    public Eur? Maximum { get; private init; }

    public int? Months { get; private init; }

    /// <summary>From what age n and r hold.</summary>
    public int? Age { get; private init; }

    public WhatIfRestart Restart { get; private init; }

    /// <summary>The act as it is, the baseline of every comparison.</summary>
    public static WhatIfRule Law(string name) => new() { Name = name };

    public static Outcome<WhatIfRule> Of(
        string name,
        WhatIfArticle? article = null,
        long? shareBasisPoints = null,
        Eur? maximum = null,
        int? months = null,
        int? age = null,
        WhatIfRestart restart = WhatIfRestart.Never
    ) =>
        shareBasisPoints is { } share && (share is < 0 or > 10_000 || share % 10 != 0)
            ? new WhatIfShareImpossible(name, share)
        : maximum < Eur.Zero || maximum > NoMaximum ? new WhatIfMaximumImpossible(name, maximum.Value)
        : months is < 0 or > NoEnd ? new WhatIfMonthsImpossible(name, months.Value)
        : age is < 18 or > 66 ? new WhatIfAgeImpossible(name, age.Value)
        : article is WhatIfArticle.Article34a && (maximum is not null || age is not null)
            ? new WhatIfNotInArticle34a(name)
        : new WhatIfRule
        {
            Name = name,
            Article = article,
            ShareBasisPoints = shareBasisPoints,
            Maximum = maximum,
            Months = months,
            Age = age,
            Restart = restart,
        };
}

/// <summary>A share below 0%, above 100% or finer than a tenth of a per cent.</summary>
public sealed record WhatIfShareImpossible(string Rule, long BasisPoints) : Refusal
{
    public override string Message =>
        $"Bij '{Rule}' kan het percentage niet. Geef een percentage van 0 tot en met 100, met hoogstens één cijfer achter de komma.";
}

/// <summary>A maximum below zero or above what is counted as no maximum.</summary>
public sealed record WhatIfMaximumImpossible(string Rule, Eur Maximum) : Refusal
{
    public override string Message =>
        $"Bij '{Rule}' kan het maximum {Maximum} niet. Geef een bedrag van € 0,00 tot en met {WhatIfRule.NoMaximum}.";
}

/// <summary>A number of months below zero or above fifty years.</summary>
public sealed record WhatIfMonthsImpossible(string Rule, int Months) : Refusal
{
    public override string Message => $"Bij '{Rule}' kan het aantal maanden niet. Geef een getal van 0 tot en met 600.";
}

/// <summary>An age outside the years in which somebody can have a benefit of their own before the state pension.</summary>
public sealed record WhatIfAgeImpossible(string Rule, int Age) : Refusal
{
    public override string Message =>
        $"Bij '{Rule}' kan de leeftijd niet. Geef een leeftijd van 18 tot en met 66 jaar.";
}

/// <summary>Art. 34a has no maximum in euros and no lowest age.</summary>
public sealed record WhatIfNotInArticle34a(string Rule) : Refusal
{
    public override string Message =>
        $"Bij '{Rule}' staat een maximum of een leeftijd, maar artikel 34a kent die niet. Laat ze weg, of kies artikel 31.";
}
