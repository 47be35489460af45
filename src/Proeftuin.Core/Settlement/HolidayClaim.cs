// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>One stretch of net income per month (without holiday pay), from its lowest amount up to the next: the claim is the share minus a fixed amount.</summary>
public sealed record HolidayClaimBracket(Eur From, Eur? Before, long ShareBasisPoints, Eur Minus);

/// <summary>
/// How the claim on holiday pay is found from net earnings: stretches that follow on each other from zero. Refuses stretches with a gap
/// or an overlap. Source: Regeling Participatiewet, IOAW en IOAZ, art. 11 to 13.
/// </summary>
public sealed record HolidayClaim
{
    private HolidayClaim(IReadOnlyList<HolidayClaimBracket> brackets) => Brackets = brackets;

    public IReadOnlyList<HolidayClaimBracket> Brackets { get; }

    public static Outcome<HolidayClaim> Of(IReadOnlyList<HolidayClaimBracket> brackets)
    {
        var follows =
            brackets.Count > 0
            && brackets[0].From == Eur.Zero
            && brackets[^1].Before is null
            && brackets.Zip(brackets.Skip(1)).All(pair => pair.First.Before == pair.Second.From);
        return follows ? new HolidayClaim(brackets) : new HolidayClaimGap();
    }

    /// <summary>The claim over net earnings of a month; never below zero.</summary>
    public Eur Over(Eur net, Rounding rounding)
    {
        var bracket = Brackets.Last(b => net >= b.From);
        var claim = rounding.PartOf(net, bracket.ShareBasisPoints) - bracket.Minus;
        return claim < Eur.Zero ? Eur.Zero : claim;
    }
}

/// <summary>The stretches of the holiday-claim formula do not follow on each other.</summary>
public sealed record HolidayClaimGap : Refusal
{
    public override string Message =>
        "De schijven voor de aanspraak op vakantiegeld sluiten niet op elkaar aan, of beginnen niet bij nul.";
}
