// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Settlement;
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Tests.Settlement;

/// <summary>A row of docs/voorbeelden/verrekening.md as a household-month: the words of the columns 'wie' and 'geld'.</summary>
internal static class ScenarioHousehold
{
    private static readonly ArmRule Group = new(
        "Verdienen loont",
        5000,
        Eur.OfEuros(199),
        null,
        24,
        new Citation("artikel 5 lid 1 onder c Tijdelijk besluit", "eindrapportage Wageningen")
    );

    public static HouseholdMonth Of(string monthText, string who, string money)
    {
        var month = Month.Of(Day(monthText + "-01"));
        var words = Words(who);
        var first = Person("1", "u", words, month, "1980-05-12", "geboren ") with
        {
            Incomes = Incomes(money, month, ""),
        };
        SettledPerson[] persons =
            words[0] == "gehuwd"
                ?
                [
                    first,
                    Person("2", "uw partner", words, month, "1982-03-03", "partner geboren ") with
                    {
                        InInstitution = false,
                        Incomes = Incomes(money, month, "partner "),
                    },
                ]
                : [first];
        var household = SettledHousehold.Of(Type(words[0]), persons).OrThrow() with
        {
            ChildrenBorn = Days(words, "kind "),
            HousematesBorn = Days(words, "huisgenoot "),
            NoSupportFromParents = words.Contains("geen ouders"),
            Entitled = Entitled(words),
        };
        var stretches = Stretches(words, persons);
        household = stretches.Count == 0 ? household : household.In(stretches).OrThrow();
        var counters = new MonthCounters
        {
            N = Used(words, "n "),
            R = RunOf(Used(words, "r "), month),
            Z = RunOf(Used(words, "z "), month),
            Arm = Used(words, "groep ") ?? 0,
            Article34a = Run.NotBegun,
        };
        return new(
            month,
            household,
            new([.. persons.Select(p => (p.Id, counters))], HolidayReserve.EmptySince(month)),
            Choices(words)
        );
    }

    /// <summary>"tijdvak 2018-01-15 2018-01-31 alleenstaand": the first and the last day, and who it is then; who is alone is the first person.</summary>
    private static List<Stretch> Stretches(IReadOnlyList<string> words, IReadOnlyList<SettledPerson> persons) =>
        [
            .. words
                .Where(w => w.StartsWith("tijdvak ", StringComparison.Ordinal))
                .Select(w => w.Split(' '))
                .Select(p => new Stretch(
                    Period.FromUpTo(Day(p[1]), Day(p[2]).AddDays(1)).OrThrow(),
                    Type(p[3]),
                    [.. persons.Take(p[3] == "gehuwd" ? 2 : 1).Select(one => one.Id)]
                )),
        ];

    private static HouseholdType Type(string word) =>
        word switch
        {
            "alleenstaand" => HouseholdType.SinglePerson,
            "alleenstaande ouder" => HouseholdType.SingleParent,
            "gehuwd" => HouseholdType.Couple,
            var other => throw new InvalidOperationException(other),
        };

    private static SettledPerson Person(
        string id,
        string label,
        IReadOnlyList<string> words,
        Month month,
        string born,
        string bornWord
    ) =>
        new()
        {
            Id = id,
            Label = label,
            Born = Day(After(words, bornWord) ?? born),
            HelpsTowardsWork = words.Contains("besluit") ? Period.Since(month.FirstDay) : null,
            MedicallyHoursLimited = words.Contains("urenbeperkt"),
            WageSubsidyTargetGroup = words.Contains("loonkostensubsidie"),
            MoreHoursNotPossible = words.Contains("meer uren niet mogelijk") ? Period.Since(month.FirstDay) : null,
            InInstitution = words.Contains("inrichting"),
            Arm = words.Any(w => w == "groep" || w.StartsWith("groep ", StringComparison.Ordinal))
                ? new(Group, Period.FromUpTo(new(2017, 10, 1), new(2019, 10, 1)).OrThrow())
                : null,
        };

    private static IReadOnlyList<Income> Incomes(string money, Month month, string whose)
    {
        var incomes = new List<Income>();
        foreach (var word in Words(money))
        {
            if (word.StartsWith("partner ", StringComparison.Ordinal) != (whose.Length > 0))
            {
                continue;
            }

            var parts = word[whose.Length..].Split(' ');
            var amount = parts.Select(EuroText.Read).OfType<Eur>().First();
            switch (parts[0])
            {
                case "vakantiegeld":
                    incomes[^1] = incomes[^1] with { HolidayPayPaid = amount };
                    break;
                case "opgebouwd":
                    incomes[^1] = incomes[^1] with { ReservationsEarned = amount };
                    break;
                case "uitbetaald":
                    incomes[^1] = incomes[^1] with { ReservationsPaid = amount };
                    break;
                case "reiskosten":
                    incomes[^1] = incomes[^1] with { TravelCosts = amount };
                    break;
                default:
                    incomes.Add(Pay(parts, amount, month));
                    break;
            }
        }

        return [.. incomes.Where(i => i.Net > Eur.Zero)];
    }

    private static Income Pay(string[] parts, Eur amount, Month month)
    {
        var last = parts[^1];
        var from = parts[0] == "tweede" ? "tweede baan" : "werk";
        return (
            parts[0] switch
            {
                "loon" or "tweede" => Income.Of(from, IncomeKind.Wage, PayRhythm.Monthly, month.FirstDay, amount),
                "vierweken" => Income.Of(from, IncomeKind.Wage, PayRhythm.FourWeekly, Day(last), amount),
                "week" => Income.Of(from, IncomeKind.Wage, PayRhythm.Weekly, Day(last), amount),
                "ziekteloon" => Income.Of(
                    from,
                    IncomeKind.SickPay,
                    PayRhythm.Monthly,
                    month.FirstDay,
                    amount,
                    sickSince: Day(last)
                ),
                "stage" => Income.Of(
                    from,
                    IncomeKind.InternshipPay,
                    PayRhythm.Monthly,
                    month.FirstDay,
                    amount,
                    inFactWages: last == "loon"
                ),
                var kind => Income.Of(from, Kind(kind), PayRhythm.Monthly, month.FirstDay, amount),
            }
        ).OrThrow();
    }

    private static IncomeKind Kind(string word) =>
        word switch
        {
            "alimentatie" => IncomeKind.Alimony,
            "ziektewet" => IncomeKind.SicknessBenefit,
            "anw" => IncomeKind.SurvivorsBenefit,
            "zwangerschap" => IncomeKind.MaternityBenefit,
            "ontslag" => IncomeKind.Severance,
            var other => throw new InvalidOperationException(other),
        };

    private static MunicipalChoices Choices(IReadOnlyList<string> words) =>
        words
            .Where(w => w.StartsWith("keuze ", StringComparison.Ordinal))
            .Select(w => w["keuze ".Length..].Split('='))
            .Aggregate(MunicipalChoicesFile.Defaults, (made, w) => ChoiceKey.Choose(made, w[0], w[1]).OrThrow());

    private static Period? Entitled(IReadOnlyList<string> words) =>
        After(words, "recht vanaf ") is { } from ? Period.Since(Day(from))
        : After(words, "recht tot en met ") is { } last
            ? Period.FromUpTo(new(2000, 1, 1), Day(last).AddDays(1)).OrThrow()
        : null;

    /// <summary>Months used; a word that is not there means none, as the document says.</summary>
    private static int? Used(IReadOnlyList<string> words, string start) =>
        After(words, start) is not { } said ? 0
        : said == "onbekend" ? null
        : int.Parse(said, CultureInfo.InvariantCulture);

    private static Run RunOf(int? used, Month month) => used is { } n ? Run.After(n, month) : Run.NotKnown;

    private static List<DateOnly> Days(IReadOnlyList<string> words, string start) =>
        [.. words.Where(w => w.StartsWith(start, StringComparison.Ordinal)).Select(w => Day(w[start.Length..]))];

    private static string? After(IReadOnlyList<string> words, string start) =>
        words.FirstOrDefault(w => w.StartsWith(start, StringComparison.Ordinal))?[start.Length..];

    private static List<string> Words(string cell) => [.. cell.Split(';').Select(w => w.Trim())];

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
