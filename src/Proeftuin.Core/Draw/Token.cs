// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Draw;

/// <summary>The only spelling allowed for draw ids, strata, arms and pseudonyms: 1 to 64 of A-Z, a-z, 0-9, point, underscore and hyphen, so that every program hashes the same bytes.</summary>
public static class Token
{
    public const int MaxLength = 64;

    /// <summary>The stratum of a frame that is not stratified, and the arm of a unit that was not sampled.</summary>
    public const string None = "-";

    public static bool Is(string? text)
    {
        if (text is not { Length: > 0 and <= MaxLength })
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '-'))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A name in the draw uses characters that are not allowed.</summary>
public sealed record NotAToken(string What, string Text) : Refusal
{
    public override string Message =>
        $"{What} '{Text}' kan niet. Gebruik 1 tot en met 64 tekens: letters zonder accent, cijfers, punt, liggend streepje en koppelteken.";
}
