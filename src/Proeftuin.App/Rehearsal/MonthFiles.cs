// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text;
using Proeftuin.App.Monitoring;
using Proeftuin.Core;

namespace Proeftuin.App.Rehearsal;

/// <summary>Writes what the benefit administration delivers about a month as CSV files, and imports them as a project leader would.</summary>
internal sealed class MonthFiles(Scene scene, Following following)
{
    private const string Source = "Gemaakt bestand (fictief)";

    public async Task Deliver(Month month)
    {
        var facts = following.FactsOf(month);
        await Import(month, "bsn;gebeurtenis;datum;reden", facts.Select(Benefit));
        await Import(month, "bsn;maand;bedrag;bron", facts.OfType<MadeFact.Earns>().Select(Earned));
        await Import(month, "bsn;begin baan;einde baan", facts.OfType<MadeFact.Works>().Select(Worked));
        await Import(
            month,
            "bsn;datum;doelen;hoogst haalbaar;kansrijk",
            facts.OfType<MadeFact.Goals>().Select(Judged),
            scene.Slug
        );
    }

    private async Task Import(Month month, string header, IEnumerable<string?> lines, string? experiment = null)
    {
        var text = new StringBuilder(header).Append("\r\n");
        var rows = 0;
        foreach (var line in lines.OfType<string>())
        {
            text.Append(line).Append("\r\n");
            rows++;
        }

        if (rows > 0)
        {
            await scene.Stage.Use(
                (ImportFacts use) =>
                    use.Handle(
                        new(Encoding.UTF8.GetBytes(text.ToString()), month, Source, experiment),
                        scene.Lead,
                        progress: null,
                        scene.Ct
                    )
            );
        }
    }

    private static string? Benefit(MadeFact fact) =>
        fact switch
        {
            MadeFact.Ends ends => $"{ends.Bsn};uitstroom;{Iso(ends.On)};{ends.Reason}",
            MadeFact.Begins begins => $"{begins.Bsn};herinstroom;{Iso(begins.On)};",
            _ => null,
        };

    private static string Earned(MadeFact.Earns earns) =>
        $"{earns.Bsn};{earns.Month};{(earns.Amount.Cents / 100m).ToString("0.00", Dutch.Numbers)};";

    private static string Worked(MadeFact.Works works) =>
        $"{works.Bsn};{Iso(works.From)};{(works.Before is { } end ? Iso(end.AddDays(-1)) : "")}";

    private static string Judged(MadeFact.Goals goals) =>
        $"{goals.Bsn};{Iso(goals.On)};{string.Join('+', goals.Codes)};{goals.Highest};{(goals.Promising ? "ja" : "nee")}";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
