// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Design;

/// <summary>What kind of project a protocol describes; it decides which parts must be there.</summary>
public enum ProjectKind
{
    /// <summary>A randomised experiment that deviates from the act under a decree.</summary>
    RandomisedUnderDecree,

    /// <summary>A randomised experiment within the act, without deviation.</summary>
    RandomisedWithinTheAct,

    /// <summary>Instruments that everybody in the target group may use; nobody is drawn.</summary>
    Instruments,

    /// <summary>A municipality that asks whether it should take part.</summary>
    Exploration,
}

/// <summary>
/// An experiment as its municipality wrote it down: who takes part, what happens in each group, how lots are drawn, what is measured and what it costs.
/// What the source does not say is <see cref="Knowable{T}.Unknown"/>. A protocol is valid by construction: read from a file by the strict reader.
/// </summary>
public sealed record Protocol
{
    /// <summary>The address of the experiment: "groningen-2017".</summary>
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required ProjectKind Kind { get; init; }
    public required string Summary { get; init; }

    /// <summary>The document from which everything was taken.</summary>
    public required SourceDocument Source { get; init; }

    /// <summary>The leading municipality first.</summary>
    public required IReadOnlyList<Municipality> Municipalities { get; init; }
    public required LegalBasis Legal { get; init; }

    /// <summary>What is counted and drawn. A household is one benefit.</summary>
    public required Knowable<UnitKind> Unit { get; init; }
    public required Knowable<ExperimentPeriod> Run { get; init; }

    /// <summary>The day on which outcomes are frozen (teldatum).</summary>
    public required Knowable<DateOnly> CountDate { get; init; }
    public required IReadOnlyList<Arm> Arms { get; init; }
    public required Knowable<IReadOnlyList<ExclusionGround>> Exclusions { get; init; }

    /// <summary>How lots are drawn; null where nobody is drawn.</summary>
    public required DrawDesign? Draw { get; init; }

    /// <summary>Whether people enrol before the lot, so that only who enrolled is drawn (Oss).</summary>
    public bool EnrolBeforeTheLot => Draw is { Consent: ConsentMoment.BeforeTheLot };

    public required Enrolment? Enrolment { get; init; }
    public required IReadOnlyList<ContactMoment> Contacts { get; init; }
    public required Goals? Goals { get; init; }
    public required IReadOnlyList<MeasurementWave> Waves { get; init; }
    public required OutcomeList Outcomes { get; init; }
    public required IReadOnlyList<Report> Reports { get; init; }
    public required IReadOnlyList<TimetableEntry> Timetable { get; init; }
    public required Knowable<Budget> Budget { get; init; }

    /// <summary>What taking part means for income, allowances and afterwards.</summary>
    public required Knowable<IReadOnlyList<Note>> Consequences { get; init; }
    public required IReadOnlyList<FollowedGroup> Followed { get; init; }

    /// <summary>Instruments that people apply for; null where there are none.</summary>
    public required ProvisionDesign? Provisions { get; init; }
    public required IReadOnlyList<Note> Organisation { get; init; }
    public required IReadOnlyList<Note> Recruitment { get; init; }
    public required IReadOnlyList<Note> Risks { get; init; }

    /// <summary>Facts of the source that no other part holds: figures, contradictions, what was done differently.</summary>
    public required IReadOnlyList<Note> Remarks { get; init; }

    /// <summary>The analysis plan with its hash; null when the protocol has none.</summary>
    public required AnalysisPlan? AnalysisPlan { get; init; }

    /// <summary>What Proeftuin cannot run yet for this protocol, with the reason.</summary>
    public required IReadOnlyList<Unrunnable> NotYetRunnable { get; init; }

    /// <summary>Every value that the source leaves open, with the key where it belongs.</summary>
    public required IReadOnlyList<OpenValue> Unknowns { get; init; }

    /// <summary>Every value that an overlay filled in for demonstration.</summary>
    public required IReadOnlyList<DemoValue> DemoValues { get; init; }

    /// <summary>The period in which the experiment runs, extension included.</summary>
    public Knowable<Period> Period => Run.Map(run => run.Whole);

    /// <summary>The arm with this code; a code comes from the protocol itself.</summary>
    public Arm ArmOf(string code) => Arms.First(a => string.Equals(a.Code, code, StringComparison.Ordinal));

    public bool Has(ArmKind kind) => Arms.Any(a => a.Kind == kind);
}

/// <summary>A published text: title, publisher, date, and the short name by which the protocol refers to it.</summary>
public sealed record SourceDocument(string Title, string Publisher, DateOnly? Date, string Short);

/// <summary>A municipality that takes part and what it does in the experiment.</summary>
public sealed record Municipality(string Name, string Role, string? Source);

/// <summary>A named text with where it stands in the source.</summary>
public sealed record Note(string Subject, string Text, string? Source);

/// <summary>A capability that cannot run yet for this protocol, and why.</summary>
public sealed record Unrunnable(string What, string Why);

/// <summary>A value the source does not state: the key, the source that was read and why it is not there.</summary>
public sealed record OpenValue(string Key, string Source, string Why, int Line);

/// <summary>A value that is not from the source: the key and the note of the overlay.</summary>
public sealed record DemoValue(string Key, string Note);

/// <summary>The analysis plan as a text file and the SHA-256 (64 lower-case hex) of its UTF-8 bytes.</summary>
public sealed record AnalysisPlan(string File, string Text, string Sha256);
