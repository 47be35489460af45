// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Design.Reading;

/// <summary>One group, with what may and may not be said about its kind.</summary>
internal static class ArmSection
{
    public static Arm Read(MapReader a)
    {
        var kind = a.Choice("soort", ProtocolWords.ArmKinds);
        var approached = a.YesNo("benaderen");
        if (approached && kind is ArmKind.Reference)
        {
            a.Wrong(
                "benaderen",
                "Een referentiegroep wordt niet benaderd.",
                "'benaderen: nee', of een andere 'soort'."
            );
        }

        return new Arm
        {
            Code = a.Text("code"),
            Name = a.Text("naam"),
            OwnLabel = a.TextOrNone("eigen_aanduiding"),
            Kind = kind,
            Description = a.Text("omschrijving"),
            Approached = approached,
            WorkDuties = a.Choice("arbeidsplicht", ProtocolWords.Duties),
            InformationDuty = a.Choice("inlichtingenplicht", ProtocolWords.Duties),
            EarningsExemption = EarningsOf(a, kind),
            Guidance = GuidanceOf(a, kind),
            ChoiceOf = ChoiceOf(a, kind),
            MayChangeChoice = a.KnowableOrNone("keuze_wijzigen", (r, k) => r.Choice(k, ProtocolWords.ChoiceChanges)),
            Compensation = CompensationOf(a, approached),
            Rules = a.SectionsOrNone("regels", ProtocolSections.NoteOf),
            Source = a.TextOrNone("bron"),
        };
    }

    private static EarningsExemption? EarningsOf(MapReader a, ArmKind kind)
    {
        if (kind is ArmKind.Earnings or ArmKind.Combination)
        {
            return kind is ArmKind.Earnings
                ? a.Section("vrijlating", Exemption)
                : a.SectionOrNone("vrijlating", Exemption);
        }

        a.NotHere(
            "deze soort groep heeft geen ruimere vrijlating.",
            "'vrijlating' alleen bij soort 'vrijlating' of 'combinatie'.",
            "vrijlating"
        );
        return null;
    }

    private static EarningsExemption Exemption(MapReader v) =>
        new()
        {
            ShareTenths = v.PercentTenths("deel"),
            MaximumSingle = v.Knowable("maximum_alleenstaande", (r, k) => r.Euro(k)),
            MaximumCouple = v.KnowableOrNone("maximum_gehuwden", (r, k) => r.Euro(k)),
            Months = v.Knowable("maanden", (r, k) => r.Integer(k, 1, 60)),
            Counts = v.TextsOrNone("telt_mee"),
            DoesNotCount = v.TextsOrNone("telt_niet_mee"),
            Source = v.TextOrNone("bron"),
        };

    private static Guidance? GuidanceOf(MapReader a, ArmKind kind)
    {
        if (kind is ArmKind.Reference)
        {
            a.NotHere(
                "een referentiegroep krijgt geen begeleiding van het experiment.",
                "laat 'begeleiding' weg.",
                "begeleiding"
            );
            return null;
        }

        return kind is ArmKind.Intensive
            ? a.Section("begeleiding", GuidanceRead)
            : a.SectionOrNone("begeleiding", GuidanceRead);
    }

    private static Guidance GuidanceRead(MapReader g) =>
        new()
        {
            TimesPerYear = g.Knowable("keer_per_jaar", (r, k) => r.Integer(k, 1, 366)),
            Places = g.KnowableOrNone("plaatsen", (r, k) => r.Integer(k, 1)),
            By = g.Text("door"),
            Forms = g.TextsOrNone("vormen"),
            Aims = g.TextsOrNone("doelen"),
            Source = g.TextOrNone("bron"),
        };

    private static IReadOnlyList<string> ChoiceOf(MapReader a, ArmKind kind)
    {
        if (kind is not ArmKind.FreeChoice)
        {
            a.NotHere(
                "alleen in een groep met vrije keuze kiest iemand na de loting.",
                "'keuze_uit' en 'keuze_wijzigen' alleen bij soort 'vrije_keuze'.",
                "keuze_uit",
                "keuze_wijzigen"
            );
            return [];
        }

        var choices = a.Texts("keuze_uit");
        if (choices.Count is 1)
        {
            a.Wrong("keuze_uit", "Uit één groep valt niets te kiezen.", "ten minste twee groepen.");
        }

        return choices;
    }

    private static Knowable<string>? CompensationOf(MapReader a, bool approached)
    {
        if (approached)
        {
            return a.KnowableOrNone("vergoeding", (r, k) => r.Text(k));
        }

        a.NotHere(
            "wie niet wordt benaderd krijgt geen vergoeding.",
            "laat 'vergoeding' weg, of 'benaderen: ja'.",
            "vergoeding"
        );
        return null;
    }
}
