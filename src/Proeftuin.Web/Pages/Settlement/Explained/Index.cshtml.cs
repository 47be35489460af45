// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Html;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Settlement;
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement;
using Proeftuin.Web.Access;
using Proeftuin.Web.Charts;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Settlement.Explained;

/// <summary>"Hoe rekent Proeftuin?": the calculation explained with the very lines the calculation makes. For everybody; the person is invented.</summary>
[Public]
public sealed class IndexModel : ProeftuinPage
{
    private static readonly Month Month = new(2018, 1);

    public MonthlySettlement InGroup { get; } = Example("wageningen-2017/verdienen-loont", usedN: 0);

    public MonthlySettlement ByLaw { get; } = Example(null, usedN: 3);

    public static IHtmlContent Picture(string id, string title, IReadOnlyList<Shape> shapes) =>
        LineChart.Draw(
            id,
            title,
            string.Join(
                ' ',
                shapes.Select(s =>
                    $"{s.Name}: bij € 400,00 loon {At(s, 400)}, bij € 800,00 {At(s, 800)}, bij € 1.200,00 {At(s, 1200)} te besteden."
                )
            ),
            [.. shapes.Select(s => new EuroLine(s.Name, s.Points))]
        );

    public static Eur At(Shape shape, long euros) => shape.Points.Single(p => p.Earnings == Eur.OfEuros(euros)).ToSpend;

    private static MonthlySettlement Example(string? group, int usedN)
    {
        var wage = Income
            .Of("bakkerij", IncomeKind.Wage, PayRhythm.Monthly, Month.FirstDay, Eur.OfEuros(450))
            .OrThrow();
        var person = new SettledPerson
        {
            Id = "u",
            Label = "u",
            Born = new(1980, 5, 12),
            HelpsTowardsWork = Period.Since(Month.FirstDay),
            Arm = group is null ? null : new(GroupRules.Named(group).OrThrow().Rule, Period.Since(new(2017, 10, 1))),
            Incomes = [wage],
        };
        return new HouseholdMonth(
            Month,
            SettledHousehold.Of(HouseholdType.SinglePerson, [person]).OrThrow(),
            new([("u", MonthCounters.NothingUsed with { N = usedN })], HolidayReserve.EmptySince(Month)),
            MunicipalChoicesFile.Defaults
        )
            .Settle()
            .OrThrow();
    }
}
