// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Exchange.Parameters;

/// <summary>One word a municipality may choose, what it says to a reader, and what it changes.</summary>
public sealed record ChoiceWord(string Word, string Says, Func<MunicipalChoices, MunicipalChoices> Apply);

/// <summary>One municipal choice by its key, with the words it can be answered with.</summary>
public sealed record ChoiceKey(string Key, params IReadOnlyList<ChoiceWord> Words)
{
    public static readonly IReadOnlyList<ChoiceKey> All =
    [
        new(
            "vierwekenloon",
            new("dertien_twaalfde", "elke maand 13/12", c => c with { FourWeeklyPay = FourWeeklyPay.ThirteenTwelfths }),
            new("werkdagen", "naar de werkdagen", c => c with { FourWeeklyPay = FourWeeklyPay.WorkingDays })
        ),
        new(
            "vakantiegeld",
            new(
                "buiten_beide_laten",
                "loon en norm zonder vakantiegeld",
                c => c with { HolidayPay = HolidayPayTreatment.LeftOutOnBothSides }
            ),
            new(
                "aanspraak_erbij",
                "de aanspraak telt elke maand mee",
                c => c with { HolidayPay = HolidayPayTreatment.ClaimAdded }
            )
        ),
        new(
            "reserveringen",
            new(
                "bij_opbouw",
                "als zij worden opgebouwd",
                c => c with { Reservations = ReservationTreatment.WhenEarned }
            ),
            new(
                "bij_uitbetaling",
                "als zij worden betaald",
                c => c with { Reservations = ReservationTreatment.WhenPaid }
            )
        ),
        new(
            "afronden",
            new("dichtstbijzijnde_cent", "op de dichtstbijzijnde cent", c => c with { Rounding = RoundingRule.HalfUp }),
            new("naar_boven", "altijd naar boven", c => c with { Rounding = RoundingRule.Up }),
            new("naar_beneden", "altijd naar beneden", c => c with { Rounding = RoundingRule.Down })
        ),
        new(
            "schatting",
            new("laatste_maand", "de laatste bekende maand", c => c with { Estimate = EstimateRule.LastKnownMonth }),
            new(
                "gemiddelde_van_drie",
                "het gemiddelde van drie",
                c => c with { Estimate = EstimateRule.AverageOfThree }
            )
        ),
        new(
            "leeftijd_in_de_maand",
            new(
                "volgende_maand",
                "vanaf de eerste maand die met die leeftijd begint",
                c => c with { AgeChange = AgeChange.FromTheNextMonth }
            ),
            new("vanaf_de_dag", "vanaf de dag zelf", c => c with { AgeChange = AgeChange.FromTheDay })
        ),
        new(
            "reiskosten",
            new("niet", "nee", c => c with { DeductTravelCosts = false }),
            new("aftrekken", "ja", c => c with { DeductTravelCosts = true })
        ),
        new(
            "maanden_in_de_groep",
            new("nee", "nee", c => c with { ArmMonthsUseUpN = false }),
            new("ja", "ja", c => c with { ArmMonthsUseUpN = true })
        ),
        new(
            "vrijlating_zonder_uitkering",
            new("nee", "nee", c => c with { ExemptWithoutBenefit = false }),
            new("ja", "ja", c => c with { ExemptWithoutBenefit = true })
        ),
        new(
            "sprong_in_loon",
            new("kwart", "een kwart meer of minder", c => c with { EarningsJumpBasisPoints = 2_500 }),
            new("helft", "de helft meer of minder", c => c with { EarningsJumpBasisPoints = 5_000 }),
            new("nooit", "geen melding", c => c with { EarningsJumpBasisPoints = null })
        ),
        new(
            "terughalen_per_maand",
            new("vijf_procent", "5% van de norm", c => c with { SetOffBasisPoints = 500 }),
            new("tien_procent", "10% van de norm", c => c with { SetOffBasisPoints = 1_000 }),
            new("met_de_hand", "iemand beslist elke keer", c => c with { SetOffBasisPoints = null })
        ),
        new(
            "ontslagvergoeding",
            new("uit_arbeid", "ja, uit arbeid", c => c with { Severance = SeveranceTreatment.FromWork }),
            new("niet_uit_arbeid", "nee, ander inkomen", c => c with { Severance = SeveranceTreatment.NotFromWork })
        ),
        new(
            "maximum_gehuwden_geldt",
            new("ieder", "voor ieder", c => c with { CoupleMaximumFor = CoupleMaximumFor.Each }),
            new("samen", "voor samen", c => c with { CoupleMaximumFor = CoupleMaximumFor.Together })
        ),
    ];

    /// <summary>Changes one choice. Refuses a key or word that does not exist.</summary>
    public static Outcome<MunicipalChoices> Choose(MunicipalChoices choices, string key, string word) =>
        All.FirstOrDefault(k => string.Equals(k.Key, key, StringComparison.Ordinal)) is not { } known
            ? new ChoiceUnknown(key, word, [.. All.Select(k => k.Key)])
        : known.Words.FirstOrDefault(w => string.Equals(w.Word, word, StringComparison.Ordinal)) is not { } chosen
            ? new ChoiceUnknown(key, word, [.. known.Words.Select(w => w.Word)])
        : chosen.Apply(choices);
}

/// <summary>A municipal choice was named that does not exist, or answered with a word it does not know.</summary>
public sealed record ChoiceUnknown(string Key, string Word, IReadOnlyList<string> Possible) : Refusal
{
    public override string Message =>
        $"De keuze '{Key}: {Word}' bestaat niet. Kies uit: {string.Join(", ", Possible)}.";
}
