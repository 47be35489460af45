// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;

namespace Proeftuin.App.Demo;

/// <summary>Fictional numbers that pass the eleven test and start with a 9: real citizens do not have those, test systems do. The first <paramref name="random"/> number decides where the row of numbers starts, so none comes twice.</summary>
public sealed class TestBsn(SeededRandom random)
{
    private const int Space = 10_000_000;

    // A step that shares no factor with the space visits every number once.
    private const int Step = 6_180_339;

    private int at = random.Below(Space);
    private int used;

    public string Next()
    {
        while (used++ < Space)
        {
            at = (at + Step) % Space;
            var eight = 90_000_000 + at;
            var check = CheckDigit(eight);
            if (check < 10)
            {
                return (eight * 10L + check).ToString(CultureInfo.InvariantCulture);
            }
        }

        throw new InvalidOperationException("The test range holds no more numbers.");
    }

    /// <summary>The ninth digit that makes the weighted sum a multiple of eleven; 10 when no digit does.</summary>
    private static int CheckDigit(int eight)
    {
        var sum = 0;
        for (var weight = 2; weight <= 9; weight++)
        {
            sum += weight * (eight % 10);
            eight /= 10;
        }

        return sum % 11;
    }
}
