// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>What a line of the specification is about, in the order in which a reader meets them.</summary>
public enum LineKind
{
    Norm,
    NormWithoutHolidayAllowance,
    Earnings,
    HolidayClaim,
    OtherIncome,
    LeftOut,
    Exempt,
    Deducted,
    Benefit,

    /// <summary>Somebody of the municipality changed the benefit by hand, and a second person approved it.</summary>
    ByHand,
    HolidayReserved,
    HolidayPaid,
    MonthsLeft,
}

/// <summary>One line of the specification that a participant gets: what, how much, by which article with its link, from which parameters with their day, and a sentence in plain Dutch. <see cref="Person"/> is null for the household as a whole.</summary>
public sealed record SettlementLine(
    LineKind Kind,
    string What,
    Eur? Amount,
    string? Person,
    string Sentence,
    LawArticle? Article,
    string? Link,
    IReadOnlyList<ParameterUsed> Parameters
);

/// <summary>What needs a person's attention in a settled month.</summary>
public enum AttentionKind
{
    /// <summary>An amount was estimated; the slip is still to come.</summary>
    Estimated,

    /// <summary>Nobody decided whether the exemption helps towards work, so n and r do not apply.</summary>
    NotDecided,

    /// <summary>One month of an exemption is left, or none.</summary>
    CounterEnds,

    /// <summary>A participant would keep more under the act than in the experiment's group this month.</summary>
    BetterOffUnderTheAct,

    /// <summary>A second four-weekly wage fell free; check at the end of the year.</summary>
    FourWeeklyLeftOut,

    /// <summary>Holiday allowance is due and what was reserved before is not known.</summary>
    HolidayReserveUnknown,

    /// <summary>Earnings went up or down a great deal.</summary>
    EarningsJumped,

    /// <summary>A child is known by number only, so its age cannot be looked at.</summary>
    ChildAgeUnknown,

    /// <summary>The month could not be settled; the sentence says what is missing.</summary>
    CannotBeSettled,

    /// <summary>Too much was paid and the program may not set it off; a person decides.</summary>
    SetOffByHand,
}

/// <summary>A thing that somebody must look at, and why, as a sentence.</summary>
public sealed record Attention(AttentionKind Kind, string? Person, string Sentence);
