// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Evaluation;

namespace Proeftuin.Tests.Evaluation;

/// <summary>Builds published tables, Wageningen's among them.</summary>
internal static class Table
{
    public static readonly PublishedGroup[] Wageningen =
    [
        Arm("EXP1", 98, 26, 24, 106, 8, 40, 58) with
        {
            Name = "Zelf in actie",
            Pool = "Zelf en extra",
        },
        Arm("EXP2", 94, 24, 23, 98, 4, 42, 52) with
        {
            Name = "Extra begeleiding",
            Pool = "Zelf en extra",
        },
        Arm("EXP3", 109, 24, 18, 113, 4, 36, 73) with
        {
            Name = "Verdienen loont",
        },
        Arm("EXP4", 91, 15, 14, 93, 2, 32, 59) with
        {
            Name = "Onderzoeksgroep",
            Role = GroupRole.Control,
        },
        Group("GD", 382, 41, 38) with
        {
            Name = "Geen deelname",
            Role = GroupRole.NotRandomised,
        },
    ];

    public static PublishedGroup Group(string code, long size, long gross, long net) =>
        new()
        {
            Code = code,
            Name = code,
            Role = GroupRole.Arm,
            Size = size,
            Gross = gross,
            Net = net,
        };

    public static PublishedCounts Of(params PublishedGroup[] groups) => PublishedCounts.Of(groups).OrThrow();

    public static CountsReport Report(params PublishedGroup[] groups) =>
        CountsReport.Of(Of(groups), [], 0.95).OrThrow();

    public static PublishedClaim Claim(string printed, string computed) =>
        new("Hoofdstuk 3", "woorden", Printed.Parse(printed).OrThrow(), Computation.Parse(computed).OrThrow());

    private static PublishedGroup Arm(
        string code,
        long size,
        long gross,
        long net,
        long started,
        long stopped,
        long exited,
        long still
    ) =>
        Group(code, size, gross, net) with
        {
            Started = started,
            Stopped = stopped,
            ExitedAll = exited,
            OnBenefitAtEnd = still,
        };
}
