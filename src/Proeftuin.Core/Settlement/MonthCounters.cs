// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>A run of months that began once and goes on whether or not it is used (art. 31 lid 2 under r: "aaneengesloten"). Not known is a value of its own and is never read as not begun.</summary>
public readonly record struct Run
{
    private readonly bool known;

    private Run(bool known, Month? since) => (this.known, Since) = (known, since);

    public static readonly Run NotKnown;

    public static readonly Run NotBegun = new(true, null);

    public bool IsKnown => known;

    public Month? Since { get; }

    public static Run BeganIn(Month month) => new(true, month);

    /// <summary>The run as a register imports it: so many months were used before <paramref name="month"/>.</summary>
    public static Run After(int monthsUsed, Month month) =>
        monthsUsed == 0 ? NotBegun : BeganIn(month.Plus(-monthsUsed));

    /// <summary>Months that have gone by before <paramref name="month"/>, at most <paramref name="limit"/>.</summary>
    public int UsedBefore(Month month, int limit) => Since is { } since ? Math.Clamp(month - since, 0, limit) : 0;
}

/// <summary>How much of each exemption one person has used, over the whole history of their benefit. Null or not known refuses as soon as it matters; it is never zero.</summary>
public sealed record MonthCounters
{
    public static readonly MonthCounters NotKnown = new()
    {
        N = null,
        R = Run.NotKnown,
        Z = Run.NotKnown,
        Arm = 0,
        Article34a = Run.NotBegun,
    };

    /// <summary>A person who never used an exemption, because somebody established that.</summary>
    public static readonly MonthCounters NothingUsed = new()
    {
        N = 0,
        R = Run.NotBegun,
        Z = Run.NotBegun,
        Arm = 0,
        Article34a = Run.NotBegun,
    };

    /// <summary>Months of art. 31 lid 2 under n; they need not follow on each other.</summary>
    public required int? N { get; init; }

    public required Run R { get; init; }

    public required Run Z { get; init; }

    /// <summary>Months used in the experiment; these are counted by this program from the start, so they are always known.</summary>
    public required int Arm { get; init; }

    /// <summary>From 2027; begins with nobody.</summary>
    public required Run Article34a { get; init; }
}

/// <summary>How many months of an exemption a person has used is not known, and the settlement needs it.</summary>
public sealed record CounterUnknown(string Person, string Exemption) : Refusal
{
    public override string Message =>
        $"Voor {Person} is niet bekend hoeveel maanden van de vrijlating onder {Exemption} al zijn gebruikt. Zoek de beginstand op in het dossier en vul die in; onbekend is niet nul.";
}
