// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Rehearsal;

/// <summary>Reads a file with assumptions for a rehearsal, as strictly as a protocol: every fault with its line, and nothing is guessed.</summary>
public static class AssumptionsFile
{
    /// <summary>The name of the assumptions that fit any protocol.</summary>
    public const string Standard = "standaard";

    private const string Folder = "rehearsals";
    private const int Most = 1000;

    /// <summary>The text that travels with the program for this protocol, or the standard one.</summary>
    public static string Shipped(string slug)
    {
        var folder = Path.Combine("protocols", Folder);
        return ShippedFiles.Text(
            folder,
            File.Exists(ShippedFiles.PathOf(folder, slug + ".yaml")) ? slug + ".yaml" : Standard + ".yaml"
        );
    }

    /// <summary>Refuses assumptions for another protocol, an arm that the protocol does not have, and shares that together are more than everyone.</summary>
    public static Outcome<Assumptions> Read(string text, Protocol protocol) =>
        new YamlReading().Read(text, file => Whole(file, protocol));

    private static Assumptions Whole(MapReader file, Protocol protocol)
    {
        var meant = file.Text("proefdraai");
        if (meant is not Standard && !string.Equals(meant, protocol.Slug, StringComparison.Ordinal))
        {
            file.Wrong(
                "proefdraai",
                $"Deze aannames zijn voor '{meant}'.",
                $"'proefdraai: {protocol.Slug}', of '{Standard}' voor aannames die bij elk protocol passen."
            );
        }

        var answers = file.Section("antwoord", Answers);
        return new Assumptions
        {
            For = meant,
            Warning = file.Text("waarschuwing"),
            Answers = answers,
            Exits = file.Sections("uitstroom_per_jaar", Exit),
            Return = file.Section(
                "terugkeer",
                r => new AssumedReturn(r.PercentTenths("kans"), r.Integer("binnen_maanden", 1, 60))
            ),
            Earnings = file.Section("inkomsten", Earnings),
            Stops = file.Section("stoppen", Stops),
            Delivery = file.Section(
                "levering",
                d => new AssumedDelivery(d.PercentTenths("te_laat"), d.PercentTenths("verbeterd"))
            ),
            Arms = file.SectionsOrNone("groepen", a => Arm(a, protocol, answers)),
            Inflow = Inflow(file, protocol),
        };
    }

    private static AssumedAnswers Answers(MapReader a)
    {
        var (joins, declines) = (a.PercentTenths("doet_mee"), a.PercentTenths("wil_niet"));
        var late = a.PercentTenths("alsnog");
        if (joins + declines > Most || joins + late > Most)
        {
            a.Wrong(
                "doet_mee",
                "Samen is dit meer dan 100%.",
                "'doet_mee' en 'wil_niet' samen hoogstens 100%, en 'doet_mee' en 'alsnog' ook."
            );
        }

        return new(joins, declines, late, a.Integer("alsnog_binnen_maanden", 1, 60));
    }

    /// <summary>The reason is one of the municipality's own list, which also says whether it is work.</summary>
    private static AssumedExit Exit(MapReader e)
    {
        var (code, reasons) = (e.Text("reden"), ExitReasonsFile.Shipped());
        var reason = reasons.Find(code);
        if (reason is null && code.Length > 0)
        {
            e.Wrong(
                "reden",
                $"'{code}' is geen uitstroomreden.",
                $"een van: {string.Join(", ", reasons.All.Select(r => r.Code))}."
            );
        }

        return new(code, reason?.ToWork ?? false, e.YesNoOr("voorgoed", false), e.PercentTenths("kans"));
    }

    private static AssumedEarnings Earnings(MapReader e)
    {
        var (least, most) = (e.Euro("laagste"), e.Euro("hoogste"));
        if (most < least)
        {
            e.Wrong(
                "hoogste",
                "Het hoogste bedrag is lager dan het laagste.",
                "een bedrag dat niet lager is dan 'laagste'."
            );
        }

        return new(
            e.PercentTenths("aandeel_begin"),
            e.PercentTenths("aandeel_einde"),
            least,
            most,
            e.PercentTenths("rond_bedrag")
        );
    }

    private static AssumedStops Stops(MapReader s)
    {
        var (follow, until) = (s.PercentTenths("gegevens_verder_volgen"), s.PercentTenths("gegevens_tot_dan"));
        if (follow + until > Most)
        {
            s.Wrong(
                "gegevens_tot_dan",
                "Samen is dit meer dan 100%.",
                "twee percentages die samen hoogstens 100% zijn."
            );
        }

        return new(s.PercentTenths("per_jaar"), s.PercentTenths("beeindigd_per_jaar"), follow, until);
    }

    private static AssumedArm Arm(MapReader a, Protocol protocol, AssumedAnswers answers)
    {
        var arm = a.Text("groep");
        if (protocol.Arms.All(p => p.Code != arm))
        {
            a.Wrong(
                "groep",
                $"Het protocol heeft geen groep '{arm}'.",
                $"een van: {string.Join(", ", protocol.Arms.Select(p => p.Code))}."
            );
        }

        return new(
            arm,
            a.Has("doet_mee") ? a.PercentTenths("doet_mee") : Left(a, answers.Joins),
            a.IntegerOrNone("uitstroom_naar_werk", 0, 500) ?? AssumedArm.NoEffect,
            a.IntegerOrNone("inkomsten", 0, 500) ?? AssumedArm.NoEffect
        );
    }

    /// <summary>The key may be left out; asking for it makes it a known key.</summary>
    private static int Left(MapReader a, int otherwise)
    {
        a.TextOrNone("doet_mee");
        return otherwise;
    }

    private static AssumedInflow? Inflow(MapReader file, Protocol protocol)
    {
        if (protocol.Draw?.Cohorts is null && file.Has("instroom"))
        {
            file.NotHere("het protocol heeft geen maandgroepen.", "geen 'instroom'.", "instroom");
            return null;
        }

        return file.SectionOrNone(
            "instroom",
            i => new AssumedInflow(i.Integer("per_maand", 1, 5000), i.Integer("maanden", 1, 36))
        );
    }
}
