// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>What the next month begins with: a counter moves only for an exemption that was really given.</summary>
internal sealed class AfterMonth(Month month, MunicipalChoices choices, int? nLimit)
{
    public SettlementState Of(SettlementState before, IReadOnlyList<PersonMonth> months, Eur reserved) =>
        new(
            [
                .. before.Counters.Where(c =>
                    !months.Any(m => string.Equals(m.Id, c.Person, StringComparison.Ordinal))
                ),
                .. months.Select(m => (m.Id, Moved(before.For(m.Id), m))),
            ],
            before.Reserve.With(month, reserved)
        );

    private MonthCounters Moved(MonthCounters counters, PersonMonth one)
    {
        if (one.Exempt == Eur.Zero || one.Exemption is not { } used)
        {
            return counters;
        }

        var begins = used.MonthsLeft is { } left && left == used.MonthsLimit;
        return used.Kind switch
        {
            ExemptionKind.Arm => counters with
            {
                Arm = counters.Arm + 1,
                N = choices.ArmMonthsUseUpN && counters.N is { } n && n < nLimit ? n + 1 : counters.N,
            },
            ExemptionKind.N => used.MonthsLimit is null ? counters : counters with { N = counters.N + 1 },
            ExemptionKind.R => begins ? counters with { R = Run.BeganIn(month) } : counters,
            ExemptionKind.Z => begins ? counters with { Z = Run.BeganIn(month) } : counters,
            ExemptionKind.Article34a => begins ? counters with { Article34a = Run.BeganIn(month) } : counters,
            ExemptionKind.Y
            or ExemptionKind.Aa
            or ExemptionKind.Article34aHoursLimited
            or ExemptionKind.Article34aStatePension => counters,
        };
    }
}
