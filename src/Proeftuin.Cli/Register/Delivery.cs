// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Exchange.Register;
using Proeftuin.Core;

namespace Proeftuin.Cli.Register;

/// <summary>Reads a delivery from disk for a verb, with progress, and prints its defects.</summary>
internal static class Delivery
{
    private const int ShownPerKind = 5;

    public static Task<RegisterReading> Read(
        FileInfo file,
        DateOnly? referenceDate,
        IReadOnlyList<string> municipalities,
        TextWriter error
    )
    {
        var bytes = File.ReadAllBytes(file.FullName);
        // About 150 bytes a row; the bar only has to move.
        var about = Math.Max(1, bytes.Length / 150);
        return Progress.Show(
            error,
            "Controleren",
            about,
            progress =>
                Task.FromResult(
                    RegisterReader.Read(
                        bytes,
                        new ReadingOptions
                        {
                            ReferenceDate = referenceDate,
                            Today = DateOnly.FromDateTime(DateTime.Now),
                            Municipalities = municipalities,
                            ExemptionMonths = ExemptionMonthsFile.Shipped(),
                        },
                        done => progress.Report(Math.Min(done, about))
                    )
                )
        );
    }

    public static int Print(RegisterReading reading, TextWriter error) => Print(reading.Defects, error);

    public static int Print(DefectReport defects, TextWriter error)
    {
        error.WriteLine(
            $"De levering heeft {Dutch.Count(defects.Count)} {(defects.Count == 1 ? "fout" : "fouten")}. Er wordt niets van gebruikt."
        );
        foreach (var group in defects.Groups)
        {
            error.WriteLine();
            error.WriteLine(
                $"{group.Kind.Code}  {group.Kind.Title} ({Dutch.Count(group.Count)} keer). {group.Kind.Remedy}"
            );
            foreach (var defect in group.Kept.Take(ShownPerKind))
            {
                error.WriteLine("  " + Line(defect));
            }

            if (group.Count > ShownPerKind)
            {
                error.WriteLine($"  en nog {Dutch.Count(group.Count - ShownPerKind)} keer");
            }
        }

        return ExitCode.Refused;
    }

    private static string Line(Defect defect) =>
        string.Concat(
            defect.Row is { } row ? $"rij {row}" : "bestand",
            defect.Column is { } column ? $", kolom {column}" : "",
            $": {defect.Wrong}",
            defect.MaskedValue is { Length: > 0 } value ? $" Er staat: {value}" : ""
        );

    public static Option<string[]> Municipalities() =>
        new("--municipality")
        {
            Description = "welke gemeenten in het bestand mogen staan; herhaal voor meer",
            HelpName = "NAAM",
            DefaultValueFactory = _ => [],
        };
}
