// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>The names of the parameters that the settlement reads; each is a file of that name. Others exist only to be looked up.</summary>
public static class ParameterNames
{
    public const string NormSingle = "norm-alleenstaande";
    public const string NormSingleParent = "norm-alleenstaande-ouder";
    public const string NormCouple = "norm-gehuwden";
    public const string NormSingleStatePension = "norm-alleenstaande-aow";
    public const string NormCoupleStatePension = "norm-gehuwden-aow";
    public const string NormYoungSingle = "norm-jong-alleenstaande";
    public const string NormYoungCouple = "norm-jong-gehuwden";
    public const string NormYoungCoupleOne21 = "norm-jong-gehuwden-een-21";
    public const string NormYoungCoupleChildren = "norm-jong-gehuwden-kinderen";
    public const string NormYoungCoupleOne21Children = "norm-jong-gehuwden-een-21-kinderen";
    public const string NormYoungPartChildren = "norm-jong-deel-kinderen";
    public const string NormYoungTopUp = "norm-jong-verhoging";
    public const string NormInstitutionSingle = "norm-inrichting-alleenstaande";
    public const string NormInstitutionCouple = "norm-inrichting-gehuwden";
    public const string NormInstitutionSingleTopUp = "norm-inrichting-verhoging-alleenstaande";
    public const string NormInstitutionCoupleTopUp = "norm-inrichting-verhoging-gehuwden";
    public const string CostSharerAge = "kostendeler-leeftijd";
    public const string CostSharerFixed = "kostendeler-vast";
    public const string CostSharerEach = "kostendeler-per-persoon";
    public const string HolidayAllowanceShare = "vakantietoeslag-percentage";
    public const string SetOffMonths = "verrekening-terugkijken-maanden";
    public const string ObjectionWeeks = "bezwaartermijn-weken";
    public const string SickPayWeeks = "loon-bij-ziekte-weken";
    public const string ExemptionAge = "vrijlating-leeftijd";
    public const string NShare = "vrijlating-n-percentage";
    public const string NMaximum = "vrijlating-n-maximum";
    public const string NMonths = "vrijlating-n-maanden";
    public const string RShare = "vrijlating-r-percentage";
    public const string RMaximum = "vrijlating-r-maximum";
    public const string RMonths = "vrijlating-r-maanden";
    public const string RChildAge = "vrijlating-r-leeftijd-kind";
    public const string RYields = "vrijlating-r-wijkt";
    public const string YShare = "vrijlating-y-percentage";
    public const string YMaximum = "vrijlating-y-maximum";
    public const string ZShare = "vrijlating-z-percentage";
    public const string ZMaximum = "vrijlating-z-maximum";
    public const string ZMonths = "vrijlating-z-maanden";
    public const string AaShare = "vrijlating-aa-percentage";
    public const string AaMaximum = "vrijlating-aa-maximum";
    public const string Article34aShare = "vrijlating-34a-percentage";
    public const string Article34aMonths = "vrijlating-34a-maanden";
    public const string Article34aHoursLimitedShare = "vrijlating-34a-urenbeperkt-percentage";
    public const string Article34aStatePensionShare = "vrijlating-34a-aow-percentage";
    public const string Article34aStatePensionMaximum = "vrijlating-34a-aow-maximum";
}
