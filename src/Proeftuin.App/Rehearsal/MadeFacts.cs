// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;

namespace Proeftuin.App.Rehearsal;

/// <summary>What the benefit administration delivers about one person in a month's files.</summary>
internal abstract record MadeFact(string Bsn)
{
    /// <summary>Benefit begins, or begins again.</summary>
    public sealed record Begins(string Bsn, DateOnly On) : MadeFact(Bsn);

    public sealed record Ends(string Bsn, DateOnly On, string Reason) : MadeFact(Bsn);

    /// <summary>Earnings to settle; a later line for the same month corrects an earlier one.</summary>
    public sealed record Earns(string Bsn, Month Month, Eur Amount) : MadeFact(Bsn);

    /// <summary>A job, up to its end when that is known.</summary>
    public sealed record Works(string Bsn, DateOnly From, DateOnly? Before) : MadeFact(Bsn);

    public sealed record Goals(string Bsn, DateOnly On, IReadOnlyList<string> Codes, string Highest, bool Promising)
        : MadeFact(Bsn);
}

/// <summary>Which facts are in the files of which month. Some come late and some are corrected, as the assumptions say.</summary>
internal sealed class MadeFacts
{
    private readonly Dictionary<Month, List<MadeFact>> deliveries = [];

    /// <summary>The facts in the files about a month, in the order in which they were put there.</summary>
    public IReadOnlyList<MadeFact> Of(Month month) => deliveries.GetValueOrDefault(month) ?? [];

    public void Put(Month month, MadeFact fact)
    {
        if (!deliveries.TryGetValue(month, out var facts))
        {
            deliveries.Add(month, facts = []);
        }

        facts.Add(fact);
    }

    /// <summary>Puts a whole life in the files; nothing that happens after <paramref name="last"/> is told.</summary>
    public void Put(string bsn, MadeLife life, Month last)
    {
        for (var i = 0; i < life.Exits.Count; i++)
        {
            var exit = life.Exits[i];
            Put(Month.Of(exit.On).Plus(life.DelayOf(i)), new MadeFact.Ends(bsn, exit.On, exit.Reason));
            var back = exit.BackOn is { } day && Month.Of(day) <= last ? exit.BackOn : null;
            if (exit.ToWork)
            {
                Put(Month.Of(exit.On), new MadeFact.Works(bsn, exit.On, null));
            }

            if (back is { } returned)
            {
                Put(Month.Of(returned), new MadeFact.Begins(bsn, returned));
            }
        }

        foreach (var earned in life.Earnings)
        {
            Put(earned.Month, new MadeFact.Earns(bsn, earned.Month, earned.FirstTold ?? earned.Amount));
            if (earned.FirstTold is not null)
            {
                Put(earned.Month.Plus(1), new MadeFact.Earns(bsn, earned.Month, earned.Amount));
            }
        }
    }
}
