// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Monitoring;

namespace Proeftuin.App.Exchange.Parameters;

/// <summary>Reads parameters/uitstroomredenen.yaml: why a benefit can end, and under which national heading.</summary>
public static class ExitReasonsFile
{
    private static readonly ExitReasons OfTheProgram = Read(ShippedFiles.Text("parameters", "uitstroomredenen.yaml"))
        .OrThrow();

    /// <summary>The list that travels with the program. A broken file is a broken program, so it throws.</summary>
    public static ExitReasons Shipped() => OfTheProgram;

    public static Outcome<ExitReasons> Read(string text) => new YamlReading().Read(text, Table).Then(ExitReasons.Of);

    private static IReadOnlyList<ExitReason> Table(MapReader file)
    {
        if (file.Text("parameter") != "uitstroomredenen")
        {
            file.Wrong("parameter", "Dit is een ander parameterbestand.", "'parameter: uitstroomredenen'.");
        }

        return file.Sections(
            "rijen",
            row => new ExitReason(
                row.Text("code"),
                row.Text("naam"),
                row.YesNo("werk"),
                row.Knowable("landelijk", (r, k) => r.Text(k)).Match(known => (string?)known, _ => null)
            )
        );
    }
}
