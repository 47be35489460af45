// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Monitoring;

/// <summary>Why a benefit ended, in the municipality's own list, and under which heading the national statistics put it. The national heading is null where no source was found.</summary>
public sealed record ExitReason(string Code, string Name, bool ToWork, string? National)
{
    /// <summary>The code for "we do not know": always in the list, never left out of a table.</summary>
    public const string UnknownCode = "onbekend";
}

/// <summary>The reasons for which a benefit can end, in the order in which tables show them. Refuses a code used twice, a list without "onbekend" and a list without a reason that is work.</summary>
public sealed record ExitReasons
{
    private readonly Dictionary<string, int> places;

    private ExitReasons(IReadOnlyList<ExitReason> all)
    {
        All = all;
        places = all.Select((reason, place) => (reason.Code, place))
            .ToDictionary(p => p.Code, p => p.place, StringComparer.Ordinal);
    }

    public IReadOnlyList<ExitReason> All { get; }

    public static Outcome<ExitReasons> Of(IReadOnlyList<ExitReason> reasons)
    {
        var twice = reasons.GroupBy(r => r.Code, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        return twice is not null ? new ExitReasonTwice(twice.Key)
            : !reasons.Any(r => string.Equals(r.Code, ExitReason.UnknownCode, StringComparison.Ordinal))
                ? new ExitReasonMissing($"de code '{ExitReason.UnknownCode}'")
            : !reasons.Any(r => r.ToWork) ? new ExitReasonMissing("een reden die werk is")
            : new ExitReasons(reasons);
    }

    /// <summary>The reason with this code; null when it is not in the list.</summary>
    public ExitReason? Find(string code) => places.TryGetValue(code, out var place) ? All[place] : null;

    /// <summary>The place of a code in <see cref="All"/>; a code that is no longer in the list counts as unknown.</summary>
    public int PlaceOf(string? code) =>
        code is not null && places.TryGetValue(code, out var place) ? place : places[ExitReason.UnknownCode];
}

/// <summary>A code stands in the list twice.</summary>
public sealed record ExitReasonTwice(string Code) : Refusal
{
    public override string Message =>
        $"De uitstroomreden '{Code}' staat twee keer in de lijst. Geef elke reden een eigen code.";
}

/// <summary>The list lacks something without which no table can be made.</summary>
public sealed record ExitReasonMissing(string What) : Refusal
{
    public override string Message => $"In de lijst met uitstroomredenen ontbreekt {What}. Voeg dit toe.";
}
