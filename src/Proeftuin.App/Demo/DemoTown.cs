// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.App.Demo;

/// <summary>How far the story of a fictional municipality goes.</summary>
public enum DemoStory
{
    /// <summary>Protocol and register; a screening where the protocol says who may take part. Nobody is drawn in this project.</summary>
    RegisterOnly,

    /// <summary>Played from the first letter to the last month.</summary>
    Rehearsed,
}

/// <summary>A fictional municipality in which one of the shipped protocols is rehearsed.</summary>
/// <param name="Name">Obviously not a real one.</param>
/// <param name="Login">The first word of its accounts: "groningen.projectleider".</param>
/// <param name="Protocol">The shipped protocol.</param>
/// <param name="Households">In its made register.</param>
/// <param name="Begins">When the story begins: before the register's reference date.</param>
/// <param name="Story">How far it goes.</param>
/// <param name="Settles">Whether two months of earnings are settled in it.</param>
public sealed record DemoTown(
    string Name,
    string Login,
    string Protocol,
    int Households,
    DateOnly Begins,
    DemoStory Story,
    bool Settles = false
)
{
    public static readonly IReadOnlyList<DemoTown> All =
    [
        new("Fictief Groningen", "groningen", "groningen-2017", 4000, new(2017, 5, 29), DemoStory.Rehearsed),
        new(
            "Fictief Wageningen",
            "wageningen",
            "wageningen-2017",
            900,
            new(2017, 8, 28),
            DemoStory.Rehearsed,
            Settles: true
        ),
        new("Fictief Oss", "oss", "oss-2017", 800, new(2017, 6, 26), DemoStory.Rehearsed),
        new("Fictief Twenterand", "twenterand", "twenterand-2018", 502, new(2018, 12, 3), DemoStory.RegisterOnly),
        new("Fictief Vlaardingen", "vlaardingen", "vlaardingen-2024", 2346, new(2024, 6, 24), DemoStory.RegisterOnly),
    ];
}
