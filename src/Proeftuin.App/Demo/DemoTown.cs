// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.App.Demo;

/// <summary>A fictional municipality in which one of the shipped protocols is rehearsed.</summary>
/// <param name="Name">Obviously not a real one.</param>
/// <param name="Login">The first word of its accounts: "groningen.projectleider".</param>
/// <param name="Protocol">The shipped protocol.</param>
/// <param name="Households">In its made register.</param>
/// <param name="Begins">When the rehearsal begins: before the register's reference date.</param>
/// <param name="Draws">Whether lots are drawn here. Not where the protocol draws none, and not in Oss: there volunteers are drawn, and enrolment before the lot comes in a later version.</param>
public sealed record DemoTown(string Name, string Login, string Protocol, int Households, DateOnly Begins, bool Draws)
{
    public static readonly IReadOnlyList<DemoTown> All =
    [
        new("Fictief Groningen", "groningen", "groningen-2017", 4000, new(2017, 5, 29), true),
        new("Fictief Wageningen", "wageningen", "wageningen-2017", 900, new(2017, 8, 28), true),
        new("Fictief Oss", "oss", "oss-2017", 1200, new(2017, 8, 28), false),
        new("Fictief Twenterand", "twenterand", "twenterand-2018", 502, new(2018, 12, 3), false),
        new("Fictief Vlaardingen", "vlaardingen", "vlaardingen-2024", 2346, new(2024, 6, 24), false),
    ];
}
