// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>
/// All parameters of the settlement by name, asked for a day. A day without a value is a refusal that names the parameter: nothing is
/// carried forward and nothing is guessed. With a day of knowing only what was known then counts; a row whose day of knowing is not
/// recorded counts always, and says so.
/// </summary>
public sealed class ParameterBook
{
    private readonly Dictionary<string, Parameter> byName;

    private ParameterBook(IReadOnlyList<Parameter> all, IReadOnlyList<Dated<HolidayClaim>> claims) =>
        (All, HolidayClaims, byName) = (all, claims, all.ToDictionary(p => p.Name, StringComparer.Ordinal));

    /// <summary>By name.</summary>
    public IReadOnlyList<Parameter> All { get; }

    /// <summary>The formulas for the claim on holiday pay over earnings, through time.</summary>
    public IReadOnlyList<Dated<HolidayClaim>> HolidayClaims { get; }

    public static Outcome<ParameterBook> Of(
        IReadOnlyList<Parameter> parameters,
        IReadOnlyList<Dated<HolidayClaim>> claims
    )
    {
        var twice = parameters.GroupBy(p => p.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        return twice is not null
            ? new ParameterTwice(twice.Key)
            : new ParameterBook([.. parameters.OrderBy(p => p.Name, StringComparer.Ordinal)], claims);
    }

    public Parameter? Named(string name) => byName.GetValueOrDefault(name);

    /// <summary>Whether the rule behind a parameter exists on a day: some row covers it, with or without a known value.</summary>
    public bool Exists(string name, DateOnly on) =>
        byName.TryGetValue(name, out var parameter) && parameter.Rows.Any(r => r.Dated.Valid.Contains(on));

    public Outcome<ParameterUsed> Find(string name, DateOnly on, DateOnly? knownOn = null)
    {
        if (!byName.TryGetValue(name, out var parameter))
        {
            return new ParameterMissing(name);
        }

        var covering = parameter.Rows.Where(r => r.Dated.Valid.Contains(on)).ToList();
        var row = covering
            .Where(r => knownOn is not { } then || r.Dated.KnownFrom is not { } known || known <= then)
            .MaxBy(r => r.Dated.KnownFrom ?? DateOnly.MinValue);
        return row is null
            ? covering.Count > 0
                ? new ParameterNotYetKnown(parameter.Title, on, knownOn!.Value)
                : new ParameterUnknown(parameter.Title, on, "er is geen regel voor deze dag")
            : row.Dated.Value is null
                ? new ParameterUnknown(parameter.Title, row.Dated.Valid.From, row.Unknown ?? "")
                : new ParameterUsed(parameter, row);
    }

    public Outcome<Dated<HolidayClaim>> HolidayClaimOn(DateOnly on) =>
        HolidayClaims.FirstOrDefault(c => c.Valid.Contains(on)) is { } found
            ? found
            : new ParameterUnknown(
                "de formule voor de aanspraak op vakantiegeld",
                on,
                "de bedragen van de regeling voor deze dag zijn niet gevonden"
            );
}
