// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Design.Reading;

/// <summary>The provisions of an experiment, each tied to an arm of the kind 'instrument'.</summary>
internal static class ProvisionSection
{
    public static ProvisionDesign? ReadOrNone(MapReader file, Codes codes) =>
        file.SectionOrNone(
            "voorzieningen",
            v => new ProvisionDesign
            {
                ExecutedBy = v.Text("uitvoering"),
                OpeningHours = v.Knowable("openingstijden", (r, k) => r.Sections(k, Hours)),
                Premium = v.SectionOrNone("uitstroompremie", p => Premium(p, codes)),
                Guarantee = v.SectionOrNone("garantieknop", g => Guarantee(g, codes)),
                OneDay = v.SectionOrNone("bijstand_in_1_dag", o => OneDay(o, codes)),
                SpecialAssistance = v.SectionOrNone("bijzondere_bijstand", s => Special(s, codes)),
                Guidance = v.SectionOrNone("intensieve_begeleiding", g => Guidance(g, codes)),
            }
        );

    private static PremiumDesign Premium(MapReader p, Codes codes) =>
        new(
            Instrument(p, codes),
            p.Knowable("bedrag", (r, k) => r.Euro(k)),
            p.Integer("werk_langer_dan_maanden", 1, 60),
            // art. 31 lid 2 onder j speaks of a premium once or twice a year
            p.Knowable("keer_per_jaar", (r, k) => r.Integer(k, 1, 2)),
            p.TextOrNone("bron")
        );

    private static GuaranteeDesign Guarantee(MapReader g, Codes codes) =>
        new(
            Instrument(g, codes),
            g.Integer("termijn_maanden", 1, 60),
            g.Knowable("besluit_binnen_werkdagen", (r, k) => r.Integer(k, 1, 60)),
            g.TextOrNone("bron")
        );

    private static OneDayDesign OneDay(MapReader o, Codes codes) =>
        new(
            Instrument(o, codes),
            o.Texts("loketten"),
            o.Knowable("binnen_werkuren", (r, k) => r.Integer(k, 1, 24)),
            o.TextOrNone("bron")
        );

    private static SpecialAssistanceDesign Special(MapReader s, Codes codes) =>
        new(Instrument(s, codes), Named(s, "soorten"), s.TextOrNone("bron"));

    private static GuidanceDesign Guidance(MapReader g, Codes codes) =>
        new(
            Instrument(g, codes),
            g.Knowable("leefgebieden", Named),
            g.Knowable("hoogste_score", (r, k) => r.Integer(k, 2, 10)),
            g.Texts("vormen"),
            g.Texts("overdracht_aan"),
            g.Knowable("vervolgmeting_na_maanden", (r, k) => r.Integer(k, 1, 60)),
            g.TextOrNone("bron")
        );

    private static string Instrument(MapReader section, Codes codes)
    {
        var code = codes.KnownOne(section, "groep");
        if (codes.Find(code) is { Kind: not ArmKind.Instrument })
        {
            section.Wrong("groep", $"De groep '{code}' is geen instrument.", "een groep met 'soort: instrument'.");
        }

        return code;
    }

    private static IReadOnlyList<NamedCode> Named(MapReader section, string key)
    {
        var named = section.Sections(key, n => new NamedCode(n.Text("code"), n.Text("naam")));
        if (named.Any(n => n.Code.Length > 0 && !Codes.IsCode(n.Code)))
        {
            section.Wrong(key, "Een code is niet te gebruiken.", Codes.Expected);
        }

        if (named.DistinctBy(n => n.Code, StringComparer.Ordinal).Count() < named.Count)
        {
            section.Wrong(key, "Een code staat hier twee keer.", "elke code één keer.");
        }

        return named;
    }

    private static OpeningHours Hours(MapReader h)
    {
        var days = h.Sections("dagen", Day);
        if (days.DistinctBy(d => d.Day).Count() < days.Count)
        {
            h.Wrong("dagen", "Een dag staat hier twee keer.", "elke dag van de week ten hoogste één keer.");
        }

        return new(Validity.Of(h), days, Days(h, "gesloten_op"), Days(h, "open_op"));
    }

    private static OpenDay Day(MapReader d)
    {
        var (from, until) = (Time(d, "van"), Time(d, "tot"));
        if (until <= from)
        {
            d.Wrong("tot", "Het sluiten ligt niet na het openen.", "een later tijdstip dan 'van'.");
        }

        return new(d.Choice("dag", ProtocolWords.Weekdays), from, until);
    }

    private static TimeOnly Time(MapReader reader, string key)
    {
        var text = reader.Text(key);
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        reader.Wrong(key, $"'{text}' is geen tijd.", "een tijd tussen aanhalingstekens, zoals \"09:00\".");
        return default;
    }

    private static IReadOnlyList<DateOnly> Days(MapReader reader, string key)
    {
        var days = new List<DateOnly>();
        foreach (var text in reader.TextsOrNone(key))
        {
            if (ScalarRules.Date(text) is { } day)
            {
                days.Add(day);
            }
            else
            {
                reader.Wrong(key, $"'{text}' is geen datum.", "datums als 2025-04-18 (jaar, maand, dag).");
            }
        }

        return days;
    }
}
