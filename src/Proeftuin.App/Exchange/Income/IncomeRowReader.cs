// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Facts;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Identity;
using Proeftuin.Core;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Exchange.Income;

/// <summary>Reads one row of a delivery of income; null when something in it is a defect.</summary>
internal sealed class IncomeRowReader(FactCells cells, Month delivered)
{
    private const int MostYearsAgo = 10;

    private bool isWrong;

    public IncomeLine? Read(SourceRow source)
    {
        cells.At(source);
        isWrong = false;
        var person = cells.Person();
        var month = MonthOfRow();
        var kind = cells.Word(FactField.Kind, IncomeColumns.Kinds, required: true);
        var rhythm = cells.Word(FactField.Rhythm, IncomeColumns.Rhythms, required: true);
        var net = cells.Amount();
        var payer = NoBsn(FactField.Source);
        var slip = NoBsn(FactField.Slip);
        var issued = cells.Day(FactField.IssuedOn);
        var estimate = cells.Word(FactField.Estimate, DeliveredRows.YesNo, required: true);
        var extra = new Extra(
            cells.Amount(FactField.HolidayPay, required: false),
            cells.Amount(FactField.ReservationsPaid, required: false),
            cells.Amount(FactField.ReservationsEarned, required: false),
            cells.Amount(FactField.TravelCosts, required: false),
            Text(FactField.SickSince) ? cells.Day(FactField.SickSince) : null,
            cells.Word(FactField.InFactWages, DeliveredRows.YesNo, required: false),
            JobEnds()
        );
        if (
            person is not { } who
            || month is not { } when
            || kind is not { } what
            || rhythm is not { } per
            || net is not { } amount
            || payer is null
            || slip is null
            || issued is not { } day
            || estimate is not { } guessed
            || FirstDay(per, when) is not { } first
        )
        {
            return null;
        }

        return Whole(who, new(what, per, first, amount), payer, slip, new(guessed, day), extra);
    }

    private sealed record Payment(IncomeKind Kind, PayRhythm Rhythm, DateOnly FirstDay, Eur Net);

    private sealed record Extra(
        Eur? HolidayPay,
        Eur? Paid,
        Eur? Earned,
        Eur? Travel,
        DateOnly? SickSince,
        bool? InFactWages,
        DateOnly? JobEnds
    );

    private IncomeLine? Whole(Bsn who, Payment pay, string payer, string slip, SlipStanding standing, Extra extra)
    {
        var last = pay.Rhythm switch
        {
            PayRhythm.Monthly => Month.Of(pay.FirstDay).LastDay,
            PayRhythm.FourWeekly => pay.FirstDay.AddDays(27),
            PayRhythm.Weekly => pay.FirstDay.AddDays(6),
        };
        Fitting(pay, extra, last);
        if (!standing.IsEstimate && standing.IssuedOn < pay.FirstDay)
        {
            Wrong(
                IncomeDefects.IssuedBeforePeriod,
                $"De strook is van {Dutch.Date(standing.IssuedOn)}, de periode begint op {Dutch.Date(pay.FirstDay)}.",
                FactField.IssuedOn
            );
        }

        if (isWrong)
        {
            return null;
        }

        var income = Core
            .Settlement.Income.Of(
                payer,
                pay.Kind,
                pay.Rhythm,
                pay.FirstDay,
                pay.Net,
                extra.SickSince,
                extra.InFactWages
            )
            .OrThrow() with
        {
            HolidayPayPaid = extra.HolidayPay ?? Eur.Zero,
            ReservationsPaid = extra.Paid ?? Eur.Zero,
            ReservationsEarned = extra.Earned ?? Eur.Zero,
            TravelCosts = extra.Travel ?? Eur.Zero,
            IsEstimate = standing.IsEstimate,
        };
        return new(cells.Line, who, income, slip, standing, extra.JobEnds, cells.Text(FactField.Municipality));
    }

    private void Fitting(Payment pay, Extra extra, DateOnly last)
    {
        var fromWork = pay.Kind is IncomeKind.Wage or IncomeKind.SickPay or IncomeKind.InternshipPay;
        if (pay.Kind is IncomeKind.SickPay && extra.SickSince is null)
        {
            Wrong(IncomeDefects.SickSinceMissing, "De eerste ziektedag ontbreekt.", FactField.Kind);
        }

        if (extra.SickSince is { } sick && pay.Kind is not IncomeKind.SickPay)
        {
            Wrong(
                IncomeDefects.SickSinceElsewhere,
                $"Bij deze soort hoort geen {Dutch.Date(sick)}.",
                FactField.SickSince
            );
        }
        else if (extra.SickSince > last)
        {
            Wrong(IncomeDefects.SickSinceLater, $"De periode eindigt op {Dutch.Date(last)}.", FactField.SickSince);
        }

        if (pay.Kind is IncomeKind.InternshipPay && extra.InFactWages is null)
        {
            Wrong(IncomeDefects.InternshipNotJudged, "'Feitelijk loon' is leeg.", FactField.Kind);
        }

        if (pay.Kind is not IncomeKind.InternshipPay && extra.InFactWages is not null)
        {
            Wrong(IncomeDefects.WagesElsewhere, "Deze soort is geen stage.", FactField.InFactWages);
        }

        if (!fromWork && ((extra.HolidayPay ?? extra.Paid ?? extra.Earned) ?? Eur.Zero) > Eur.Zero)
        {
            Wrong(IncomeDefects.HolidayPayElsewhere, "Deze soort is geen loon.", FactField.Kind);
        }

        if (extra.Travel > pay.Net)
        {
            Wrong(IncomeDefects.TravelAboveNet, $"Het loon is {pay.Net}.", FactField.TravelCosts);
        }

        if (extra.JobEnds < pay.FirstDay)
        {
            Wrong(IncomeDefects.JobEndsBefore, $"De periode begint op {Dutch.Date(pay.FirstDay)}.", FactField.JobEnds);
        }
    }

    private Month? MonthOfRow()
    {
        if (cells.Month() is not { } month)
        {
            return null;
        }

        if (month > delivered)
        {
            Wrong(
                IncomeDefects.OtherMonth,
                $"De levering gaat over {Dutch.MonthOf(delivered.Year, delivered.Number)}.",
                FactField.Month
            );
            return null;
        }

        if (delivered - month > MostYearsAgo * 12)
        {
            Wrong(IncomeDefects.TooLongAgo, $"De maand is {Dutch.MonthOf(month.Year, month.Number)}.", FactField.Month);
            return null;
        }

        return month;
    }

    private DateOnly? FirstDay(PayRhythm rhythm, Month month)
    {
        if (!Text(FactField.From))
        {
            if (rhythm is PayRhythm.Monthly)
            {
                return month.FirstDay;
            }

            Wrong(IncomeDefects.PeriodNeeded, "De eerste dag van de periode is leeg.", FactField.Rhythm);
            return null;
        }

        if (cells.Day(FactField.From) is not { } first)
        {
            return null;
        }

        if (rhythm is PayRhythm.Monthly)
        {
            if (first == month.FirstDay)
            {
                return first;
            }

            Wrong(IncomeDefects.PeriodNotFirst, $"De periode begint op {Dutch.Date(first)}.", FactField.From);
            return null;
        }

        var last = first.AddDays(rhythm is PayRhythm.Weekly ? 6 : 27);
        if (Month.Of(first) != month && Month.Of(last) != month)
        {
            Wrong(
                IncomeDefects.PeriodElsewhere,
                $"De periode loopt van {Dutch.Date(first)} tot en met {Dutch.Date(last)}.",
                FactField.From
            );
            return null;
        }

        return first;
    }

    /// <summary>The last day of a job may lie ahead.</summary>
    private DateOnly? JobEnds()
    {
        if (cells.Text(FactField.JobEnds) is not { } text)
        {
            return null;
        }

        var (day, kind, wrong) = DutchDates.Read(text, allowSerial: false);
        if (kind is not null)
        {
            Wrong(kind, wrong, FactField.JobEnds);
        }

        return day;
    }

    private string? NoBsn(FactField field)
    {
        if (cells.Required(field) is not { } text)
        {
            return null;
        }

        if (Bsn.OccursIn(text))
        {
            Wrong(IncomeDefects.SlipIsBsn, "Hier staat een getal dat een BSN kan zijn.", field);
            return null;
        }

        return text;
    }

    private bool Text(FactField field) => cells.Text(field) is not null;

    private void Wrong(DefectKind kind, string wrong, FactField field)
    {
        isWrong = true;
        cells.Defect(kind, wrong, field, null);
    }
}
