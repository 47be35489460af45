// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>A change of a month's benefit by hand: more or less (below zero), and why. It counts only after a second person approved it.</summary>
public sealed record ByHand(Eur Amount, string Why)
{
    private static readonly LawArticle Article = LawArticle.Participatiewet("18", "lid 1");

    /// <summary>The settlement with these changes as lines of their own after the benefit. The benefit never goes below zero, and the line then says how much was really taken.</summary>
    public static MonthlySettlement Apply(MonthlySettlement settled, IReadOnlyList<ByHand> changes)
    {
        foreach (var change in changes)
        {
            var benefit = settled.Benefit + change.Amount;
            var after = benefit < Eur.Zero ? Eur.Zero : benefit;
            var line = new SettlementLine(
                LineKind.ByHand,
                "Met de hand gewijzigd",
                after - settled.Benefit,
                null,
                $"De gemeente heeft de uitkering met de hand gewijzigd met {after - settled.Benefit}, omdat: {change.Why.TrimEnd('.')}. Een tweede medewerker heeft dit goedgekeurd. U krijgt deze maand {after}.",
                Article,
                Article.LinkOn(settled.Month.FirstDay),
                []
            );
            var place = settled.Lines.TakeWhile(l => l.Kind is not LineKind.HolidayReserved).Count();
            settled = settled with
            {
                Benefit = after,
                Lines = [.. settled.Lines.Take(place), line, .. settled.Lines.Skip(place)],
            };
        }

        return settled;
    }
}
