// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Evaluation;
using Proeftuin.Core;
using Proeftuin.Core.Evaluation;
using Proeftuin.Core.Evaluation.Planned;
using Proeftuin.Core.Evaluation.Results;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Evaluation;

/// <summary>A page of one evaluation: the committed plan carried out on one frozen data set.</summary>
public abstract class EvaluationPage(EvaluateExperiment evaluate) : ProeftuinPage
{
    [FromRoute(Name = "experiment")]
    public string Experiment { get; set; } = "";

    [FromRoute(Name = "dataset")]
    public Guid DataSet { get; set; }

    public EvaluateExperiment.View? View { get; private set; }

    public EvaluationReport Report => View!.Report;

    /// <summary>The address of this evaluation; its sections stand under it.</summary>
    public string Address => $"/experimenten/{Experiment}/evaluatie/{DataSet}";

    protected async Task<IActionResult> Load(CancellationToken ct)
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

    public static string Name(PlannedOutcome outcome) => Dutch.Capital(PlanWords.Of(outcome.Measure));

    public static string P(double? p) => p is { } value ? DutchFigures.P(value) : "-";

    public static string Why<T>(Outcome<T> outcome) => string.Join(' ', outcome.Why.Select(w => w.Message));
}
