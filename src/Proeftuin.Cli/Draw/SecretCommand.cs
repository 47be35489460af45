// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using System.Security.Cryptography;
using Proeftuin.Core.Draw;

namespace Proeftuin.Cli.Draw;

/// <summary><c>proeftuin secret make</c> and <c>commit</c>: for a holder, on the holder's own device. Nothing is stored or sent.</summary>
public static class SecretCommand
{
    public static Command Create() =>
        new("secret", "Maak als houder een geheim, en de toezegging die u vooraf afgeeft.") { Make(), Commit() };

    private static Command Make()
    {
        var command = new Command("make", "Maak een nieuw geheim van 32 bytes met zijn toezegging.");
        command.SetAction(result =>
        {
            var secret = Secret.Of(RandomNumberGenerator.GetBytes(Secret.Length)).OrThrow();
            var output = result.InvocationConfiguration.Output;
            output.WriteLine($"geheim:     {secret.ToHex()}");
            output.WriteLine($"toezegging: {secret.Commitment}");
            result.InvocationConfiguration.Error.WriteLine(
                "Schrijf het geheim op papier en berg het verzegeld op. Geef nu alleen de toezegging af. Gebruik een geheim maar één keer."
            );
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Commit()
    {
        var hex = new Argument<string?>("geheim")
        {
            Description =
                "Het geheim: 64 tekens 0-9 en a-f. Laat het weg om het in te typen, zodat het niet in de lijst van opdrachten blijft staan.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("commit", "Bereken de toezegging bij een geheim dat u al hebt.") { hex };
        command.SetAction(result =>
            Secret
                .Parse(result.GetValue(hex) ?? Console.In.ReadLine()?.Trim())
                .Match(
                    secret =>
                    {
                        result.InvocationConfiguration.Output.WriteLine(secret.Commitment.ToString());
                        return ExitCode.Ok;
                    },
                    why => Refused.Because(why, result.InvocationConfiguration.Error)
                )
        );
        return command;
    }
}
