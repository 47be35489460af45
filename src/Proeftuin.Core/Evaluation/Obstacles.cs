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
        };
}
