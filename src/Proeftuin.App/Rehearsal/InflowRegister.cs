// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.App.Demo;
using Proeftuin.App.Exchange.Register;
using Proeftuin.Core;

namespace Proeftuin.App.Rehearsal;

/// <summary>The register of a later month: the people of the first one, and the households whose benefit began since.</summary>
internal static class InflowRegister
{
    private static readonly int HouseholdColumn = ColumnOf(RegisterField.Household);
    private static readonly int SinceColumn = ColumnOf(RegisterField.BenefitSince);
    private static readonly int[] UsedColumns =
    [
        ColumnOf(RegisterField.ExemptionMonthsN),
        ColumnOf(RegisterField.ExemptionMonthsR),
        ColumnOf(RegisterField.ExemptionMonthsY),
    ];

    private static readonly int MonthsColumn = ColumnOf(RegisterField.MonthsOnBenefit);

    /// <summary>The <paramref name="number"/>th register, on the first of a month: one step of inflow larger than the one before.</summary>
    public static MadeRegister Of(RehearsalPlan plan, AssumedInflow inflow, int number, DateOnly on)
    {
        var households = plan.Households + inflow.PerMonth * (number - 1);
        var register = RegisterMaker.MakeComplete(plan.Profile, households, plan.Seed);
        var later = Month.Of(on) - Month.Of(plan.Profile.ReferenceDate);
        foreach (var row in register.Rows)
        {
            row[MonthsColumn] = (later + int.Parse(row[MonthsColumn], CultureInfo.InvariantCulture)).ToString(
                CultureInfo.InvariantCulture
            );
            var household = int.Parse(row[HouseholdColumn].AsSpan(1), CultureInfo.InvariantCulture);
            if (household > plan.Households)
            {
                var cohort = 1 + (household - plan.Households - 1) / inflow.PerMonth;
                // The households of step c were new in register c + 1.
                var ago = number - 1 - cohort;
                row[SinceColumn] = Began(on.AddMonths(-ago), household);
                row[MonthsColumn] = ago.ToString(CultureInfo.InvariantCulture);
                foreach (var used in UsedColumns)
                {
                    row[used] = "0";
                }
            }
        }

        return register;
    }

    /// <summary>A day in the month before.</summary>
    private static string Began(DateOnly first, int household)
    {
        var day = first.AddMonths(-1).AddDays(household * 7 % 28);
        return string.Create(CultureInfo.InvariantCulture, $"{day.Day}-{day.Month}-{day.Year}");
    }

    private static int ColumnOf(RegisterField field) =>
        RegisterColumns.All.Select((c, i) => (c.Field, i)).First(c => c.Field == field).i;
}
