// SPDX-License-Identifier: EUPL-1.2
using System.Runtime.InteropServices;
using Proeftuin.Statistics.Linear;
using Proeftuin.Statistics.Randomness;

namespace Proeftuin.Benchmarks.Peers;

/// <summary>The input that ours and the peers both read: columns of little-endian numbers, so that reading takes no parsing.</summary>
internal static class PeerInput
{
    public const int Rows = 1_000_000;
    public const int Covariates = 8;
    public const int Participants = 400;
    public const int Others = 400_000;

    public static void Write(string folder)
    {
        Exits(folder);
        Matching(folder);
        foreach (var units in new[] { 392, 3_500 })
        {
            var random = Xoshiro256.Stream(1, (ulong)units);
            var arms = new int[units];
            arms.AsSpan(0, units / 2).Fill(1);
            random.Shuffle<int>(arms);
            Save(folder, $"outcome{units}", [.. arms.Select(arm => random.Normal() + 0.1 * arm)]);
            Save(folder, $"arm{units}", arms);
        }

        Save(folder, "block", [.. Enumerable.Range(0, Rows).Select(i => i % 40)]);
        var pay = Xoshiro256.Stream(21, 0);
        Save(folder, "used", [.. Enumerable.Range(0, WhatIfBench.Households).Select(_ => pay.Below(7))]);
        Save(
            folder,
            "pay",
            [
                .. Enumerable
                    .Range(0, WhatIfBench.Households * WhatIfBench.Months)
                    .Select(_ => Math.Max(0, pay.Below(200_000) - 50_000)),
            ]
        );
    }

    public static double[] Doubles(string folder, string name) =>
        MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(Path.Combine(folder, name))).ToArray();

    public static int[] Integers(string folder, string name) =>
        MemoryMarshal.Cast<byte, int>(File.ReadAllBytes(Path.Combine(folder, name))).ToArray();

    public static Matrix Covariate(string folder, string name) =>
        Matrix.OfColumns([.. Enumerable.Range(1, Covariates).Select(j => Doubles(folder, $"{name}{j}"))]);

    /// <summary>Exits over 60 months with monthly ties, three causes and eight covariates on which the hazard depends.</summary>
    private static void Exits(string folder)
    {
        var random = Xoshiro256.Stream(2026, 4);
        var (months, causes) = (new double[Rows], new int[Rows]);
        var columns = Enumerable.Range(0, Covariates).Select(_ => new double[Rows]).ToArray();
        for (var i = 0; i < Rows; i++)
        {
            double linear = 0;
            for (var j = 0; j < Covariates; j++)
            {
                columns[j][i] = j < 4 ? random.Below(2) : random.Normal();
                linear += 0.1 * (j - 3.5) * columns[j][i];
            }

            var time = -Math.Log(1 - random.Uniform()) * 80 * Math.Exp(-linear);
            var seen = 12 + 48 * random.Uniform();
            months[i] = Math.Ceiling(Math.Min(time, seen));
            causes[i] = time < seen ? 1 + random.Below(3) : 0;
        }

        Save(folder, "months", months);
        Save(folder, "cause", causes);
        Save(folder, "arm", [.. columns[0].Select(x => (int)x)]);
        for (var j = 0; j < Covariates; j++)
        {
            Save(folder, $"x{j + 1}", columns[j]);
        }
    }

    private static void Matching(string folder)
    {
        var random = Xoshiro256.Stream(13, 0);
        for (var j = 1; j <= Covariates; j++)
        {
            Save(
                folder,
                $"m{j}",
                [
                    .. Enumerable
                        .Range(0, Participants + Others)
                        .Select(i => random.Normal() + (i < Participants ? 0.5 : 0)),
                ]
            );
        }
    }

    private static void Save<T>(string folder, string name, T[] column)
        where T : struct => File.WriteAllBytes(Path.Combine(folder, name), MemoryMarshal.AsBytes<T>(column));
}
