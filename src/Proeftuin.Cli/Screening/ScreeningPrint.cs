// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using Proeftuin.Core;
using Proeftuin.Core.Design;
using Proeftuin.Core.Screening;

namespace Proeftuin.Cli.Screening;

/// <summary>Prints a screening: counts, grounds, overlap, and one household's explanation when it was asked.</summary>
internal static class ScreeningPrint
{
    public static int Write(Protocol protocol, ScreeningResult result, string? household, InvocationConfiguration to)
    {
        var output = to.Output;
        var unit = result.Rules.Unit == UnitKind.Household ? "huishoudens" : "personen als eenheid";
        output.WriteLine(
            $"{protocol.Name}: screening op {Dutch.Date(result.On)} (AOW zoals bekend op {Dutch.Date(result.KnownOn)})"
        );
        output.WriteLine(
            $"Register: {Dutch.Count(result.RegisterHouseholds)} huishoudens, {Dutch.Count(result.RegisterPersons)} personen"
        );
        output.WriteLine();
        output.WriteLine($"{"", -18}{unit, 22}{"personen", 12}");
        Counts(output, "totaal", result.Counts.Total);
        Counts(output, "doelgroep", result.Counts.TargetGroup);
        Counts(output, "uitgesloten", result.Counts.Excluded);
        Counts(output, "niet te bepalen", result.Counts.Undetermined);
        output.WriteLine();
        Grounds(output, result.Counts);
        Overlap(output, result.Counts);
        foreach (var value in protocol.DemoValues)
        {
            output.WriteLine($"Let op, verzonnen waarde: {value.Key} ({value.Note})");
        }

        output.WriteLine($"Controlecode sha256: {result.Hash()}");
        return household is null ? ExitCode.Ok : Explain(result, household, to);
    }

    private static void Counts(TextWriter output, string what, UnitCount count) =>
        output.WriteLine($"{what, -18}{Dutch.Count(count.Units), 22}{Dutch.Count(count.Persons), 12}");

    private static void Grounds(TextWriter output, ScreeningCounts counts)
    {
        output.WriteLine($"{"grond", -7}{"sluit uit", 10}{"alleen deze", 13}{"niet te bepalen", 17}  waarom");
        foreach (var ground in counts.Grounds)
        {
            output.WriteLine(
                $"{ground.Ground.Code, -7}{Dutch.Count(ground.Excludes.Units), 10}{Dutch.Count(ground.OnlyThisGround.Units), 13}{Dutch.Count(ground.CannotBeJudged.Units), 17}  {ground.Ground.Description} ({ground.Ground.Citation.Article})"
            );
        }

        output.WriteLine();
    }

    private static void Overlap(TextWriter output, ScreeningCounts counts)
    {
        output.WriteLine("Samenloop: hoeveel er door beide gronden zijn uitgesloten");
        output.WriteLine("       " + string.Concat(counts.Grounds.Select(g => $"{g.Ground.Code, 8}")));
        for (var i = 0; i < counts.Grounds.Count; i++)
        {
            output.WriteLine(
                $"{counts.Grounds[i].Ground.Code, -7}"
                    + string.Concat(counts.Overlap[i].Select(n => $"{Dutch.Count(n), 8}"))
            );
        }

        output.WriteLine();
    }

    private static int Explain(ScreeningResult result, string household, InvocationConfiguration to)
    {
        var units = result.Units.Where(u => u.Household == household).ToList();
        if (units.Count == 0)
        {
            to.Error.WriteLine($"Huishouden {household} staat niet in dit register.");
            return ExitCode.Refused;
        }

        foreach (var unit in units)
        {
            to.Output.WriteLine();
            to.Output.WriteLine(
                $"{(unit.Unit.Kind == UnitKind.Household ? "Huishouden" : "Persoon")} {unit.Unit.Id}: {Said(unit.Verdict)}"
            );
            foreach (var found in unit.Excludes)
            {
                to.Output.WriteLine($"  grond {found.Ground.Code}: {found.Fact} ({found.Ground.Citation.Article})");
            }

            foreach (var open in unit.Open)
            {
                to.Output.WriteLine($"  grond {open.Ground.Code} is niet te bepalen: {open.Why.Message}");
            }
        }

        return ExitCode.Ok;
    }

    private static string Said(Verdict verdict) =>
        verdict switch
        {
            Verdict.TargetGroup => "hoort bij de doelgroep",
            Verdict.Excluded => "is uitgesloten",
            Verdict.Undetermined => "is niet te bepalen",
        };
}
