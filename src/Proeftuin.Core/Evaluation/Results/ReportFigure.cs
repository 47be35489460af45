// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Evaluation.Results;

/// <summary>One figure of an evaluation as a row: where it stands in the report, what it is about, the number with its uncertainty, and how it was made. Nothing is rounded; a share is a part of one.</summary>
public sealed record ReportFigure
{
    /// <summary>The section of the report, as in the address of its page.</summary>
    public required string Section { get; init; }

    /// <summary>What was counted.</summary>
    public string? Outcome { get; init; }

    /// <summary>Of whom.</summary>
    public string? Whom { get; init; }

    /// <summary>Whether the lot alone decided who stands on which side; null where nothing is compared.</summary>
    public bool? ByLot { get; init; }

    /// <summary>The comparison, or the arm a figure is about.</summary>
    public string? Of { get; init; }

    /// <summary>The month, subgroup, trait, reason or way of computing that sets it apart from its neighbours.</summary>
    public string? Part { get; init; }

    /// <summary>Which figure it is: a difference, a mean of one side, a number of people.</summary>
    public required string Figure { get; init; }

    public string? Unit { get; init; }

    /// <summary>Null when it cannot be computed, and for a test, which has a p-value only.</summary>
    public double? Value { get; init; }
    public double? StandardError { get; init; }

    /// <summary>The level of the interval; a figure with intervals at more levels has a row for each.</summary>
    public double? Level { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }
    public double? P { get; init; }

    /// <summary>After correction for the other comparisons of its family.</summary>
    public double? PAdjusted { get; init; }

    /// <summary>The people behind it.</summary>
    public long? N { get; init; }
    public string? Method { get; init; }

    /// <summary>Where the p-value comes from.</summary>
    public string? Test { get; init; }
    public required string Definition { get; init; }

    /// <summary>Why it cannot be computed; null when it can.</summary>
    public string? NotEstimable { get; init; }

    /// <summary>This row filled with what was measured: one row for every level, or one that says why not.</summary>
    internal IEnumerable<ReportFigure> With(Outcome<Measured> measured, double? adjusted = null) =>
        measured.Match(
            m =>
                m.Ranges.Select(r =>
                    this with
                    {
                        Value = m.Value,
                        StandardError = m.StandardError,
                        Level = r.Level,
                        Lower = r.Lower,
                        Upper = r.Upper,
                        P = m.P,
                        PAdjusted = adjusted,
                        N = m.N,
                        Method = m.Method,
                        Test = m.Test,
                    }
                ),
            why => [Without(why)]
        );

    /// <summary>This row filled with a test.</summary>
    internal ReportFigure With(Outcome<Significance> tested) =>
        tested.Match(t => this with { P = t.P, Test = t.Method }, Without);

    internal ReportFigure Without(IEnumerable<Refusal> why) =>
        this with
        {
            NotEstimable = string.Join(' ', why.Select(w => w.Message)),
        };
}
