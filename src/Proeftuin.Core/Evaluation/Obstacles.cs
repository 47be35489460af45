// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;

namespace Proeftuin.Core.Evaluation;

/// <summary>Why the statistics library could not answer, in plain Dutch.</summary>
internal static class Obstacles
{
    public static Outcome<TTo> Named<TFrom, TTo>(this Answer<TFrom> answer, Func<TFrom, TTo> map) =>
        answer.Match(value => (Outcome<TTo>)map(value), why => new NotEstimable(Sentence(why)));

    private static string Sentence(Obstacle why) =>
        why switch
        {
            Obstacle.EmptyGroup => "een van de groepen is leeg",
            Obstacle.CountOutsideGroup => "een aantal past niet in zijn groep",
            Obstacle.LevelOutsideZeroToOne => "het betrouwbaarheidsniveau ligt niet tussen 0 en 100%",
            Obstacle.NoVariation => "iedereen heeft dezelfde uitkomst, dus er valt niets te vergelijken",
            Obstacle.ZeroCell => "in een van de groepen komt de uitkomst niet voor",
            Obstacle.NoDifference => "de groepen verschillen niet",
            Obstacle.TooFewGroups => "er is maar één groep",
            Obstacle.TooManyTables => "exact rekenen duurt hier te lang",
            Obstacle.NotFinite => "een van de getallen ontbreekt of is oneindig",
            Obstacle.NonPositiveWeight => "een gewicht is nul of negatief",
            Obstacle.NoEvents => "niemand heeft de uitkomst",
            Obstacle.StretchWithoutLength => "een periode eindigt op het moment dat zij begint, of eerder",
            Obstacle.WeightsNotSupported => "deze methode kan niet met gewichten rekenen",
            Obstacle.Collinear => "een kenmerk is bij iedereen gelijk, of volgt uit de andere kenmerken",
            Obstacle.MoreTermsThanRows => "er zijn meer kenmerken dan gegevens om ze uit te schatten",
            Obstacle.Separation => "een kenmerk voorspelt de uitkomst volledig, zodat het effect oneindig groot lijkt",
            Obstacle.TooFewClusters => "er is maar één cluster",
            Obstacle.NotConverged => "de berekening kwam niet tot rust",
            Obstacle.NoRobustVariance => "deze methode heeft geen robuuste fout",
            Obstacle.LateEntryNotSupported => "deze methode kan niet met mensen die later in beeld komen",
            Obstacle.OverlappingStretches => "periodes van één persoon overlappen elkaar",
            Obstacle.DesignDoesNotFit => "de indeling kan niet uit deze loting zijn gekomen",
            Obstacle.DegenerateNull => "elke andere uitkomst van de loting geeft hetzelfde getal",
            Obstacle.TooFewUnits => "er zijn te weinig mensen voor deze berekening",
            Obstacle.ProbabilityOutsideZeroToOne => "een kans ligt niet tussen 0 en 100%",
            Obstacle.OutOfReach => "geen groepsgrootte of verschil geeft het gevraagde onderscheidend vermogen",
            Obstacle.NothingMatched => "niemand vond een vergelijkbaar persoon",
            Obstacle.UnbalancedPanel => "niet iedereen is op elk moment precies één keer gemeten",
            Obstacle.TableDoesNotAdd => "de delen van de tabel tellen niet op tot de totalen",
            Obstacle.NotProtectable => "geen enkele keuze van lege cellen beschermt deze tabel",
            Obstacle.OutcomeNotZeroOrOne => "de uitkomst is niet steeds ja of nee",
            Obstacle.LeverageOfOne => "iemand is de enige van zijn soort, dus de onzekerheid is niet te schatten",
            Obstacle.PerfectFit =>
                "de kenmerken voorspellen iedere uitkomst precies, dus er is geen onzekerheid te schatten",
            Obstacle.BlockWithoutBothGroups => "in een van de blokken zitten van een groep te weinig mensen",
            Obstacle.PairsAmongBlocks => "sommige blokken zijn paren en andere zijn groter",
            Obstacle.ClusterInTwoGroups => "mensen die bij elkaar horen, zitten in verschillende groepen",
            Obstacle.ValueOutsideRange => "een getal ligt buiten de opgegeven grenzen",
        };
}
