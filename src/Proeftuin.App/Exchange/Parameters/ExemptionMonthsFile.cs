// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;

namespace Proeftuin.App.Exchange.Parameters;

/// <summary>Reads parameters/vrijlating-maanden.yaml: the most months of each earnings exemption that has a maximum.</summary>
public static class ExemptionMonthsFile
{
    private static readonly Words<RegisterField> Exemptions = new(
        ("n", RegisterField.ExemptionMonthsN),
        ("r", RegisterField.ExemptionMonthsR)
    );

    /// <summary>The table that travels with the program. A broken file is a broken program, so it throws.</summary>
    public static IReadOnlyList<ExemptionMonthLimit> Shipped() =>
        Read(ShippedFiles.Text("parameters", "vrijlating-maanden.yaml")).OrThrow();

    public static Outcome<IReadOnlyList<ExemptionMonthLimit>> Read(string text) => new YamlReading().Read(text, Table);

    private static IReadOnlyList<ExemptionMonthLimit> Table(MapReader file)
    {
        if (file.Text("parameter") != "vrijlating-maanden")
        {
            file.Wrong("parameter", "Dit is een ander parameterbestand.", "'parameter: vrijlating-maanden'.");
        }

        file.Text("eenheid");
        return file.Sections(
            "rijen",
            row => new ExemptionMonthLimit(
                row.Choice("vrijlating", Exemptions),
                row.Integer("maanden", 1, 600),
                new Citation(row.Text("artikel"), row.Text("bron"))
            )
        );
    }
}
