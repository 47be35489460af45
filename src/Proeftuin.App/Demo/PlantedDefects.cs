// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Register;
using F = Proeftuin.App.Exchange.Register.RegisterField;

namespace Proeftuin.App.Demo;

/// <summary>Makes chosen rows of a made register wrong, one kind after another, so that a defect report can be tried.</summary>
public static class PlantedDefects
{
    private static readonly (F Field, string Value)[] Cells =
    [
        (F.Bsn, "12345678"),
        (F.Bsn, "123456789"),
        (F.Bsn, ""),
        (F.Born, "31-2-1980"),
        (F.Born, "1-7-85"),
        (F.Born, "07/25/1985"),
        (F.Born, "1-1-1890"),
        (F.Born, "1-1-2090"),
        (F.Born, "in de zomer"),
        (F.BenefitSince, "1-1-2090"),
        (F.BenefitSince, "1-1-1910"),
        (F.HouseholdType, "kluizenaar"),
        (F.Benefit, "WW"),
        (F.PersonNumber, "3"),
        (F.Name, "=HYPERLINK(\"x\")"),
        (F.Name, "@SUM(A1)"),
        (F.Name, ""),
        (F.Name, "JosÃ©"),
        (F.Wsnp, "misschien"),
        (F.CostSharers, "-1"),
        (F.CostSharers, "twee"),
        (F.ChildrenUnder12, "1,5"),
        (F.ExemptionMonthsN, "7"),
        (F.ExemptionMonthsR, "31"),
        (F.ExemptionMonthsN, "2,5"),
        (F.MonthsOnBenefit, "9999"),
        (F.Municipality, "Elders"),
        (F.Household, ""),
    ];

    private static readonly int[] Place = Places();

    public static MadeRegister Into(MadeRegister register, int count, long seed)
    {
        var random = new SeededRandom(seed ^ 0x5EED);
        var rows = register.Rows.Select(row => row.ToArray()).ToList();
        for (var i = 0; i < count && rows.Count > 0; i++)
        {
            var row = random.Below(rows.Count);
            switch (i % (Cells.Length + 3))
            {
                case var kind when kind < Cells.Length:
                    rows[row][Place[(int)Cells[kind].Field]] = Cells[kind].Value;
                    break;
                case var kind when kind == Cells.Length:
                    rows.Add([.. rows[row]]);
                    break;
                case var kind when kind == Cells.Length + 1:
                    rows[row] = rows[row][..^3];
                    break;
                default:
                    rows[row] = [.. rows[row], "te veel"];
                    break;
            }
        }

        return register with
        {
            Rows = rows,
        };
    }

    private static int[] Places()
    {
        var places = new int[RegisterColumns.All.Count];
        for (var i = 0; i < places.Length; i++)
        {
            places[(int)RegisterColumns.All[i].Field] = i;
        }

        return places;
    }
}
