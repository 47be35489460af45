// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using System.CommandLine.Invocation;

namespace Proeftuin.Cli;

/// <summary>The explanation of a verb in Dutch; the library's own help exists in other languages, not in this one.</summary>
internal sealed class DutchHelp : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine($"Gebruik: {Usage(command)}");
        List(output, "Opdrachten", [.. command.Subcommands.Where(c => !c.Hidden).Select(c => (c.Name, c.Description))]);
        List(
            output,
            "Gegevens",
            [.. command.Arguments.Where(a => !a.Hidden).Select(a => ($"<{a.Name}>", a.Description))]
        );
        List(output, "Opties", [.. command.Options.Where(o => !o.Hidden).Select(o => (Shown(o), Explained(o)))]);
        return ExitCode.Ok;
    }

    private static string Usage(Command command)
    {
        var path = new List<string>();
        for (var at = command; at is not null; at = at.Parents.OfType<Command>().FirstOrDefault())
        {
            path.Insert(0, at is RootCommand ? "proeftuin" : at.Name);
        }

        path.AddRange(command.Arguments.Select(a => $"<{a.Name}>"));
        path.AddRange(command.Options.Where(o => o.Required).Select(Shown));
        if (command.Subcommands.Count > 0)
        {
            path.Add("<opdracht>");
        }

        return string.Join(' ', [.. path, "[opties]"]);
    }

    private static string Shown(Option option)
    {
        var name = option is System.CommandLine.Help.HelpOption ? "--help, -h" : option.Name;
        return option.ValueType == typeof(bool) || option.ValueType == typeof(void)
            ? name
            : $"{name} {option.HelpName ?? "WAARDE"}";
    }

    private static string Explained(Option option) =>
        option.Required ? $"{option.Description} (verplicht)" : option.Description ?? "";

    private static void List(TextWriter output, string title, IReadOnlyList<(string Name, string? What)> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var width = rows.Max(r => r.Name.Length);
        output.WriteLine();
        output.WriteLine($"{title}:");
        foreach (var (name, what) in rows)
        {
            output.WriteLine($"  {name.PadRight(width)}  {what}");
        }
    }
}
