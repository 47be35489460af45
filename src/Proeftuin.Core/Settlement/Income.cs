// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>Where money comes from; it decides whether an exemption for earnings from work can apply.</summary>
public enum IncomeKind
{
    Wage,

    /// <summary>Wage that the employer pays on during sickness; work in the first 104 weeks.</summary>
    SickPay,

    /// <summary>Benefit around birth under the Wet arbeid en zorg.</summary>
    MaternityBenefit,

    /// <summary>Work only when it is in fact wages and not mainly for learning.</summary>
    InternshipPay,

    /// <summary>Compensation on dismissal; what it is, is a municipal choice without default.</summary>
    Severance,
    Alimony,

    /// <summary>Ziektewet.</summary>
    SicknessBenefit,

    /// <summary>Anw.</summary>
    SurvivorsBenefit,

    /// <summary>Anything else that counts and is not from work.</summary>
    Other,
}

/// <summary>Over what period somebody is paid.</summary>
public enum PayRhythm
{
    Monthly,
    FourWeekly,
    Weekly,
}

/// <summary>
/// One payment as the pay slip states it, net of tax, contributions and pension (art. 31 lid 3), with holiday pay and reservations apart.
/// Amounts in whole cents. Refuses negative and absurd amounts, a period that does not fit its rhythm, sick pay without its first day and
/// internship pay of which nobody said what it is.
/// </summary>
public sealed record Income
{
    private static readonly Eur Absurd = Eur.OfEuros(100_000);

    private Income() { }

    /// <summary>The job or payer, so that several at once stay apart.</summary>
    public string From { get; private init; } = "";

    public IncomeKind Kind { get; private init; }

    public PayRhythm Rhythm { get; private init; }

    public DateOnly FirstDay { get; private init; }

    public DateOnly LastDay { get; private init; }

    /// <summary>Net, without holiday pay and without paid-out reservations.</summary>
    public Eur Net { get; private init; }

    public Eur HolidayPayPaid { get; init; }

    public Eur ReservationsPaid { get; init; }

    public Eur ReservationsEarned { get; init; }

    public Eur TravelCosts { get; init; }

    /// <summary>First day of sickness, for sick pay.</summary>
    public DateOnly? SickSince { get; private init; }

    /// <summary>For internship pay: whether it is in fact wages.</summary>
    public bool? InFactWages { get; private init; }

    /// <summary>The slip is not there yet; the amount is an estimate.</summary>
    public bool IsEstimate { get; init; }

    public static Outcome<Income> Of(
        string from,
        IncomeKind kind,
        PayRhythm rhythm,
        DateOnly firstDay,
        Eur net,
        DateOnly? sickSince = null,
        bool? inFactWages = null
    )
    {
        var lastDay = rhythm switch
        {
            PayRhythm.Monthly => Month.Of(firstDay).LastDay,
            PayRhythm.FourWeekly => firstDay.AddDays(27),
            PayRhythm.Weekly => firstDay.AddDays(6),
        };
        return net < Eur.Zero || net > Absurd ? new IncomeAmountImpossible(from, net)
            : rhythm is PayRhythm.Monthly && firstDay.Day != 1 ? new MonthlyPayNotOnTheFirst(from, firstDay)
            : kind is IncomeKind.SickPay && sickSince is null ? new SickSinceMissing(from)
            : kind is IncomeKind.InternshipPay && inFactWages is null ? new InternshipNotJudged(from)
            : new Income
            {
                From = from,
                Kind = kind,
                Rhythm = rhythm,
                FirstDay = firstDay,
                LastDay = lastDay,
                Net = net,
                SickSince = sickSince,
                InFactWages = inFactWages,
            };
    }
}

/// <summary>An amount of income that cannot be: below zero or above 100,000 euro in one payment.</summary>
public sealed record IncomeAmountImpossible(string From, Eur Amount) : Refusal
{
    public override string Message =>
        $"Het bedrag {Amount} van '{From}' kan niet. Een betaling ligt tussen € 0,00 en € 100.000,00. Kijk het na op de loonstrook.";
}

/// <summary>A monthly wage must begin on the first of a month.</summary>
public sealed record MonthlyPayNotOnTheFirst(string From, DateOnly Day) : Refusal
{
    public override string Message =>
        $"Het maandloon van '{From}' begint op {Dutch.Date(Day)}. Geef een maandloon op vanaf de eerste van de maand.";
}

/// <summary>Sick pay without the first day of sickness: whether it is within the first 104 weeks cannot be said.</summary>
public sealed record SickSinceMissing(string From) : Refusal
{
    public override string Message =>
        $"Bij het loon tijdens ziekte van '{From}' ontbreekt de eerste ziektedag. Zonder die dag is niet te zeggen of het inkomsten uit arbeid zijn.";
}

/// <summary>Nobody said whether the internship pay is in fact wages.</summary>
public sealed record InternshipNotJudged(string From) : Refusal
{
    public override string Message =>
        $"Bij de stagevergoeding van '{From}' staat niet of zij feitelijk loon is. Beslis dat eerst.";
}

/// <summary>Compensation on dismissal came in and the municipality has not chosen what it is.</summary>
public sealed record SeveranceNotDecided(string From) : Refusal
{
    public override string Message =>
        $"Er is een ontslagvergoeding van '{From}'. De gemeente heeft nog niet gekozen of dat inkomsten uit arbeid zijn. Kies dat eerst bij de gemeentekeuzes; er is geen standaard, omdat de bron daarover afbreekt.";
}
