// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Design;

/// <summary>The facts by which a protocol can exclude a household. Each is judged by one function in Screening.</summary>
public enum ExclusionRule
{
    /// <summary>Someone in the household is younger than the age in <see cref="ExclusionGround.Number"/> on the start date.</summary>
    YoungerThan,

    /// <summary>The household is a couple (gehuwd of gezamenlijke huishouding).</summary>
    Couple,

    /// <summary>The household receives assistance for the self-employed (Bbz).</summary>
    Bbz,

    /// <summary>Someone in the household is in statutory debt restructuring (WSNP).</summary>
    Wsnp,

    /// <summary>The benefit runs for fewer months than <see cref="ExclusionGround.Number"/> on the start date.</summary>
    BenefitShorterThanMonths,

    /// <summary>Someone is temporarily exempted under art. 9 lid 2. Not art. 9 lid 5 and not art. 9a.</summary>
    ExemptArticle9Lid2,

    /// <summary>Someone is exempted under art. 9 lid 5 (fully and permanently disabled).</summary>
    ExemptArticle9Lid5,

    /// <summary>Someone is exempted under art. 9a (single parent with a child under five).</summary>
    ExemptArticle9a,

    /// <summary>Someone stays in an institution (art. 1 onder f).</summary>
    Institution,

    /// <summary>Someone reaches the state pension age during the experiment.</summary>
    ReachesStatePensionAge,
}

/// <summary>One ground on which a protocol excludes, as the municipality wrote it: its letter, the rule that judges it, the article and the reason. <paramref name="Number"/> is the age in years or the months where the rule needs one.</summary>
public sealed record ExclusionGround(
    string Code,
    ExclusionRule Rule,
    int? Number,
    string Description,
    Citation Citation
);
