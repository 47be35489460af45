// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text.RegularExpressions;

namespace Proeftuin.Core.Draw;

/// <summary>The name of one attempt at one draw: <c>TRIAL-YYYY-NN</c>, for a lottery for places <c>…-overschrijding-arm</c>, for later attempts <c>…-a2</c>. A name is never used again.</summary>
public sealed partial record DrawId
{
    private const string Oversubscription = "-overschrijding-";

    private DrawId(string trial, int year, int number, string? places, int attempt) =>
        (Trial, Year, Number, PlacesIn, Attempt) = (trial, year, number, places, attempt);

    public string Trial { get; }

    public int Year { get; }

    /// <summary>The cohort: 1 for the first draw of the year, 2 for the next.</summary>
    public int Number { get; }

    /// <summary>The arm whose places are drawn for; null for the draw of a cohort.</summary>
    public string? PlacesIn { get; }

    public int Attempt { get; }

    /// <summary>The name without the attempt: what stays the same when a draw has to be done again.</summary>
    public string Draw =>
        string.Create(CultureInfo.InvariantCulture, $"{Trial}-{Year:0000}-{Number:00}")
        + (PlacesIn is null ? "" : Oversubscription + PlacesIn);

    public static Outcome<DrawId> OfCohort(string trial, int year, int number, int attempt = 1) =>
        Parse(
            string.Create(CultureInfo.InvariantCulture, $"{trial}-{year:0000}-{number:00}")
                + (attempt == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-a{attempt}"))
        );

    public static Outcome<DrawId> Parse(string text)
    {
        var match = Pattern().Match(text ?? "");
        if (!match.Success || !Token.Is(text))
        {
            return new NotADrawId(text ?? "");
        }

        var attempt = match.Groups["attempt"];
        var arm = match.Groups["arm"];
        return new DrawId(
            match.Groups["trial"].Value,
            int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture),
            int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture),
            arm.Success ? arm.Value : null,
            attempt.Success ? int.Parse(attempt.ValueSpan, CultureInfo.InvariantCulture) : 1
        );
    }

    /// <summary>The same draw, one attempt later.</summary>
    public Outcome<DrawId> NextAttempt() =>
        Parse(string.Create(CultureInfo.InvariantCulture, $"{Draw}-a{Attempt + 1}"));

    /// <summary>The lottery for the places of one arm of this draw.</summary>
    public Outcome<DrawId> ForPlacesIn(string arm) =>
        Parse(Draw + Oversubscription + arm)
            .Then<DrawId>(id =>
                id.PlacesIn == arm && id.Attempt == 1 ? id : new NotADrawId(Draw + Oversubscription + arm)
            );

    public override string ToString() =>
        Attempt == 1 ? Draw : string.Create(CultureInfo.InvariantCulture, $"{Draw}-a{Attempt}");

    // The attempt is at most 999 and has no leading zero, so that one attempt has one spelling.
    [GeneratedRegex(
        @"\A(?<trial>[A-Z][A-Z0-9.]*(?:-[A-Z][A-Z0-9.]*)*)-(?<year>[0-9]{4})-(?<number>[0-9]{2})"
            + @"(?:-overschrijding-(?<arm>[A-Za-z0-9._-]+?))?(?:-a(?<attempt>[2-9]|[1-9][0-9]{1,2}))?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex Pattern();
}

/// <summary>The name of the draw is not spelled as agreed.</summary>
public sealed record NotADrawId(string Text) : Refusal
{
    public override string Message =>
        $"'{Text}' is geen geldig lotingnummer. Schrijf het als NAAM-JAAR-NUMMER met hoofdletters, bijvoorbeeld GRONINGEN-2017-01.";
}
