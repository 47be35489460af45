// SPDX-License-Identifier: EUPL-1.2
using System.Runtime.Intrinsics;

namespace Proeftuin.Core.Settlement.WhatIf;

/// <summary>
/// How many cents of one extra euro of pay somebody keeps that month, counted over every month in which a person of the population has pay:
/// from 0 (all of it is deducted) to 100 (no benefit is left). Holiday allowance, allowances and taxes are not in it.
/// </summary>
public sealed class KeptOfExtra
{
    private static readonly Vector256<int> Euro = Vector256.Create(100);

    private readonly long[] counts = new long[101];

    /// <summary>Months with pay by the number of cents kept, 0 up to and including 100.</summary>
    public IReadOnlyList<long> Counts => counts;

    public void Add(KeptOfExtra part)
    {
        for (var cents = 0; cents < counts.Length; cents++)
        {
            counts[cents] += part.counts[cents];
        }
    }

    /// <summary>Counts one month of eight persons; <paramref name="without"/> is what would be left of the norm if nothing of this person's pay were exempt.</summary>
    internal void Count(
        PersonLanes person,
        Vector256<int> net,
        Vector256<int> without,
        Vector256<int> left,
        Vector256<int> live
    )
    {
        var earns = Vector256.GreaterThan(net, Vector256<int>.Zero) & live;
        if (earns == Vector256<int>.Zero)
        {
            return;
        }

        var more = Vector256.Max(without - Euro + person.ExemptNow(net + Euro), Vector256<int>.Zero);
        var keeps = Euro + more - left;
        for (var lane = 0; lane < PersonColumns.Lanes; lane++)
        {
            if (earns[lane] != 0)
            {
                counts[keeps[lane]]++;
            }
        }
    }
}
