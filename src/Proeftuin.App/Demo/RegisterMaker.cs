// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.App.Exchange.Register;

namespace Proeftuin.App.Demo;

/// <summary>Makes a fictional benefit register: obviously made-up people, a plausible mix, and the same text for the same seed. About 137 couples per 1,000 households, so that 502 households hold about 571 persons as in Twenterand.</summary>
public static class RegisterMaker
{
    private const int CouplesPerMille = 137;

    /// <summary>The yes-or-no facts of a person that a delivery may leave open; in a complete register the answer is then no.</summary>
    private static readonly RegisterField[] Open =
    [
        RegisterField.ExemptArticle9Lid2,
        RegisterField.ExemptArticle9Lid5,
        RegisterField.ExemptArticle9a,
        RegisterField.Wsnp,
        RegisterField.Institution,
    ];

    /// <summary>A register in which every exclusion ground can be judged: the same households, with nothing left open.</summary>
    public static MadeRegister MakeComplete(MakerProfile profile, int households, long seed)
    {
        var made = Make(profile, households, seed);
        var columns = RegisterColumns
            .All.Select((c, i) => (c.Field, i))
            .Where(c => Open.Contains(c.Field))
            .Select(c => c.i)
            .ToList();
        foreach (var row in made.Rows)
        {
            foreach (var column in columns.Where(c => row[c].Length == 0))
            {
                row[column] = "nee";
            }
        }

        return made;
    }

    public static MadeRegister Make(MakerProfile profile, int households, long seed)
    {
        var random = new SeededRandom(seed);
        var numbers = new TestBsn(random);
        var rows = new List<string[]>(households * 8 / 7);
        for (var i = 1; i <= households; i++)
        {
            AddHousehold(rows, i, profile, random, numbers);
        }

        return new MadeRegister(rows, households);
    }

    private static void AddHousehold(
        List<string[]> rows,
        int number,
        MakerProfile profile,
        SeededRandom random,
        TestBsn numbers
    )
    {
        var on = profile.ReferenceDate;
        var isCouple = random.Chance(CouplesPerMille);
        var isParent = !isCouple && random.Chance(190);
        var oldest = BornOf(random, on);
        var since = SinceOf(random, on, oldest);
        var household = new Dictionary<RegisterField, string>
        {
            [RegisterField.Household] = $"U{number:000000}",
            [RegisterField.HouseholdType] =
                isCouple ? "gehuwd/samenwonend"
                : isParent ? "alleenstaande ouder"
                : "alleenstaand",
            [RegisterField.Benefit] = random.Weighted((930, "Pw"), (30, "Bbz"), (34, "IOAW"), (6, "IOAZ")),
            [RegisterField.BenefitSince] = Date(since),
            [RegisterField.CostSharers] = random.Weighted((850, "0"), (100, "1"), (35, "2"), (5, "3"), (10, "")),
            [RegisterField.ChildrenUnder12] =
                isParent || isCouple ? random.Weighted((450, "0"), (300, "1"), (180, "2"), (70, "3")) : "0",
            [RegisterField.Municipality] = random.Weighted([.. profile.Municipalities]),
            [RegisterField.Address] = $"Voorbeeldstraat {random.Between(1, 999)}",
            [RegisterField.CaseManager] = $"KM{random.Between(1, 40):00}",
        };
        for (var person = 1; person <= (isCouple ? 2 : 1); person++)
        {
            var cells = Person(
                random,
                numbers,
                person == 1 ? oldest : PartnerOf(random, on, oldest),
                since,
                on,
                isParent
            );
            cells[RegisterField.PersonNumber] = person.ToString(CultureInfo.InvariantCulture);
            cells[RegisterField.Name] = $"Testpersoon {rows.Count + 1:000000}";
            rows.Add([
                .. RegisterColumns.All.Select(c =>
                    household.GetValueOrDefault(c.Field) ?? cells.GetValueOrDefault(c.Field) ?? ""
                ),
            ]);
        }
    }

    private static Dictionary<RegisterField, string> Person(
        SeededRandom random,
        TestBsn numbers,
        DateOnly born,
        DateOnly since,
        DateOnly on,
        bool isParent
    )
    {
        var months = (on.Year - since.Year) * 12 + on.Month - since.Month;
        var hasWorked = random.Chance(250);
        return new Dictionary<RegisterField, string>
        {
            [RegisterField.Bsn] = numbers.Next(),
            [RegisterField.Born] = Date(born),
            [RegisterField.ExemptArticle9Lid2] = YesNo(random, 95, 4),
            [RegisterField.ExemptArticle9Lid5] = YesNo(random, 40, 4),
            [RegisterField.ExemptArticle9a] = isParent ? YesNo(random, 60, 4) : "nee",
            [RegisterField.Wsnp] = YesNo(random, 38, 5),
            [RegisterField.Institution] = YesNo(random, 18, 2),
            [RegisterField.MedicallyHoursLimited] = YesNo(random, 80, 10),
            [RegisterField.WageSubsidyTargetGroup] = YesNo(random, 70, 10),
            [RegisterField.ExemptionMonthsN] =
                random.Chance(150) ? ""
                : hasWorked ? Text(random.Between(1, 6))
                : "0",
            [RegisterField.ExemptionMonthsR] =
                random.Chance(150) ? ""
                : isParent && hasWorked ? Text(random.Between(0, 30))
                : "0",
            [RegisterField.ExemptionMonthsY] = random.Chance(150) ? "" : "0",
            [RegisterField.ExemptionMonthsZ] = "",
            [RegisterField.Sex] = random.Weighted((505, "vrouw"), (490, "man"), (5, "")),
            [RegisterField.Education] = random.Weighted(
                (170, "basis"),
                (330, "laag"),
                (320, "midden"),
                (110, "hoog"),
                (70, "")
            ),
            [RegisterField.MonthsOnBenefit] = Text(
                Math.Max(0, months) + (random.Chance(200) ? random.Between(1, 36) : 0)
            ),
            [RegisterField.DistanceToWork] = random.Weighted((200, "klein"), (350, "middel"), (400, "groot"), (50, "")),
        };
    }

    /// <summary>Working-age people: 18 up to and including 64 years, most between 27 and 60.</summary>
    private static DateOnly BornOf(SeededRandom random, DateOnly on)
    {
        var age = random.Weighted(
            (60, (18, 22)),
            (90, (23, 26)),
            (220, (27, 36)),
            (240, (37, 46)),
            (240, (47, 56)),
            (150, (57, 64))
        );
        return on.AddYears(-random.Between(age.Item1, age.Item2)).AddDays(-random.Below(365));
    }

    private static DateOnly PartnerOf(SeededRandom random, DateOnly on, DateOnly oldest)
    {
        var born = oldest.AddDays(random.Between(-1500, 3000));
        return born > on.AddYears(-18) ? on.AddYears(-18).AddDays(-random.Below(365))
            : born < on.AddYears(-65) ? oldest
            : born;
    }

    /// <summary>Durations as they are on assistance: many short, a long tail; never from before the eighteenth birthday.</summary>
    private static DateOnly SinceOf(SeededRandom random, DateOnly on, DateOnly born)
    {
        var months = random.Weighted(
            (130, (0, 5)),
            (110, (6, 11)),
            (180, (12, 23)),
            (260, (24, 59)),
            (220, (60, 119)),
            (100, (120, 240))
        );
        var since = on.AddMonths(-random.Between(months.Item1, months.Item2)).AddDays(-random.Below(28));
        var adult = born.AddYears(18);
        return since < adult ? adult : since;
    }

    private static string YesNo(SeededRandom random, int yesPerMille, int unknownPerMille) =>
        random.Weighted((yesPerMille, "ja"), (unknownPerMille, ""), (1000 - yesPerMille - unknownPerMille, "nee"));

    private static string Date(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day}-{date.Month}-{date.Year}");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
