// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>Writes the lines of the specification: one sentence per step, in the words of the person who gets it.</summary>
internal sealed class Specification(Month month)
{
    private static readonly LawArticle HolidayArticle = LawArticle.Participatiewet("19", "lid 3");
    private static readonly LawArticle PaymentArticle = LawArticle.Participatiewet("45");

    private readonly List<SettlementLine> lines = [];
    private readonly List<Attention> attention = [];

    public IReadOnlyList<SettlementLine> Lines => lines;

    public IReadOnlyList<Attention> Attention => attention;

    /// <summary>A line per part of the month; where there are more, each says which days.</summary>
    public void Norm(IReadOnlyList<(MonthPart Part, Eur Amount)> parts, Eur whole, Eur compared, ParameterUsed holiday)
    {
        var days = month.LastDay.Day;
        foreach (var (part, amount) in parts)
        {
            var norm = part.Norm;
            var which = parts.Count == 1 ? "" : part.InWords;
            Add(
                LineKind.Norm,
                parts.Count == 1 ? "Norm" : $"Norm {which}",
                amount,
                null,
                $"De norm {(parts.Count == 1 ? "" : $"{which} ")}is {norm.Amount} per maand, want {norm.Why}."
                    + (
                        part.Days == days ? ""
                        : parts.Count == 1
                            ? $" U hebt over {Dutch.Count(part.Days)} van de {Dutch.Count(days)} dagen recht op bijstand, dus {amount}."
                        : $" Dat zijn {Dutch.Count(part.Days)} van de {Dutch.Count(days)} dagen, dus {amount}."
                    ),
                norm.Article,
                norm.Parameters
            );
        }

        if (compared != whole)
        {
            Add(
                LineKind.NormWithoutHolidayAllowance,
                "Norm zonder vakantietoeslag",
                compared,
                null,
                $"{(parts.Count == 1 ? "" : $"Samen is de norm {whole}. ")}In de norm zit {Sentence.Percent(holiday.Value)} vakantietoeslag. Zonder die toeslag is de norm {compared}. Daar leggen wij uw inkomen zonder vakantiegeld naast.",
                HolidayArticle,
                [holiday]
            );
        }
    }

    public void Person(PersonMonth one, MunicipalChoices choices)
    {
        foreach (var pay in one.Income.Pays)
        {
            Pay(one, pay, choices);
        }

        if (one.Income.Claim > Eur.Zero)
        {
            Add(
                LineKind.HolidayClaim,
                "Aanspraak op vakantiegeld",
                one.Income.Claim,
                one,
                $"Over dit loon bouwt {one.Label} {one.Income.Claim} vakantiegeld op. Dat telt mee in de maand waarin het wordt opgebouwd.",
                new("artikel 11 Regeling Participatiewet, IOAW en IOAZ", "", ""),
                []
            );
        }

        if (one.Income.Earnings > Eur.Zero)
        {
            Exempt(one);
            Add(
                LineKind.Deducted,
                "Van de uitkering af",
                one.Income.Earnings - one.Exempt,
                one,
                $"{one.Income.Earnings} min {one.Exempt} is {one.Income.Earnings - one.Exempt}. Dat gaat van de uitkering af.",
                LawArticle.Participatiewet("19", "lid 2"),
                []
            );
        }

        attention.AddRange(PersonRemarks.On(one));
    }

    private void Pay(PersonMonth one, CountedPay pay, MunicipalChoices choices)
    {
        var income = pay.Pay.Income;
        var estimate = income.IsEstimate ? " Dit is een schatting; de echte loonstrook komt nog." : "";
        Add(
            pay.FromWork ? LineKind.Earnings : LineKind.OtherIncome,
            $"{IncomeWords.Name(income.Kind)}: {income.From}",
            pay.Pay.Amount,
            one,
            (
                pay.FromWork
                    ? $"{Dutch.Capital(one.Label)} kreeg {pay.Pay.Amount} ({pay.Pay.How}). Dit zijn inkomsten uit arbeid."
                    : $"{Dutch.Capital(one.Label)} kreeg {pay.Pay.Amount} ({pay.Pay.How}). Dit komt niet uit arbeid: het telt helemaal mee en er is geen vrijlating voor."
            ) + estimate,
            LawArticle.Participatiewet("32", pay.FromWork ? "lid 1 en 2" : "lid 1"),
            []
        );
        if (pay.Pay.HolidayPay > Eur.Zero)
        {
            Add(
                LineKind.LeftOut,
                $"Vakantiegeld: {income.From}",
                pay.Pay.HolidayPay,
                one,
                choices.HolidayPay is HolidayPayTreatment.LeftOutOnBothSides
                    ? "Het uitbetaalde vakantiegeld telt niet mee, want wij rekenen ook met de norm zonder vakantietoeslag."
                    : "Het uitbetaalde vakantiegeld telt nu niet mee, want de aanspraak telde al mee in de maanden waarin het is opgebouwd.",
                LawArticle.Participatiewet("32", "lid 2"),
                []
            );
        }

        if (pay.Pay.IsSecondInMonth)
        {
            Note(
                AttentionKind.FourWeeklyLeftOut,
                one,
                $"Het tweede vierwekenloon van {income.From} in deze maand telt niet mee, omdat elke maand al 13/12 telt. Kijk aan het einde van het jaar of het totaal klopt."
            );
        }
    }

    private void Exempt(PersonMonth one)
    {
        var why = string.Join(' ', one.WhyNot);
        if (one.Exemption is not { } rule)
        {
            Add(
                LineKind.Exempt,
                "Vrijgelaten",
                Eur.Zero,
                one,
                ($"{Dutch.Capital(one.Label)} mag deze maand niets van het loon houden. " + why).TrimEnd(),
                LawArticle.Participatiewet("31", "lid 2"),
                []
            );
            return;
        }

        var part = $"{Sentence.Percent(rule.ShareBasisPoints)} van {one.Income.Earnings}";
        Add(
            LineKind.Exempt,
            $"Vrijgelaten: {rule.Name}",
            one.Exempt,
            one,
            one.WithoutBenefit
                ? "Er blijft geen uitkering over. Daarom geldt de vrijlating deze maand niet en telt deze maand niet mee."
                : (
                    $"{Dutch.Capital(one.Label)} mag {one.Exempt} houden: {part}"
                    + (rule.Maximum is { } most ? $", met een maximum van {most}" : "")
                    + $" ({rule.Name}). "
                    + why
                ).TrimEnd(),
            rule.Article,
            rule.Parameters
        );
    }

    public void Benefit(Eur compared, IReadOnlyList<PersonMonth> months, Eur other, Eur paid, int persons)
    {
        var deducted = months.Aggregate(Eur.Zero, (sum, m) => sum + m.Income.Earnings - m.Exempt);
        var halves = persons == 2 && paid > Eur.Zero ? $" Ieder krijgt de helft, tenzij u iets anders vraagt." : "";
        Add(
            LineKind.Benefit,
            "Uitkering",
            paid,
            null,
            deducted + other == Eur.Zero
                ? $"Er gaat niets van de uitkering af. U krijgt {paid}.{halves}"
                : $"{compared} min {deducted + other} is uw bijstand. U krijgt deze maand {paid}.{halves}",
            LawArticle.Participatiewet("19", "lid 2"),
            []
        );
    }

    public void Reserved(Eur reserved, ParameterUsed holiday) =>
        Add(
            LineKind.HolidayReserved,
            "Vakantietoeslag opzij gezet",
            reserved,
            null,
            $"Wij zetten {reserved} vakantietoeslag voor u opzij. U krijgt die in juni, of als de bijstand eindigt.",
            HolidayArticle,
            [holiday]
        );

    public void HolidayPayment(HolidayDue due)
    {
        if (due.Amount is not { } amount)
        {
            Note(
                AttentionKind.HolidayReserveUnknown,
                null,
                "De vakantietoeslag moet nu worden betaald, maar van een deel van de maanden is niet bekend hoeveel opzij is gezet. Zoek het op in de administratie."
            );
            return;
        }

        Add(
            LineKind.HolidayPaid,
            "Vakantietoeslag",
            amount,
            null,
            $"U krijgt nu de vakantietoeslag over {Dutch.MonthOf(due.From.Year, due.From.Number)} tot en met {Dutch.MonthOf(due.UpTo.Year, due.UpTo.Number)}: {amount}.",
            PaymentArticle,
            []
        );
    }

    public void MonthsLeft(IReadOnlyList<PersonMonth> months)
    {
        foreach (var one in months.Where(m => m.Exemption is { MonthsLeft: not null }))
        {
            var left = one.Exemption!.LeftAfter(one.Exempt > Eur.Zero)!.Value;
            Add(
                LineKind.MonthsLeft,
                "Maanden over",
                null,
                one,
                $"Na deze maand {(left == 1 ? "is" : "zijn")} er voor {one.Label} nog {Sentence.Months(left)} over van {one.Exemption.Name}.",
                one.Exemption.Article,
                one.Exemption.Parameters
            );
            if (left <= 1)
            {
                Note(
                    AttentionKind.CounterEnds,
                    one,
                    $"Van {one.Exemption.Name} {(left == 0 ? "is geen maand meer over" : "is nog 1 maand over")} voor {one.ForColleague}. Vertel het op tijd."
                );
            }
        }
    }

    private void Note(AttentionKind kind, PersonMonth? one, string sentence) =>
        attention.Add(new(kind, one?.Id, sentence));

    private void Add(
        LineKind kind,
        string what,
        Eur? amount,
        PersonMonth? one,
        string sentence,
        LawArticle article,
        IReadOnlyList<ParameterUsed> parameters
    ) =>
        lines.Add(
            new(
                kind,
                what,
                amount,
                one?.Id,
                sentence,
                article,
                article.Number.Length == 0 ? null : article.LinkOn(month.FirstDay),
                parameters
            )
        );
}
