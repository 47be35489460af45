// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Evaluation;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Evaluation;
using Proeftuin.Core.Evaluation.Planned;
using Proeftuin.Core.Evaluation.Results;
using Proeftuin.Web.Access;
using Proeftuin.Web.Charts;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Evaluation.Report;

/// <summary>An evaluation: the committed plan carried out on one frozen data set.</summary>
[Requires(Permission.SeeEvaluation)]
public sealed class IndexModel(EvaluateExperiment evaluate, SeeStudyData see) : ProeftuinPage
{
    [FromRoute(Name = "experiment")]
    public string Experiment { get; set; } = "";

    [FromRoute(Name = "dataset")]
    public Guid DataSet { get; set; }

    public EvaluateExperiment.View? View { get; private set; }

    public EvaluationReport Report => View!.Report;

    public string Name(PlannedOutcome outcome)
    {
        var words = PlanWords.Of(outcome.Measure);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var evaluated = await evaluate.Handle(new(Experiment, DataSet), Actor, ct);
        if (evaluated is Outcome<EvaluateExperiment.View>.Done { Value: var view })
        {
            View = view;
            return Page();
        }

        Refuse(evaluated.Why);
        return evaluated.Why.Any(w => w is NoPlanToCarryOut) ? Refused() : NotFound();
    }

    /// <summary>The frozen bytes, for who may have them.</summary>
    public async Task<IActionResult> OnGetDocumentAsync(CancellationToken ct) =>
        await see.Handle(Experiment, DataSet, Actor, ct)
            is Outcome<(SeeStudyData.Frozen Set, byte[] Document)>.Done { Value: var (set, document) }
            ? File(document, "text/csv; charset=utf-8", $"dataset-{Experiment}-{set.CountDate:yyyy-MM-dd}.csv")
            : NotFound();

    /// <summary>The lines of the forest plot of one outcome: each estimand a group of its own.</summary>
    public IReadOnlyList<(string Group, IReadOnlyList<MeasuredLine> Lines)> Forest(PlannedOutcome outcome) =>
        [.. Report.Plan.Estimands.Select(e => (Capital(PlanWords.Of(e)), Lines(Report.Of(outcome, e), e.IsByLot)))];

    public static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    public static string P(double? p) => p is { } value ? DutchFigures.P(value) : "-";

    public static string Why<T>(Outcome<T> outcome) => string.Join(' ', outcome.Why.Select(w => w.Message));

    private static IReadOnlyList<MeasuredLine> Lines(IReadOnlyList<Effect> effects, bool byLot) =>
        [
            .. effects
                .Where(e => e.Difference.IsDone)
                .Select(e => new MeasuredLine(
                    e.Comparison.Name,
                    e.Difference.OrThrow().Value,
                    e.Difference.OrThrow().Ranges[0],
                    byLot
                )),
        ];
}
