// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>How a wage per four weeks becomes an amount per month.</summary>
public enum FourWeeklyPay
{
    /// <summary>Times 13, divided by 12, each month; the thirteenth wage of the year is then left out.</summary>
    ThirteenTwelfths,

    /// <summary>By working days (Monday to Friday) over the months in which they lie.</summary>
    WorkingDays,
}

/// <summary>What is done with holiday pay from work.</summary>
public enum HolidayPayTreatment
{
    /// <summary>Earnings without holiday pay are compared with the norm without holiday allowance.</summary>
    LeftOutOnBothSides,

    /// <summary>The claim on holiday pay is added to the earnings and compared with the whole norm.</summary>
    ClaimAdded,
}

/// <summary>In which month a reservation (days off in money, a thirteenth month) counts.</summary>
public enum ReservationTreatment
{
    WhenEarned,
    WhenPaid,
}

/// <summary>What compensation on dismissal is; the source breaks off there, so there is no default.</summary>
public enum SeveranceTreatment
{
    FromWork,
    NotFromWork,
}

/// <summary>For whom the maximum for couples in an experiment's group holds; the sources do not say.</summary>
public enum CoupleMaximumFor
{
    Each,
    Together,
}

/// <summary>What is taken for a month whose pay slip is missing.</summary>
public enum EstimateRule
{
    LastKnownMonth,
    AverageOfThree,
}

/// <summary>From when another age gives another norm.</summary>
public enum AgeChange
{
    /// <summary>From the first month that begins at that age.</summary>
    FromTheNextMonth,

    /// <summary>From the day itself; the month then has two norms.</summary>
    FromTheDay,
}

/// <summary>
/// What the law leaves to the municipality, as settings. Each has a default with a reason in parameters/gemeentekeuzes.yaml; the two
/// without default are null until somebody decides, and refuse when they are needed.
/// </summary>
public sealed record MunicipalChoices
{
    public required FourWeeklyPay FourWeeklyPay { get; init; }
    public required HolidayPayTreatment HolidayPay { get; init; }
    public required ReservationTreatment Reservations { get; init; }
    public required RoundingRule Rounding { get; init; }
    public required EstimateRule Estimate { get; init; }
    public AgeChange AgeChange { get; init; }

    /// <summary>Whether travel costs that the worker paid in advance are taken off the earnings.</summary>
    public required bool DeductTravelCosts { get; init; }

    /// <summary>Whether a month under the experiment's rule also uses up a month of art. 31 lid 2 under n.</summary>
    public required bool ArmMonthsUseUpN { get; init; }

    /// <summary>Whether an exemption applies, and its month counts, in a month in which no benefit is left.</summary>
    public required bool ExemptWithoutBenefit { get; init; }

    /// <summary>The change of earnings from one month to the next above which somebody looks, in hundredths of a per cent of the first; null for never.</summary>
    public long? EarningsJumpBasisPoints { get; init; }

    /// <summary>The part of the norm, in hundredths of a per cent, that is set off in a month when too much was paid; null: a person decides each time.</summary>
    public long? SetOffBasisPoints { get; init; }
    public required SeveranceTreatment? Severance { get; init; }
    public required CoupleMaximumFor? CoupleMaximumFor { get; init; }
}
