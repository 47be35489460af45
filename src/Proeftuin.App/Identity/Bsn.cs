// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;

namespace Proeftuin.App.Identity;

/// <summary>A citizen service number that passes the eleven test. Never shown whole by accident: <see cref="ToString"/> masks it.</summary>
public readonly record struct Bsn
{
    private readonly int value;

    private Bsn(int value) => this.value = value;

    /// <summary>The nine digits, for the identity store only.</summary>
    public string Digits => value.ToString("000000000", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Accepts nine digits, or eight where a spreadsheet dropped the leading zero.</summary>
    public static Outcome<Bsn> Of(string? text)
    {
        var digits = text?.Trim() ?? "";
        if (digits.Length is not (8 or 9) || !digits.All(char.IsAsciiDigit))
        {
            return new BsnHasNoNineDigits();
        }

        var number = int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        return PassesElevenTest(number) ? new Bsn(number) : new BsnFailsElevenTest();
    }

    /// <summary>Whether a free text holds a run of nine digits (spaces, points and dashes between them are allowed) that could be a BSN.</summary>
    public static bool OccursIn(string text)
    {
        Span<int> last = stackalloc int[9];
        var run = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : 'x';
            if (char.IsAsciiDigit(c))
            {
                last[run++ % 9] = c - '0';
            }
            else if (c is not (' ' or '.' or '-') || i == text.Length)
            {
                if (run == 9 && PassesElevenTest(NumberOf(last)))
                {
                    return true;
                }

                run = 0;
            }
        }

        return false;
    }

    /// <summary>Only the last two digits; enough to find the row in one's own file, not enough to know the number.</summary>
    public override string ToString() => "*******" + Digits[7..];

    private static int NumberOf(ReadOnlySpan<int> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = number * 10 + digit;
        }

        return number;
    }

    /// <summary>Weights 9 to 2 for the first eight digits and -1 for the last; the sum is a multiple of eleven. Zero is no BSN.</summary>
    private static bool PassesElevenTest(int number)
    {
        var rest = number;
        var sum = -(rest % 10);
        for (var weight = 2; weight <= 9; weight++)
        {
            rest /= 10;
            sum += weight * (rest % 10);
        }

        return number > 0 && sum % 11 == 0;
    }
}

/// <summary>The text is not a number of nine digits.</summary>
public sealed record BsnHasNoNineDigits : Refusal
{
    public override string Message =>
        "Een burgerservicenummer bestaat uit negen cijfers. Controleer het nummer in de bron.";
}

/// <summary>Nine digits, but not a BSN.</summary>
public sealed record BsnFailsElevenTest : Refusal
{
    public override string Message =>
        "Dit burgerservicenummer voldoet niet aan de elfproef. Controleer het nummer in de bron.";
}
