// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Settlement;
using Names = Proeftuin.Core.Settlement.ParameterNames;

namespace Proeftuin.Tests.Settlement;

/// <summary>A book of parameters made for a test: the amounts of January 2018, unless a test says otherwise; valid from 2017 on without end.</summary>
internal sealed class Amounts
{
    private readonly SortedDictionary<string, long> values = new(StringComparer.Ordinal)
    {
        [Names.NormSingle] = 99212,
        [Names.NormSingleParent] = 99212,
        [Names.NormCouple] = 141732,
        [Names.NormSingleStatePension] = 111416,
        [Names.NormCoupleStatePension] = 152266,
        [Names.NormYoungSingle] = 24516,
        [Names.NormYoungCouple] = 49032,
        [Names.NormYoungCoupleOne21] = 95382,
        [Names.NormYoungCoupleChildren] = 77394,
        [Names.NormYoungCoupleOne21Children] = 123744,
        [Names.NormYoungPartChildren] = 52878,
        [Names.NormInstitutionSingle] = 31408,
        [Names.NormInstitutionCouple] = 48855,
        [Names.NormInstitutionSingleTopUp] = 3900,
        [Names.NormInstitutionCoupleTopUp] = 8600,
        [Names.CostSharerAge] = 21,
        [Names.CostSharerFixed] = 4000,
        [Names.CostSharerEach] = 3000,
        [Names.HolidayAllowanceShare] = 500,
        [Names.SickPayWeeks] = 104,
        [Names.ExemptionAge] = 27,
        [Names.NShare] = 2500,
        [Names.NMaximum] = 20200,
        [Names.NMonths] = 6,
        [Names.RShare] = 1250,
        [Names.RMaximum] = 12632,
        [Names.RMonths] = 30,
        [Names.RChildAge] = 12,
        [Names.RYields] = 0,
        [Names.YShare] = 1500,
        [Names.YMaximum] = 12812,
    };

    public Amounts Set(string name, long value)
    {
        values[name] = value;
        return this;
    }

    /// <summary>The letters z and aa, as since 2023.</summary>
    public Amounts Since2023() =>
        Set(Names.RYields, 1)
            .Set(Names.ZShare, 1500)
            .Set(Names.ZMaximum, 15556)
            .Set(Names.ZMonths, 12)
            .Set(Names.AaShare, 1500)
            .Set(Names.AaMaximum, 15556);

    /// <summary>Art. 34a, as from 2027.</summary>
    public Amounts Since2027() =>
        Set(Names.Article34aShare, 1500)
            .Set(Names.Article34aMonths, 12)
            .Set(Names.Article34aHoursLimitedShare, 1500)
            .Set(Names.Article34aStatePensionShare, 2500)
            .Set(Names.Article34aStatePensionMaximum, 22600);

    public ParameterBook Book() => ParameterBook.Of([.. values.Select(v => One(v.Key, v.Value))], []).OrThrow();

    public static Parameter One(string name, params ParameterRow[] rows) =>
        Parameter
            .Of(name, "de waarde van " + name, ParameterUnit.Cents, LawArticle.Participatiewet("31"), "een test", rows)
            .OrThrow();

    public static ParameterRow Row(string from, string? upTo, long? value, string? knownFrom = null) =>
        new()
        {
            Dated = new(
                value,
                upTo is null ? Period.Since(Day(from)) : Period.FromUpTo(Day(from), Day(upTo).AddDays(1)).OrThrow(),
                knownFrom is null ? null : Day(knownFrom),
                new Citation("artikel 31", "een test")
            ),
            Unknown = value is null ? "een test: het staat er niet" : null,
            Confidence = "verzonnen",
            Note = null,
        };

    private static Parameter One(string name, long value) => One(name, Row("2017-01-01", null, value));

    public static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
