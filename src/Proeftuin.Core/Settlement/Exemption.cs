// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>Which rule lets somebody keep part of their earnings from work.</summary>
public enum ExemptionKind
{
    /// <summary>The experiment's group.</summary>
    Arm,
    N,
    R,
    Y,
    Z,
    Aa,

    /// <summary>Art. 34a lid 1 under a, from 2027; b (medically hours-limited) and c (state pension age) have no clock.</summary>
    Article34a,
    Article34aHoursLimited,
    Article34aStatePension,
}

/// <summary>An exemption that applies to a person in a month: the share, the maximum if there is one, and how many months are left if they are counted.</summary>
public sealed record Exemption
{
    public required ExemptionKind Kind { get; init; }

    /// <summary>"onderdeel n", "de regel van uw groep".</summary>
    public required string Name { get; init; }
    public required long ShareBasisPoints { get; init; }
    public required Eur? Maximum { get; init; }

    /// <summary>Months left before this month; null where nobody counts.</summary>
    public required int? MonthsLeft { get; init; }

    /// <summary>Months at most; null where nobody counts.</summary>
    public required int? MonthsLimit { get; init; }
    public required LawArticle Article { get; init; }
    public required IReadOnlyList<ParameterUsed> Parameters { get; init; }

    /// <summary>The exemption that these parameters make; <paramref name="months"/> is the most months, with <paramref name="left"/> of them left.</summary>
    internal static Exemption Of(
        ExemptionKind kind,
        string name,
        ParameterUsed share,
        ParameterUsed? maximum,
        int? left,
        ParameterUsed? months
    ) =>
        new()
        {
            Kind = kind,
            Name = name,
            ShareBasisPoints = share.Value,
            Maximum = maximum?.Amount,
            MonthsLeft = left,
            MonthsLimit = months is null ? null : (int)months.Value,
            Article = share.Parameter.Article,
            Parameters = [.. new[] { share, maximum, months }.OfType<ParameterUsed>()],
        };

    /// <summary>A run of months that began goes on, whether or not it is used.</summary>
    private bool GoesOnByItself =>
        Kind is ExemptionKind.R or ExemptionKind.Z or ExemptionKind.Article34a && MonthsLeft < MonthsLimit;

    /// <summary>Months left after a month in which the exemption was given or not; null where nobody counts.</summary>
    public int? LeftAfter(bool given) => given || GoesOnByItself ? MonthsLeft - 1 : MonthsLeft;

    public Eur Of(Eur earnings, Rounding rounding)
    {
        var part = rounding.PartOf(earnings, ShareBasisPoints);
        part = part > earnings ? earnings : part;
        return Maximum is { } most && part > most ? most : part;
    }
}

/// <summary>The exemption that applies, or none; and why others do not, as sentences for the person.</summary>
public sealed record ExemptionFound(Exemption? Exemption, IReadOnlyList<string> WhyNot);
