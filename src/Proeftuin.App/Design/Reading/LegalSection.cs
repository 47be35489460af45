// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Design.Reading;

/// <summary>On which law the project stands and from what it deviates.</summary>
internal static class LegalSection
{
    public static LegalBasis Read(MapReader g, ProjectKind kind, Codes codes)
    {
        var regime = g.Choice("regeling", ProtocolWords.Regimes);
        IReadOnlyList<Deviation> deviations = [];
        Application? application = null;
        if (regime is Regime.Decree2017)
        {
            deviations =
                kind is ProjectKind.RandomisedUnderDecree
                    ? g.Sections("afwijkingen", d => DeviationOf(d, codes))
                    : g.SectionsOrNone("afwijkingen", d => DeviationOf(d, codes));
            application = g.SectionOrNone("aanvraag", ApplicationOf);
        }
        else
        {
            g.NotHere(
                "binnen de wet wordt van niets afgeweken en niets aangevraagd.",
                "laat dit weg, of kies een andere 'regeling'.",
                "afwijkingen",
                "aanvraag"
            );
        }

        var basis = new LegalBasis(
            regime,
            g.Text("naam"),
            g.Text("vindplaats"),
            g.Section("bevoegdheid", NumberingOf),
            deviations,
            application,
            g.TextOrNone("bron")
        );
        foreach (
            var arm in codes.All.Where(a =>
                a.WorkDuties is Duty.Waived && !Covers(deviations, ActProvision.Article9Lid1, a.Code)
            )
        )
        {
            g.Wrong(
                deviations.Count > 0 ? "afwijkingen" : "regeling",
                $"Groep '{arm.Code}' is ontheven van de arbeidsplicht, maar geen afwijking van artikel 9 lid 1 noemt die groep.",
                $"een afwijking 'van: artikel_9_lid_1' met '{arm.Code}' bij 'groepen'."
            );
        }

        return basis;
    }

    private static bool Covers(IReadOnlyList<Deviation> deviations, ActProvision from, string arm) =>
        deviations.Any(d => d.From == from && d.Arms.Contains(arm, StringComparer.Ordinal));

    private static Deviation DeviationOf(MapReader d, Codes codes) =>
        new(
            d.Choice("van", ProtocolWords.Provisions),
            d.Text("wat"),
            codes.Known(d, "groepen"),
            d.Section("grondslag", NumberingOf),
            d.Knowable("geldig", (r, k) => r.Section(k, v => new Box<Period>(ProtocolSections.PeriodOf(v))))
                .Map(b => b?.Value ?? default),
            d.TextOrNone("bron")
        );

    private static Application ApplicationOf(MapReader a) =>
        new(
            a.Knowable("ingediend", ProtocolSections.Day),
            a.Knowable("formulier", (r, k) => r.Text(k)),
            a.Knowable("penvoerder", (r, k) => r.Text(k)),
            a.Knowable("toegestaan", ProtocolSections.Day),
            a.TextOrNone("bron")
        );

    private static Numbering NumberingOf(MapReader n)
    {
        var numbering = new Numbering(n.TextOrNone("ontwerp"), n.TextOrNone("gepubliceerd"), n.TextOrNone("geldend"));
        if (numbering is { Draft: null, Published: null, Consolidated: null })
        {
            n.Wrong(
                "gepubliceerd",
                "Hier staat geen enkel artikel.",
                "'ontwerp', 'gepubliceerd' of 'geldend', met het artikel."
            );
        }

        return numbering;
    }

    /// <summary>Carries a struct through a reader of sections.</summary>
    private sealed record Box<T>(T Value);
}
