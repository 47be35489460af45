// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text.RegularExpressions;

namespace Proeftuin.Core.Draw;

/// <summary>
/// How the public value will be written, fixed before it exists: fixed text with one open place between <c>&lt;</c> and <c>&gt;</c>.
/// <c>&lt;64 hex&gt;</c> is 64 lower-case hexadecimal digits, <c>&lt;20 x 1-6&gt;</c> is twenty numbers joined by commas, and
/// <c>&lt;6 x 01-45 oplopend&gt;</c> is six different numbers of two digits in ascending order. A value that is spelled in any other way is refused.
/// </summary>
public sealed partial record EntropyTemplate
{
    private readonly Place place;
    private readonly string before;
    private readonly string after;

    private EntropyTemplate(string text, string before, Place place, string after) =>
        (Text, this.before, this.place, this.after) = (text, before, place, after);

    public string Text { get; }

    /// <summary>The first round of a drand chain at or after the moment: its number and the template that belongs to it. Source of the constants: the chains' public info document.</summary>
    public static Outcome<EntropyTemplate> Drand(DrandChain chain, DateTimeOffset moment) =>
        Parse(
            string.Create(
                CultureInfo.InvariantCulture,
                $"drand:{chain.Hash}:round={chain.RoundAt(moment)};randomness=<64 hex>"
            )
        );

    /// <summary>Dice thrown in public and read from left to right.</summary>
    public static Outcome<EntropyTemplate> Dice(int throws) =>
        Parse(string.Create(CultureInfo.InvariantCulture, $"dobbelstenen:worpen=<{throws} x 1-6>"));

    /// <summary>The numbers of a public lottery on a day, in ascending order and fixed width.</summary>
    public static Outcome<EntropyTemplate> LotteryNumbers(string lottery, DateOnly day, int numbers, int highest) =>
        Parse(
            string.Create(
                CultureInfo.InvariantCulture,
                $"loterij:{lottery}:{day:yyyy-MM-dd};getallen=<{numbers} x 01-{highest:00} oplopend>"
            )
        );

    public static Outcome<EntropyTemplate> Parse(string? text)
    {
        var match = Pattern().Match(text ?? "");
        if (!match.Success || text!.Length > 300)
        {
            return new TemplateUnfit(text ?? "");
        }

        var (before, after) = (match.Groups["before"].Value, match.Groups["after"].Value);
        if (match.Groups["hex"] is { Success: true } hex)
        {
            return Number(hex) is >= 16 and <= 128 and var digits
                ? new EntropyTemplate(text, before, new Place(digits, null, null, false), after)
                : new TemplateUnfit(text);
        }

        var (low, high) = (match.Groups["low"].Value, match.Groups["high"].Value);
        var (count, ascending) = (Number(match.Groups["count"]), match.Groups["ascending"].Success);
        var range = Number(match.Groups["high"]) - Number(match.Groups["low"]) + 1;
        return low.Length == high.Length && range >= 2 && count is >= 4 and <= 200 && (!ascending || count <= range)
            ? new EntropyTemplate(text, before, new Place(count, low, high, ascending), after)
            : new TemplateUnfit(text);
    }

    /// <summary>Whether the value is exactly the template with its open place filled in: no other spelling, width, order or space.</summary>
    public bool Fits(string? value) =>
        value is not null
        && value.Length >= before.Length + after.Length
        && value.StartsWith(before, StringComparison.Ordinal)
        && value.EndsWith(after, StringComparison.Ordinal)
        && place.Fits(value[before.Length..(value.Length - after.Length)]);

    /// <summary>The drand round this template names, with its chain; null for another source or an unknown chain.</summary>
    public (DrandChain Chain, long Round)? DrandRound() =>
        DrandPattern().Match(Text) is { Success: true } match
        && DrandChain.Known.FirstOrDefault(c => c.Hash == match.Groups["chain"].Value) is { } chain
            ? (chain, long.Parse(match.Groups["round"].ValueSpan, CultureInfo.InvariantCulture))
            : null;

    public bool IsDrand => Text.StartsWith("drand:", StringComparison.Ordinal);

    public bool Equals(EntropyTemplate? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    public override string ToString() => Text;

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    private sealed record Place(int Count, string? Low, string? High, bool Ascending)
    {
        public bool Fits(string text)
        {
            if (Low is null)
            {
                return text.Length == Count && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
            }

            var numbers = text.Split(',');
            return numbers.Length == Count
                && numbers.All(n =>
                    n.Length == Low.Length
                    && n.All(char.IsAsciiDigit)
                    && string.CompareOrdinal(n, Low) >= 0
                    && string.CompareOrdinal(n, High) <= 0
                )
                && (!Ascending || numbers.Zip(numbers.Skip(1)).All(p => string.CompareOrdinal(p.First, p.Second) < 0));
        }
    }

    [GeneratedRegex(
        @"\A(?<before>(?:drand:[0-9a-f]{64}:round=[1-9][0-9]{0,14};|dobbelstenen:|loterij:)[A-Za-z0-9:;=._-]*)"
            + @"<(?:(?<hex>[1-9][0-9]{1,2}) hex|(?<count>[1-9][0-9]{0,2}) x (?<low>[0-9]{1,4})-(?<high>[0-9]{1,4})(?<ascending> oplopend)?)>"
            + @"(?<after>[A-Za-z0-9:;=._-]*)\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex Pattern();

    [GeneratedRegex(
        @"\Adrand:(?<chain>[0-9a-f]{64}):round=(?<round>[1-9][0-9]{0,14});randomness=<64 hex>\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex DrandPattern();
}

/// <summary>A public source of random values that nobody can predict or alter: a new one every so many seconds since its first.</summary>
public sealed record DrandChain(string Name, string Hash, long Genesis, int PeriodSeconds)
{
    /// <summary>The two public chains of the League of Entropy (docs.drand.love, chain information of "quicknet" and "default").</summary>
    public static readonly IReadOnlyList<DrandChain> Known =
    [
        new("quicknet", "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971", 1692803367, 3),
        new("default", "8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce", 1595431050, 30),
    ];

    public DateTimeOffset MomentOf(long round) =>
        DateTimeOffset.FromUnixTimeSeconds(checked(Genesis + (round - 1) * PeriodSeconds));

    /// <summary>The first round at or after the moment.</summary>
    public long RoundAt(DateTimeOffset moment) =>
        Math.Max(1, (moment.ToUnixTimeSeconds() - Genesis + PeriodSeconds - 1) / PeriodSeconds + 1);
}

/// <summary>The template of the public value is not one of the agreed forms.</summary>
public sealed record TemplateUnfit(string Text) : Refusal
{
    public override string Message =>
        $"Het sjabloon '{Text}' voor de openbare waarde is niet bruikbaar. Gebruik een drand-ronde, dobbelstenen of loterijgetallen met precies één open plek, bijvoorbeeld 'dobbelstenen:worpen=<20 x 1-6>'.";
}

/// <summary>The public value is not spelled as the committed template says.</summary>
public sealed record EntropyDoesNotFitTemplate(string Template) : Refusal
{
    public override string Message =>
        $"De waarde past niet op het vastgelegde sjabloon '{Template}'. Neem haar teken voor teken over; een andere schrijfwijze is een andere loting.";
}
