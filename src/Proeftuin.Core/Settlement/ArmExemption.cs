// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Screening;

namespace Proeftuin.Core.Settlement;

/// <summary>The exemption of an experiment's group. Refuses a maximum that nobody has filled in, and a couple when it is not decided for whom the maximum holds.</summary>
internal static class ArmExemption
{
    public static Outcome<Exemption> Of(ArmRule rule, HouseholdType type, MunicipalChoices choices, int used)
    {
        var couple = type is HouseholdType.Couple;
        return (couple ? rule.MaximumCouple : rule.MaximumSingle) is not { } maximum
                ? new ArmMaximumUnknown(rule.Name, couple)
            : couple && choices.CoupleMaximumFor is null ? new CoupleMaximumForUnknown(rule.Name)
            : new Exemption
            {
                Kind = ExemptionKind.Arm,
                Name = $"de regel van de groep {rule.Name}",
                ShareBasisPoints = rule.ShareBasisPoints,
                Maximum = maximum,
                MonthsLeft = rule.Months is { } most ? most - used : null,
                MonthsLimit = rule.Months,
                Article = new(rule.Citation.Article, DecreeId, "5"),
                Parameters = [],
            };
    }

    /// <summary>Tijdelijk besluit experimenten Participatiewet.</summary>
    private const string DecreeId = "BWBR0039258";
}

/// <summary>The maximum of a group's exemption is not known.</summary>
public sealed record ArmMaximumUnknown(string Arm, bool Couple) : Refusal
{
    public override string Message =>
        $"Het maximum voor {(Couple ? "gehuwden" : "een alleenstaande")} in de groep '{Arm}' is niet bekend. Vul het in het protocol in; er wordt niets geraden.";
}

/// <summary>The municipality has not said whether the couple's maximum holds for each or for both together.</summary>
public sealed record CoupleMaximumForUnknown(string Arm) : Refusal
{
    public override string Message =>
        $"Voor gehuwden in de groep '{Arm}' is niet gekozen of het maximum voor ieder geldt of voor samen. Kies dat bij de gemeentekeuzes.";
}
