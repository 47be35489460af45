// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement;

namespace Proeftuin.Core.Provisions;

/// <summary>What an application for the outflow premium tells: who, since when there is work, and up to which day the evidence shows it. A day of birth that is not known is null.</summary>
public sealed record PremiumApplication(
    DateOnly? Born,
    bool WageSubsidyGroup,
    DateOnly? BenefitEndedOn,
    DateOnly WorkFrom,
    DateOnly WorkProvenUpTo
);

/// <summary>The premiums of art. 31 lid 2 onder j that somebody got in this calendar year, from whatever scheme.</summary>
public sealed record PremiumsBefore(int Times, Eur Together);

/// <summary>One condition with whether it is met, why in plain Dutch, and its article.</summary>
public sealed record PremiumCondition(string What, bool IsMet, string Sentence, LawArticle Article);

/// <summary>The outcome for one application: every condition, and the amount (zero when refused).</summary>
public sealed record PremiumAssessment(IReadOnlyList<PremiumCondition> Conditions, Eur Amount)
{
    public bool IsGranted => Conditions.All(c => c.IsMet);
}

/// <summary>
/// Whether somebody gets the outflow premium, condition by condition, with the articles as they held on the day of the decision. Refuses when the
/// protocol or the parameters do not state something, or the day of birth is not known: nothing is guessed.
/// </summary>
public static class ExitPremium
{
    public const string YearlyMaximum = "premie-j-maximum";
    public const string LowestAge = "premie-j-leeftijd";
    public const string BelowAgeWithWageSubsidy = "premie-j-loonkostensubsidie";

    private static readonly LawArticle Premium = LawArticle.Participatiewet("31", "lid 2 onder j");
    private static readonly LawArticle Age27 = LawArticle.Participatiewet("31", "lid 5");

    /// <summary><paramref name="helpsTowardsWork"/> is the judgement of the college that the premium helps labour integration.</summary>
    public static Outcome<PremiumAssessment> Assess(
        PremiumDesign design,
        PremiumApplication application,
        PremiumsBefore before,
        bool helpsTowardsWork,
        ParameterBook book,
        DateOnly on
    )
    {
        if (application.Born is not { } born)
        {
            return new BirthDayNotKnown();
        }

        var amount = design.Amount.OrRefuse("hoe hoog de uitstroompremie is");
        var times = design.TimesPerYear.OrRefuse("hoe vaak per jaar iemand de uitstroompremie kan krijgen");
        var maximum = book.Find(YearlyMaximum, on);
        var age = book.Find(LowestAge, on);
        var subsidy = book.Find(BelowAgeWithWageSubsidy, on);
        List<Refusal> missing = [.. amount.Why, .. times.Why, .. maximum.Why, .. age.Why, .. subsidy.Why];
        if (missing.Count > 0)
        {
            return new Outcome<PremiumAssessment>.Refused(missing);
        }

        var room = maximum.OrThrow().Amount - before.Together;
        IReadOnlyList<PremiumCondition> conditions =
        [
            TargetGroup(born, application.WageSubsidyGroup, (int)age.OrThrow().Value, subsidy.OrThrow().Value == 1, on),
            Left(application.BenefitEndedOn, on),
            WorkKept(application, design.WorkLongerThanMonths),
            Helps(helpsTowardsWork),
            Times(before.Times, times.OrThrow()),
            Room(maximum.OrThrow().Amount, room, amount.OrThrow(), on),
        ];
        var paid = amount.OrThrow() < room ? amount.OrThrow() : room;
        return new PremiumAssessment(conditions, conditions.All(c => c.IsMet) ? paid : Eur.Zero);
    }

    private static PremiumCondition TargetGroup(
        DateOnly born,
        bool subsidised,
        int age,
        bool subsidyCounts,
        DateOnly on
    )
    {
        var years = Age.On(born, on);
        var told =
            years >= age ? $"De aanvrager is {years} jaar. Vanaf {age} jaar kan de premie."
            : subsidised && subsidyCounts
                ? $"De aanvrager is {years} jaar en hoort bij de doelgroep loonkostensubsidie. Dan kan de premie ook onder {age} jaar."
            : subsidised
                ? $"De aanvrager is {years} jaar. Op deze dag telde de doelgroep loonkostensubsidie onder {age} jaar nog niet mee."
            : $"De aanvrager is {years} jaar en hoort niet bij de doelgroep loonkostensubsidie. Onder {age} jaar kan de premie dan niet.";
        return new("Doelgroep", years >= age || (subsidised && subsidyCounts), told, Age27);
    }

    private static PremiumCondition Left(DateOnly? ended, DateOnly on) =>
        new(
            "Uitgestroomd",
            ended <= on,
            ended is not { } day ? "De uitkering is nog niet geëindigd."
                : day <= on ? $"De uitkering eindigde op {Dutch.Date(day)}."
                : $"De uitkering eindigt pas op {Dutch.Date(day)}.",
            Premium
        );

    /// <summary>Longer than: the first day after the last whole month was worked too.</summary>
    private static PremiumCondition WorkKept(PremiumApplication a, int months)
    {
        var first = Age.ReachedOn(a.WorkFrom, 0, months);
        var isLonger = a.WorkProvenUpTo >= first;
        return new(
            "Werk behouden",
            isLonger,
            $"Het werk begon op {Dutch.Date(a.WorkFrom)} en het bewijs loopt tot en met {Dutch.Date(a.WorkProvenUpTo)}. "
                + (
                    isLonger
                        ? $"Dat is langer dan {months} maanden."
                        : $"Langer dan {months} maanden is het pas met bewijs van {Dutch.Date(first)} of later."
                ),
            Premium
        );
    }

    private static PremiumCondition Helps(bool helps) =>
        new(
            "Helpt naar werk",
            helps,
            helps
                ? "De gemeente vindt dat de premie helpt om aan het werk te blijven."
                : "De gemeente vindt dat de premie niet helpt om aan het werk te blijven.",
            Premium
        );

    private static PremiumCondition Times(int before, int most) =>
        new(
            "Aantal per jaar",
            before < most,
            $"Dit kalenderjaar kreeg de aanvrager {(before == 0 ? "nog geen premie" : before == 1 ? "al 1 premie" : $"al {before} premies")}. Er kan {(most == 1 ? "1 premie" : $"{most} keer een premie")} per jaar.",
            Premium
        );

    private static PremiumCondition Room(Eur maximum, Eur room, Eur amount, DateOnly on) =>
        new(
            "Ruimte onder het maximum",
            room > Eur.Zero,
            room <= Eur.Zero ? $"Het maximum van {maximum} per jaar (op {Dutch.Date(on)}) is al bereikt."
                : amount <= room
                    ? $"De premie van {amount} past onder het maximum van {maximum} per jaar (op {Dutch.Date(on)})."
                : $"Van het maximum van {maximum} per jaar (op {Dutch.Date(on)}) is nog {room} over. De premie wordt {room}.",
            Premium
        );
}

/// <summary>The day of birth is not in the register and was not typed.</summary>
public sealed record BirthDayNotKnown : Refusal
{
    public override string Message =>
        "De geboortedatum is niet bekend, dus de leeftijd is niet te bepalen. Vul hem in bij de aanvraag.";
}
