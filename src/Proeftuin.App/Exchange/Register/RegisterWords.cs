// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Screening;

namespace Proeftuin.App.Exchange.Register;

/// <summary>The words that a delivery may use, in the notation of <see cref="RegisterColumns.Normal"/> (lower case, letters and digits only).</summary>
internal static class RegisterWords
{
    public static readonly IReadOnlyDictionary<string, Answer> Answers = Table(
        (Answer.Yes, "ja j yes y 1 true waar"),
        (Answer.No, "nee n no 0 false onwaar"),
        (Answer.Unknown, "onbekend onb")
    );

    public static readonly IReadOnlyDictionary<string, int> PersonNumbers = Table(
        (1, "1 aanvrager hoofd hoofdaanvrager belanghebbende"),
        (2, "2 partner echtgenoot echtgenote")
    );

    public static readonly IReadOnlyDictionary<string, HouseholdType> Types = Table(
        (HouseholdType.SinglePerson, "alleenstaand alleenstaande"),
        (HouseholdType.SingleParent, "alleenstaandeouder eenoudergezin"),
        (HouseholdType.Couple, "gehuwdsamenwonend gehuwd gehuwden samenwonend gezamenlijkehuishouding echtpaar"),
        (HouseholdType.Unknown, "onbekend onb")
    );

    public static readonly IReadOnlyDictionary<string, BenefitKind> Benefits = Table(
        (BenefitKind.Participatiewet, "pw participatiewet bijstand algemenebijstand"),
        (BenefitKind.Bbz, "bbz bbz2004 bijstandzelfstandigen"),
        (BenefitKind.Ioaw, "ioaw"),
        (BenefitKind.Ioaz, "ioaz"),
        (BenefitKind.Unknown, "onbekend onb")
    );

    public static readonly IReadOnlyDictionary<string, Sex> Sexes = Table(
        (Sex.Female, "v vrouw vrouwelijk"),
        (Sex.Male, "m man mannelijk"),
        (Sex.Other, "x anders"),
        (Sex.Unknown, "onbekend onb o")
    );

    public static readonly IReadOnlyDictionary<string, EducationLevel> Educations = Table(
        (EducationLevel.Primary, "basis basisonderwijs geen"),
        (EducationLevel.Lower, "laag vmbo mavo lbo mbo1"),
        (EducationLevel.Middle, "midden middelbaar havo vwo mbo mbo2 mbo3 mbo4"),
        (EducationLevel.Higher, "hoog hbo wo universiteit"),
        (EducationLevel.Unknown, "onbekend onb")
    );

    public static readonly IReadOnlyDictionary<string, DistanceToWork> Distances = Table(
        (DistanceToWork.Small, "klein"),
        (DistanceToWork.Medium, "middel midden gemiddeld"),
        (DistanceToWork.Large, "groot"),
        (DistanceToWork.Unknown, "onbekend onb")
    );

    private static Dictionary<string, T> Table<T>(params (T Meaning, string Words)[] table) =>
        table
            .SelectMany(entry => entry.Words.Split(' ').Select(word => (word, entry.Meaning)))
            .ToDictionary(pair => pair.word, pair => pair.Meaning, StringComparer.Ordinal);
}
