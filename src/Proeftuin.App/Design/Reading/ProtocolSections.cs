// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Evaluation.Reading;
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Design.Reading;

/// <summary>The whole protocol file, section by section, and what must fit between the sections.</summary>
internal static partial class ProtocolSections
{
    public static Protocol Whole(MapReader file, ProtocolText text)
    {
        var slug = file.Text("protocol");
        if (slug.Length > 0 && !Codes.IsCode(slug))
        {
            file.Wrong("protocol", $"'{slug}' kan geen naam van een protocol zijn.", Codes.Expected);
        }

        var kind = file.Choice("soort", ProtocolWords.Kinds);
        var arms =
            kind is ProjectKind.Exploration
                ? file.SectionsOrNone("groepen", ArmSection.Read)
                : file.Sections("groepen", ArmSection.Read);
        var codes = new Codes(file, arms);
        var run = file.Knowable("looptijd", (f, k) => f.Section(k, Run));
        var outcomes = file.Section("uitkomsten", OutcomesOf);
        var drawn = kind is ProjectKind.RandomisedUnderDecree or ProjectKind.RandomisedWithinTheAct;
        return new Protocol
        {
            Slug = slug,
            Name = file.Text("naam"),
            Kind = kind,
            Summary = file.Text("samenvatting"),
            Source = file.Section("bron", SourceOf),
            Municipalities = file.Sections(
                "gemeenten",
                m => new Municipality(m.Text("naam"), m.Text("rol"), m.TextOrNone("bron"))
            ),
            Legal = file.Section("grondslag", g => LegalSection.Read(g, kind, codes)),
            Unit = file.Knowable("eenheid", (f, k) => f.Choice(k, ProtocolWords.Units)),
            Run = run!,
            CountDate = CountDate(file, run),
            Arms = arms,
            Exclusions = file.Knowable("uitsluitingen", ExclusionSection.Read),
            Draw = DrawSection.ReadOrNone(file, drawn, codes),
            Enrolment = drawn ? file.Section("deelname", EnrolmentOf) : file.SectionOrNone("deelname", EnrolmentOf),
            Contacts = file.SectionsOrNone("contactmomenten", c => ContactSection.Read(c, codes, run)),
            Goals = file.SectionOrNone("doelen", g => GoalsOf(g, codes)),
            Waves = file.SectionsOrNone("metingen", WaveOf),
            Outcomes = outcomes,
            Reports = file.SectionsOrNone("rapportages", ReportOf),
            Timetable = file.SectionsOrNone(
                "tijdpad",
                t => new TimetableEntry(t.Text("activiteit"), t.Knowable("klaar", PlannedDayOf), t.TextOrNone("bron"))
            ),
            Budget = file.Knowable("begroting", (f, k) => f.Section(k, BudgetSection.Read)),
            Consequences = file.Knowable("gevolgen_voor_deelnemers", (f, k) => f.Sections(k, NoteOf)),
            Followed = FollowedSection.Read(file),
            Provisions = ProvisionSection.ReadOrNone(file, codes),
            Organisation = file.SectionsOrNone("organisatie", NoteOf),
            Recruitment = file.SectionsOrNone("werving", NoteOf),
            Risks = file.SectionsOrNone("risicos", NoteOf),
            Remarks = file.SectionsOrNone("opmerkingen", NoteOf),
            AnalysisPlan = PlanOf(file, text, drawn, slug, arms, outcomes),
            NotYetRunnable = file.SectionsOrNone(
                "nog_niet_uitvoerbaar",
                n => new Unrunnable(n.Text("wat"), n.Text("waarom"))
            ),
            Unknowns = [],
            DemoValues = [],
        };
    }

    internal static DateOnly Day(MapReader reader, string key) => reader.Date(key);

    private static PlannedDay PlannedDayOf(MapReader reader, string key)
    {
        var (last, monthOnly) = reader.DateOrMonth(key);
        return new(last, monthOnly);
    }

    internal static Note NoteOf(MapReader note) =>
        new(note.Text("onderwerp"), note.Text("tekst"), note.TextOrNone("bron"));

    /// <summary>A period written with its first and last day; kept half-open.</summary>
    internal static Period PeriodOf(MapReader section)
    {
        var from = section.Date("van");
        var last = section.Date("tot_en_met");
        if (last < from)
        {
            section.Wrong("tot_en_met", "De laatste dag ligt vóór de eerste.", "een dag op of na 'van'.");
        }

        return Period.FromUpTo(from, (last < from ? from : last).AddDays(1)).OrThrow();
    }

    private static SourceDocument SourceOf(MapReader s) =>
        new(s.Text("titel"), s.Text("uitgever"), s.DateOrNone("datum"), s.Text("kort"));

    private static ExperimentPeriod Run(MapReader section)
    {
        var planned = PeriodOf(section);
        var extension = section.SectionOrNone(
            "verlenging",
            v =>
            {
                var last = v.Date("tot_en_met");
                if (last < planned.Before)
                {
                    v.Wrong(
                        "tot_en_met",
                        "De verlenging eindigt niet later dan de looptijd zelf.",
                        "een latere dag, of laat 'verlenging' weg."
                    );
                }

                return new Extension(last.AddDays(1), v.Date("toegestaan_vanaf"), v.Text("grondslag"));
            }
        );
        return new(planned, extension, section.TextOrNone("bron"));
    }

    private static Knowable<DateOnly> CountDate(MapReader file, Knowable<ExperimentPeriod> run)
    {
        var day = file.Knowable("teldatum", Day);
        if (
            day is Knowable<DateOnly>.Known { Value: var on }
            && run is Knowable<ExperimentPeriod>.Known { Value: { } period }
            && on < period.From
        )
        {
            file.Wrong(
                "teldatum",
                "De teldatum ligt vóór het begin van het experiment.",
                "een dag tijdens of na de looptijd."
            );
        }

        return day;
    }

    private static Enrolment EnrolmentOf(MapReader e) =>
        new()
        {
            Voluntary = e.YesNo("vrijwillig"),
            WrittenConsent = e.YesNo("schriftelijk"),
            ConsentForm = e.Knowable("vorm", (r, k) => r.Text(k)),
            MayChooseOtherArm = e.YesNo("andere_groep_kiezen"),
            LeavesWithoutSanction = e.Knowable("stoppen_zonder_sanctie", (r, k) => r.YesNo(k)),
            Wanted = e.Knowable("streefaantal", (r, k) => r.Integer(k, 1)),
            Source = e.TextOrNone("bron"),
        };

    private static Goals GoalsOf(MapReader g, Codes codes) =>
        new()
        {
            Ladder = g.Sections("ladder", i => new Goal(i.Text("code"), i.Text("naam"))),
            SeveralAtOnce = g.YesNo("meer_tegelijk"),
            ReviewedEveryMonths = g.IntegerOrNone("herzien_elke_maanden", 1, 60),
            HighestRecorded = g.YesNo("hoogst_haalbare_vastleggen"),
            Promising = g.KnowableOrNone("kansrijk", (r, k) => r.Text(k)),
            Arms = codes.Known(g, "groepen"),
            Source = g.TextOrNone("bron"),
        };

    private static MeasurementWave WaveOf(MapReader w) =>
        new(
            w.Text("code"),
            w.Text("naam"),
            w.Knowable("dag", PlannedDayOf),
            w.Choice("wie", ProtocolWords.Measured),
            w.TextsOrNone("manieren"),
            w.TextOrNone("bron")
        );

    private static OutcomeList OutcomesOf(MapReader o) =>
        new(
            o.Text("vraag"),
            o.SectionsOrNone("lijst", OutcomeOf),
            o.TextsOrNone("achtergrondkenmerken"),
            o.IntegerOrNone("korte_onderbreking_dagen", 0, 92),
            o.TextOrNone("bron")
        );

    private static MeasuredOutcome OutcomeOf(MapReader o) =>
        new(
            o.Text("code"),
            o.Text("naam"),
            o.Choice("gebied", ProtocolWords.Areas),
            o.YesNoOr("hoofduitkomst", false),
            o.Text("meting"),
            o.TextOrNone("bron")
        );

    private static Report ReportOf(MapReader r) =>
        new(
            r.Text("naam"),
            r.Choices("voor", ProtocolWords.Audiences),
            r.Knowable("klaar", PlannedDayOf),
            r.YesNoOr("eindrapport", false),
            r.TextOrNone("bron")
        );

    private static AnalysisPlan? PlanOf(
        MapReader file,
        ProtocolText text,
        bool drawn,
        string slug,
        IReadOnlyList<Arm> arms,
        OutcomeList? outcomes
    )
    {
        var name = drawn ? file.Text("analyseplan") : file.TextOrNone("analyseplan");
        if (string.IsNullOrEmpty(name))
        {
            if (text.AnalysisPlan is not null && !drawn)
            {
                file.Wrong(
                    "analyseplan",
                    "Er is een analyseplan meegeleverd, maar het protocol noemt het niet.",
                    "'analyseplan:' met de naam van het bestand."
                );
            }

            return null;
        }

        if (string.IsNullOrWhiteSpace(text.AnalysisPlan))
        {
            file.Wrong(
                "analyseplan",
                $"Het analyseplan '{name}' is niet meegeleverd of is leeg.",
                "lever dit bestand mee; de vingerafdruk ervan hoort bij de loting."
            );
            return null;
        }

        if (AnalysisPlanFile.IsReadable(name))
        {
            var plan = AnalysisPlanFile.Read(text.AnalysisPlan, slug, arms, outcomes, new YamlReading());
            foreach (var fault in plan.Why.OfType<YamlFault>())
            {
                file.Wrong("analyseplan", $"In het analyseplan, regel {fault.Line}: {fault.Wrong}", fault.Expected);
            }
        }

        return new(name, text.AnalysisPlan, ProtocolText.HashOf(text.AnalysisPlan));
    }
}
