// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.Core;
using Proeftuin.Core.Settlement;

namespace Proeftuin.Cli.Settlement;

/// <summary><c>proeftuin parameters</c>: the numbers of the law on a day, or one of them through time with its sources. Needs no database and no account.</summary>
public static class ParametersCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("naam")
        {
            Description = "De naam van één parameter; dan met alle perioden en bronnen.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var on = new Option<DateOnly?>("--on")
        {
            Description = "De dag waarvoor u de waarde wilt weten. Standaard vandaag.",
            HelpName = "JJJJ-MM-DD",
        };
        var command = new Command("parameters", "Toon de bedragen en percentages van de wet, met hun artikel en bron.")
        {
            name,
            on,
        };
        command.SetAction(result =>
        {
            var output = result.InvocationConfiguration.Output;
            var day = result.GetValue(on) ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
            if (result.GetValue(name) is not { } asked)
            {
                output.Write(OnDay(day));
                return ExitCode.Ok;
            }

            if (ShippedParameters.Book.Named(asked) is not { } parameter)
            {
                return Refused.Because([new ParameterMissing(asked)], result.InvocationConfiguration.Error);
            }

            output.Write(ThroughTime(parameter));
            return result.GetValue(on) is null
                ? ExitCode.Ok
                : ShippedParameters
                    .Book.Find(asked, day)
                    .Match(
                        found =>
                        {
                            output.WriteLine(
                                $"Op {Dutch.Date(day)}: {ParameterWords.Value(parameter.Unit, found.Value)} ({found.Link})"
                            );
                            return ExitCode.Ok;
                        },
                        why => Refused.Because(why, result.InvocationConfiguration.Error)
                    );
        });
        return command;
    }

    private static string OnDay(DateOnly day)
    {
        var table = new Evaluation.TextTable("parameter", $"op {Dutch.Date(day)}", "artikel");
        foreach (var parameter in ShippedParameters.Book.All)
        {
            table.Add(
                parameter.Name,
                ShippedParameters.Book.Exists(parameter.Name, day)
                    ? ShippedParameters
                        .Book.Find(parameter.Name, day)
                        .Match(found => ParameterWords.Value(parameter.Unit, found.Value), _ => "niet bekend")
                    : "geldt dan niet, of is niet bekend",
                parameter.Article.Text
            );
        }

        return table.ToString();
    }

    private static string ThroughTime(Parameter parameter)
    {
        var table = new Evaluation.TextTable("periode", "waarde", "bekend vanaf", "zekerheid", "bron");
        foreach (var row in parameter.Rows)
        {
            table.Add(
                ParameterWords.Days(row.Dated.Valid),
                ParameterWords.Value(parameter.Unit, row),
                row.Dated.KnownFrom is { } known ? Dutch.Date(known) : "niet vastgelegd",
                row.Unknown ?? row.Confidence,
                row.Dated.Citation.Source
            );
        }

        return $"{parameter.Name}: {parameter.Title}\n{parameter.Article}\n\n{table}";
    }
}
