// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Exchange.Parameters;

/// <summary>Reads parameters/feestdagen.yaml: the public holidays per year.</summary>
public static class PublicHolidaysFile
{
    private static readonly Lazy<PublicHolidays> OfTheProgram = new(() =>
        Read(ShippedFiles.Text("parameters", "feestdagen.yaml")).OrThrow()
    );

    /// <summary>The list that travels with the program. A broken file is a broken program, so it throws.</summary>
    public static PublicHolidays Shipped => OfTheProgram.Value;

    public static Outcome<PublicHolidays> Read(string text) =>
        new YamlReading().Read(text, Table).Then(PublicHolidays.Of);

    private static IReadOnlyList<PublicHoliday> Table(MapReader file)
    {
        if (file.Text("parameter") != "feestdagen")
        {
            file.Wrong("parameter", "Dit is een ander parameterbestand.", "'parameter: feestdagen'.");
        }

        file.Text("artikel");
        file.Text("bron");
        return file.Sections("rijen", row => new PublicHoliday(row.Date("dag"), row.Text("naam")));
    }
}
