// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text.RegularExpressions;

namespace Proeftuin.Core.Evaluation;

/// <summary>A number as printed: its value, its decimals and whether it is a percentage. Refuses what is no number.</summary>
public sealed record Printed
{
    private const string DutchNumber = @"^([0-9]{1,12}|[0-9]{1,3}(\.[0-9]{3}){1,3})(,[0-9]{1,6})?$";

    private Printed(string text, decimal value, int decimals, bool percentage) =>
        (Text, Value, Decimals, IsPercentage) = (text, value, decimals, percentage);

    public string Text { get; }

    public decimal Value { get; }

    public int Decimals { get; }

    public bool IsPercentage { get; }

    /// <summary>Reads "9,5%", "134" and "1.200". A point that does not part thousands is refused: 9.5 would silently become 95.</summary>
    public static Outcome<Printed> Parse(string text)
    {
        var trimmed = text.Trim();
        var percentage = trimmed.EndsWith('%');
        var number = (percentage ? trimmed[..^1] : trimmed).TrimEnd();
        if (!Regex.IsMatch(number, DutchNumber, RegexOptions.ExplicitCapture))
        {
            return new PrintedNumberNotUnderstood(text);
        }

        var comma = number.IndexOf(',', StringComparison.Ordinal);
        var value = decimal.Parse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, Dutch.Numbers);
        return new Printed(trimmed, value, comma < 0 ? 0 : number.Length - comma - 1, percentage);
    }
}

/// <summary>A printed number cannot be read.</summary>
public sealed record PrintedNumberNotUnderstood(string Text) : Refusal
{
    public override string Message =>
        $"'{Text}' is geen getal. Schrijf het zoals het gedrukt is, bijvoorbeeld 9,5% of 134.";
}

/// <summary>A number a report prints, where it stands, and how it follows from the report's own counts.</summary>
public sealed record PublishedClaim(string Where, string Quote, Printed Printed, Computation Computation);

/// <summary>A claim held against the counts.</summary>
public sealed record ClaimCheck(PublishedClaim Claim, Computed Computed, decimal Recomputed, bool Agrees)
{
    /// <summary>The number the counts give, with the decimals of the printed one (at least one for a percentage).</summary>
    public string Shown =>
        Claim.Printed.IsPercentage
            ? Recomputed.ToString("0." + new string('0', Math.Max(1, Claim.Printed.Decimals)), Dutch.Numbers) + "%"
            : Recomputed.ToString("#,##0.###", Dutch.Numbers);

    public string Message =>
        Agrees
            ? $"{Claim.Where}: {Claim.Printed.Text} klopt ({Computed.Written})."
            : $"{Claim.Where}: er staat {Claim.Printed.Text}, maar de aantallen geven {Computed.Written} = {Shown}.";

    /// <summary>Rounds the exact outcome as the report does, halves away from zero, and compares.</summary>
    public static Outcome<ClaimCheck> Of(PublishedClaim claim, PublishedCounts counts) =>
        claim
            .Computation.Over(counts)
            .Then(computed =>
            {
                if (claim.Printed.IsPercentage == computed.Denominator is null)
                {
                    return (Outcome<ClaimCheck>)
                        new ComputationNotUnderstood(
                            claim.Computation.Text,
                            claim.Printed.IsPercentage
                                ? "een percentage vraagt een deelstreep"
                                : "alleen een percentage heeft een deelstreep"
                        );
                }

                var exact = computed.Denominator is { } whole ? computed.Numerator * 100m / whole : computed.Numerator;
                var rounded = Math.Round(exact, claim.Printed.Decimals, MidpointRounding.AwayFromZero);
                return new ClaimCheck(claim, computed, exact, rounded == claim.Printed.Value);
            });
}
