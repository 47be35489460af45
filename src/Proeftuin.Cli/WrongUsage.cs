// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using System.CommandLine.Parsing;

namespace Proeftuin.Cli;

/// <summary>Says in Dutch what is wrong with the question and where the explanation is; the exit code is 2.</summary>
internal static class WrongUsage
{
    public static async Task<int> Explain(ParseResult result, TextWriter error)
    {
        foreach (var sentence in Sentences(result))
        {
            await error.WriteLineAsync(sentence);
        }

        await error.WriteLineAsync("Uitleg: zet --help achter de opdracht.");
        return ExitCode.WrongUsage;
    }

    private static IReadOnlyList<string> Sentences(ParseResult result)
    {
        var command = result.CommandResult.Command;
        var sentences = new List<string>();
        sentences.AddRange(result.UnmatchedTokens.Select(t => $"'{t}' is hier niet bekend."));
        sentences.AddRange(
            command
                .Options.Where(o => o.Required && result.GetResult(o) is null or { Implicit: true, Tokens.Count: 0 })
                .Select(o => $"De optie {o.Name} ontbreekt.")
        );
        sentences.AddRange(
            command.Arguments.Where(a => Missing(result, a)).Select(a => $"Het gegeven <{a.Name}> ontbreekt.")
        );
        sentences.AddRange(
            result
                .Errors.Where(e => e.SymbolResult is OptionResult { Implicit: false })
                .Select(e => Wrong((OptionResult)e.SymbolResult!, e))
        );
        return sentences.Count > 0 ? sentences
            : command.Subcommands.Count > 0
                ? ["Geef een opdracht. Kies uit: " + string.Join(", ", command.Subcommands.Select(c => c.Name)) + "."]
            : [.. result.Errors.Select(e => e.Message)];
    }

    private static bool Missing(ParseResult result, Argument argument) =>
        argument.Arity.MinimumNumberOfValues > 0 && result.GetResult(argument) is null or { Tokens.Count: 0 };

    private static string Wrong(OptionResult option, ParseError error) =>
        option.Tokens.Count == 0
            ? $"De optie {option.Option.Name} heeft een waarde nodig."
            : DutchMessage(error)
                ?? $"De waarde '{string.Join(' ', option.Tokens.Select(t => t.Value))}' past niet bij de optie {option.Option.Name}.";

    /// <summary>A verb's own validator writes Dutch; such a message ends with a full stop and has no quotes of the library.</summary>
    private static string? DutchMessage(ParseError error) =>
        error.Message.StartsWith("De ", StringComparison.Ordinal)
        || error.Message.StartsWith("Het ", StringComparison.Ordinal)
            ? error.Message
            : null;
}
