// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using Proeftuin.Core;

namespace Proeftuin.App.Accounts;

/// <summary>What a password must be: long rather than odd. No rules about signs, no forced change over time.</summary>
public static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 128;

    private static readonly string[] Guessed =
    [
        "wachtwoord",
        "welkom",
        "password",
        "qwerty",
        "proeftuin",
        "gemeente",
        "123456",
        "zomer",
        "winter",
    ];

    /// <summary>Null when the password may be used.</summary>
    public static Refusal? Check(string name, string? password)
    {
        if (password is null || password.Length < Shortest || password.Length > Longest)
        {
            return new PasswordLength();
        }

        if (name.Length > 2 && password.Contains(name, StringComparison.OrdinalIgnoreCase))
        {
            return new PasswordHoldsName();
        }

        var rest = Guessed.Aggregate(
            password,
            (text, word) => text.Replace(word, "", StringComparison.OrdinalIgnoreCase)
        );
        return rest.Distinct().Count() < 5 ? new PasswordEasy() : null;
    }

    /// <summary>A password that is shown once and must be changed at the first sign-in. No letters that look alike.</summary>
    public static string MakeOneTime() =>
        string.Join(
            '-',
            Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 4))
        );
}

public sealed record PasswordLength : Refusal
{
    public override string Message =>
        $"Kies een wachtwoord van {PasswordRules.Shortest} tot {PasswordRules.Longest} tekens. Een zin van een paar woorden werkt goed.";
}

public sealed record PasswordHoldsName : Refusal
{
    public override string Message => "Uw naam staat in het wachtwoord. Kies een ander wachtwoord.";
}

public sealed record PasswordEasy : Refusal
{
    public override string Message => "Dit wachtwoord is makkelijk te raden. Kies andere woorden.";
}
